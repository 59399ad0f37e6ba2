import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { EvidenceView, showEvidence as Procedure } from '@cession/shared/notice/notice-procedures.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { peopleTable } from '../people/people-tables.ts';
import { findDevice } from './devices.ts';
import { readBundle } from './event-hashes.ts';
import { mayReadEvidence } from './may-read-evidence.ts';
import { bundleTable } from './notice-tables.ts';
import { readCeremony, type CeremonyFile } from './read-ceremony.ts';

const moment = { accessMode: 'read only', isolationLevel: 'repeatable read' } as const;

export function showEvidence(
  database: Database,
  actor: Actor,
  { ceremonyId }: InputOfProcedure<typeof Procedure>,
): Promise<EvidenceView | null> {
  return inCompany(database, actor.companyId, moment, async (tx) => {
    const file = await readCeremony(tx, actor.companyId, ceremonyId);
    return file === null || !mayReadEvidence(actor, file.ceremony) ? null : viewOf(tx, file);
  });
}

async function viewOf(tx: CompanyTransaction, file: CeremonyFile): Promise<EvidenceView> {
  const { companyId, ceremony, notice, kept } = file;
  const bundle = readBundle(kept.raw);
  const prepared = bundle?.events[0]?.body;
  const device = await findDevice(tx, companyId, ceremony.deviceKey);
  const nameOf = await namesOf(tx, companyId, [kept.sentBy, device?.userId, ceremony.decided?.by]);
  return {
    ceremony,
    noticeNumber: notice.number,
    dataSha256: notice.dataSha256,
    debtorName: notice.data.debtor.legalName,
    bundle,
    bytes: Buffer.byteLength(kept.raw),
    checks: ceremony.checks,
    times: {
      deviceSaid: ceremony.closedAt,
      notBefore: prepared?.type === 'prepared' ? (prepared.data.beacon?.t ?? null) : null,
      notAfter: kept.receivedAt,
      stampedAt: ceremony.seal?.stampedAt ?? null,
    },
    device: device && {
      deviceKey: device.keyId,
      label: device.label,
      userName: nameOf(device.userId) ?? '',
      notBefore: device.notBefore,
      revokedAt: device.revokedAt,
      compromisedSince: device.compromisedSince,
    },
    sentByName: nameOf(kept.sentBy) ?? '',
    decidedByName: nameOf(ceremony.decided?.by),
    others: await othersOf(tx, file),
  };
}

function othersOf(tx: CompanyTransaction, { companyId, ceremony, kept }: CeremonyFile) {
  return tx
    .select({ bundleSha256: bundleTable.bundleSha256, receivedAt: bundleTable.receivedAt })
    .from(bundleTable)
    .where(
      and(
        eq(bundleTable.companyId, companyId),
        eq(bundleTable.ceremonyId, ceremony.id),
        ne(bundleTable.bundleSha256, kept.bundleSha256),
      ),
    )
    .orderBy(bundleTable.receivedAt);
}

type UserId = typeof peopleTable.$inferSelect.id;

async function namesOf(tx: CompanyTransaction, companyId: string, ids: readonly (UserId | undefined)[]) {
  const rows = await tx
    .select({ id: peopleTable.id, name: peopleTable.name })
    .from(peopleTable)
    .where(
      and(
        eq(peopleTable.companyId, companyId),
        inArray(
          peopleTable.id,
          ids.flatMap((id) => id ?? []),
        ),
      ),
    );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id: UserId | undefined): string | null => (id === undefined ? null : (names.get(id) ?? null));
}
