import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { needsRenewal } from '@cession/shared/notice/needs-renewal.ts';
import { noticeGate, type NoticeGateLine } from '@cession/shared/notice/notice-gate.ts';
import type { NoticeView, showNotice as Procedure } from '@cession/shared/notice/notice-procedures.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import type { Actor, UserId } from '@cession/shared/people/actor.ts';
import { seesReach } from '@cession/shared/people/permissions.ts';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { countryOfCompany } from '../people/country-of-company.ts';
import { peopleTable } from '../people/people-tables.ts';
import { businessOf } from './business-of.ts';
import { ceremonyTable, noticeTable } from './notice-tables.ts';
import { proofAsked } from './proof-asked.ts';
import { readGateRows } from './read-gate-rows.ts';

const moment = { accessMode: 'read only', isolationLevel: 'repeatable read' } as const;

/** One notice for the desk, from one moment. */
export function showNotice(
  database: Database,
  actor: Actor,
  { noticeId }: InputOfProcedure<typeof Procedure>,
): Promise<NoticeView | null> {
  const { companyId } = actor;
  return inCompany(database, companyId, moment, async (tx) => {
    const [row] = await tx
      .select()
      .from(noticeTable)
      .where(and(eq(noticeTable.companyId, companyId), eq(noticeTable.id, noticeId), isNull(noticeTable.deletedAt)));
    return row === undefined ? null : viewOf(tx, actor, businessOf(row));
  });
}

async function viewOf(tx: CompanyTransaction, actor: Actor, notice: Notice): Promise<NoticeView> {
  const { companyId } = actor;
  const rows = await tx
    .select()
    .from(ceremonyTable)
    .where(and(eq(ceremonyTable.companyId, companyId), eq(ceremonyTable.noticeId, notice.id)))
    .orderBy(desc(ceremonyTable.receivedAt), desc(ceremonyTable.id));
  const ceremonies = rows.map(businessOf);
  const gateRows = await readGateRows(tx, companyId);
  const facts = gateRows.of(notice);
  const ceremony = ceremonies.find(({ id }) => id === notice.ceremonyId) ?? null;
  const open = notice.activatedAt === null && notice.status !== 'withdrawn' && notice.replacedBy === null;
  const gate: NoticeGateLine[] = open ? noticeGate({ notice, ...facts, ceremony }) : [];
  const names = await namesIn(tx, companyId, notice);
  return {
    notice: seesReach(actor) ? notice : withoutNumbers(notice),
    numbersHidden: !seesReach(actor),
    ownerName: names[notice.ownerId] ?? '',
    names,
    ceremonies,
    gate,
    limitId: facts.limit?.id ?? null,
    needsRenewal: needsRenewal(notice, gateRows.accounts),
    proofAsked: proofAsked(notice, await countryOfCompany(tx, companyId)),
  };
}

/** Whoever may not reach the customer learns that somebody called, not where. */
function withoutNumbers(notice: Notice): Notice {
  const callBacks = notice.callBacks.map((call) => ({ ...call, number: '' }));
  return { ...notice, numbersOnFile: [], callBacks };
}

async function namesIn(tx: CompanyTransaction, companyId: string, notice: Notice): Promise<Record<string, string>> {
  const { ownerId, preparedBy, activatedBy, callBacks } = notice;
  const ids: UserId[] = [
    ownerId,
    preparedBy,
    ...(activatedBy === null ? [] : [activatedBy]),
    ...callBacks.map(({ by }) => by),
  ];
  const rows = await tx
    .select({ id: peopleTable.id, name: peopleTable.name })
    .from(peopleTable)
    .where(and(eq(peopleTable.companyId, companyId), inArray(peopleTable.id, ids)));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
