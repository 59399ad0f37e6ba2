import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { BoardCeremony, BoardRow, listNotices as Procedure } from '@cession/shared/notice/notice-procedures.ts';
import { noticeGate } from '@cession/shared/notice/notice-gate.ts';
import { needsRenewal } from '@cession/shared/notice/needs-renewal.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { countryOfCompany } from '../people/country-of-company.ts';
import { peopleTable } from '../people/people-tables.ts';
import { businessOf } from './business-of.ts';
import { ceremonyTable, noticeTable } from './notice-tables.ts';
import { proofAsked } from './proof-asked.ts';
import { readGateRows, type GateRows } from './read-gate-rows.ts';

const MOST = 1000;
const moment = { accessMode: 'read only', isolationLevel: 'repeatable read' } as const;

/** The coordinator's board, from one moment: the latest first. */
export function listNotices(
  database: Database,
  { companyId }: Actor,
  { show }: InputOfProcedure<typeof Procedure>,
): Promise<readonly BoardRow[]> {
  return inCompany(database, companyId, moment, async (tx) => {
    const found = await tx
      .select({ notice: noticeTable, ownerName: peopleTable.name })
      .from(noticeTable)
      .leftJoin(
        peopleTable,
        and(eq(peopleTable.companyId, noticeTable.companyId), eq(peopleTable.id, noticeTable.ownerId)),
      )
      .where(and(eq(noticeTable.companyId, companyId), isNull(noticeTable.deletedAt)))
      .orderBy(desc(noticeTable.preparedAt), noticeTable.id)
      .limit(MOST);
    const notices = found.map(({ notice, ownerName }) => ({ notice: businessOf(notice), ownerName: ownerName ?? '' }));
    const held = await ceremoniesOf(
      tx,
      companyId,
      notices.map(({ notice }) => notice.id),
    );
    const gate = await readGateRows(tx, companyId);
    const country = await countryOfCompany(tx, companyId);
    const rows = notices.map(({ notice, ownerName }) => ({
      ...rowOf(notice, ownerName, held.get(notice.id) ?? [], gate),
      proofAsked: proofAsked(notice, country),
    }));
    return rows.filter((row) => isShown(row, show));
  });
}

async function ceremoniesOf(tx: CompanyTransaction, companyId: string, noticeIds: readonly Notice['id'][]) {
  if (noticeIds.length === 0) return new Map<string, Ceremony[]>();
  const rows = await tx
    .select()
    .from(ceremonyTable)
    .where(and(eq(ceremonyTable.companyId, companyId), inArray(ceremonyTable.noticeId, [...noticeIds])))
    .orderBy(ceremonyTable.receivedAt, ceremonyTable.id);
  return Map.groupBy(rows.map(businessOf), ({ noticeId }) => noticeId as string);
}

function rowOf(notice: Notice, ownerName: string, held: readonly Ceremony[], gate: GateRows) {
  const deciding = held.find(({ id }) => id === notice.ceremonyId) ?? null;
  const shown = deciding ?? held.at(-1) ?? null;
  const lines = notice.activatedAt === null ? noticeGate({ notice, ...gate.of(notice), ceremony: deciding }) : [];
  const { id, cardId, number, data, ownerId, preparedAt, status, outcome, attempts, refusals } = notice;
  return {
    ...{ noticeId: id, cardId, number, ownerId, ownerName, preparedAt, status, outcome, attempts, refusals },
    debtorName: data.debtor.legalName,
    jurisdiction: data.jurisdiction,
    needsRenewal: needsRenewal(notice, gate.accounts),
    replacedBy: notice.replacedBy,
    activatedAt: notice.activatedAt,
    missing: lines.filter(({ met }) => !met).map(({ key }) => key),
    ceremony: shown && boardCeremony(shown),
    toReview: held.filter(({ stage }) => stage === 'review' || stage === 'quarantined').length,
  };
}

function boardCeremony({ id, outcome, stage, closedAt, receivedAt, seal, checks, remarks }: Ceremony): BoardCeremony {
  const failedCheck = checks.find(({ ok }) => !ok)?.check ?? null;
  return { ceremonyId: id, outcome, stage, closedAt, receivedAt, level: seal?.level ?? null, failedCheck, remarks };
}

function isShown(row: BoardRow, show: InputOfProcedure<typeof Procedure>['show']): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'open':
      return row.status !== 'withdrawn' && row.replacedBy === null && row.activatedAt === null;
    case 'review':
      return row.toReview > 0;
    case 'renew':
      return row.needsRenewal;
  }
}
