import type { NoticeHandoff } from '@cession/shared/handoff/notice-handoff.ts';
import type { NoticeQueueRow } from '@cession/shared/handoff/notice-queue-procedures.ts';
import { holderOf } from '@cession/shared/handoff/queue-item.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { and, asc, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { businessOf } from '../notice/business-of.ts';
import { peopleTable } from '../people/people-tables.ts';
import { noticeHandoffTable } from './notice-handoff-tables.ts';

const owner = alias(peopleTable, 'owner');
const holder = alias(peopleTable, 'holder');
const filer = alias(peopleTable, 'filer');

export interface NoticeQueueEntry {
  readonly handoff: NoticeHandoff;
  readonly row: NoticeQueueRow;
}

/** Due first; with `latestFirst` what was filed last. */
export async function readNoticeQueue(
  tx: CompanyTransaction,
  { companyId, now }: { readonly companyId: string; readonly now: Instant },
  where: SQL | undefined,
  { limit, latestFirst }: { readonly limit: number; readonly latestFirst: boolean },
): Promise<NoticeQueueEntry[]> {
  const found = await tx
    .select({ item: noticeHandoffTable, ownerName: owner.name, holderName: holder.name, filerName: filer.name })
    .from(noticeHandoffTable)
    .leftJoin(owner, and(eq(owner.companyId, companyId), eq(owner.id, noticeHandoffTable.ownerId)))
    .leftJoin(holder, and(eq(holder.companyId, companyId), eq(holder.id, noticeHandoffTable.claimedBy)))
    .leftJoin(filer, and(eq(filer.companyId, companyId), eq(filer.id, noticeHandoffTable.filedBy)))
    .where(and(eq(noticeHandoffTable.companyId, companyId), isNull(noticeHandoffTable.deletedAt), where))
    .orderBy(latestFirst ? desc(noticeHandoffTable.filedAt) : asc(noticeHandoffTable.dueAt), asc(noticeHandoffTable.id))
    .limit(limit);
  return found.map(({ item, ownerName, holderName, filerName }) => {
    const handoff = businessOf(item);
    const names = { ownerName: ownerName ?? '', holderName: holderName ?? '', filerName: filerName ?? '' };
    return { handoff, row: rowOf(handoff, names, now) };
  });
}

interface Names {
  readonly ownerName: string;
  readonly holderName: string;
  readonly filerName: string;
}

function rowOf(handoff: NoticeHandoff, { ownerName, holderName, filerName }: Names, now: Instant): NoticeQueueRow {
  const { id, noticeId, cardId, number, debtorName, jurisdiction, outcome, receivedAt, dueAt, state } = handoff;
  const heldBy = state === 'waiting' ? holderOf(handoff, now) : null;
  return {
    ...{
      ceremonyId: id,
      noticeId,
      cardId,
      number,
      debtorName,
      jurisdiction,
      outcome,
      ownerName,
      receivedAt,
      dueAt,
      state,
    },
    heldBy,
    heldByName: heldBy === null ? null : holderName,
    leaseUntil: heldBy === null ? null : handoff.leaseUntil,
    filedAt: handoff.filedAt,
    filedByName: handoff.filedBy === null ? null : filerName,
  };
}
