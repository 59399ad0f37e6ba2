import { ceremonies, type Ceremony } from '@cession/shared/notice/ceremony.ts';
import { verifyReceipt } from '@cession/shared/notice/signed-text.ts';
import { rowKey } from '../../store/local-records.ts';
import { readFact } from '../device-key/device-facts.ts';
import { cryptoOf, type EvidenceParts } from '../device-key/evidence-parts.ts';
import { allCeremonies, removeCeremony, type KeptCeremony } from './ceremony-shelf.ts';
import type { Carrier } from './send-ceremony.ts';

/**
 * Lets go of evidence the server has signed for: a receipt by a key of the server's, for exactly these bytes and this
 * head. Nothing less makes room: no status, no row, no answer. Answers how many went.
 */
export async function releaseProven(parts: EvidenceParts, { mirror }: Pick<Carrier, 'mirror'>): Promise<number> {
  let released = 0;
  for (const kept of await parts.store.tx('r', allCeremonies)) {
    // Rows come into the view only after their table's schema has passed them.
    const row = mirror.row(rowKey(ceremonies.name, kept.id)) as Ceremony | null;
    if (row === null || !(await isProven(parts, kept, row))) continue;
    await parts.store.tx('rw', (tx) => removeCeremony(tx, kept.id));
    released += 1;
  }
  return released;
}

async function isProven(parts: EvidenceParts, { closed }: KeptCeremony, { receipt }: Ceremony): Promise<boolean> {
  if (closed === null || receipt === null) return false;
  if (receipt.bundleSha256 !== closed.bundleSha256 || receipt.head !== closed.head) return false;
  const known = await parts.store.tx('r', (tx) => readFact(tx, 'serverKeys'));
  const key = known.find(({ keyId }) => keyId === receipt.keyId);
  return key !== undefined && verifyReceipt(receipt, key.publicKey, cryptoOf(parts));
}
