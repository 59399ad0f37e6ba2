import type { CompanyId } from '@cession/shared/people/actor.ts';
import type { EvidenceWorld } from '@cession/shared/notice/evidence-world.ts';
import { CONSENT_VERSIONS, consentText } from '@cession/shared/notice/wording/consent.ts';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';
import { findDevice } from './devices.ts';
import { earlierKey } from './known-server-keys.ts';
import { serverCrypto, sha256Hex } from './evidence-crypto.ts';
import { readSequence } from './read-sequence.ts';
import type { CeremonyFile } from './read-ceremony.ts';
import { renderNotice } from './render-notice.ts';
import type { ServerSigner } from './server-key.ts';

/** Everything outside of a bundle that checking it takes, as this server knows it. */
export function evidencePorts(
  { database, signer }: { readonly database: Database; readonly signer: ServerSigner },
  { companyId: id, notice, kept }: CeremonyFile,
  notOnFile: string | null,
): EvidenceWorld {
  const companyId = id as CompanyId; // the company of the row
  const { data, dataSha256 } = notice;
  const ask = <T>(work: Parameters<typeof inCompany<T>>[3]) =>
    inCompany(database, companyId, { accessMode: 'read only' }, work);
  return {
    crypto: serverCrypto,
    receivedAt: kept.receivedAt,
    sender: { userId: kept.sentBy, companyId },
    claimed: kept.summary,
    notice: { id: notice.id, companyId, dataSha256, notOnFile },
    device: async (deviceKey) => {
      const device = await ask((tx) => findDevice(tx, companyId, deviceKey));
      return device === null ? null : { ...device, deviceKey: device.keyId, companyId };
    },
    serverKey: (keyId) => (keyId === signer.keyId ? Promise.resolve(signer.publicKey) : earlierKey(database, keyId)),
    renderedSha256: async (paper) => {
      const bytes = await renderNotice({ data, dataSha256, ...paper });
      return bytes === null ? null : sha256Hex(bytes);
    },
    consentSha256: async ({ version, language }) =>
      CONSENT_VERSIONS.includes(version) ? sha256Hex(consentText(data, language, version).text) : null,
    sequence: (deviceKey, deviceSeq) => ask((tx) => readSequence(tx, kept, deviceKey, deviceSeq)),
  };
}
