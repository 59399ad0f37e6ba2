import type { LoadRow } from '@cession/shared/handoff/queue-view.ts';
import { instantToMs, msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor, CompanyId, Role } from '@cession/shared/people/actor.ts';
import { and, arrayOverlaps, asc, count, eq, gt, gte, isNotNull, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { companiesTable, peopleTable } from '../people/people-tables.ts';
import { atHour, dayIn } from '../people/business-hours.ts';
import { look, type DeskParts } from './desk-parts.ts';
import { handoffTable, queueItemTable } from './handoff-tables.ts';
import { zoneOfCountry } from '../people/rest-days.ts';

const ACCOUNTING: Role[] = ['accountant', 'chief-accountant'];

/** Who in accounting holds, has put away, and has done how much since midnight on the company's clock. */
export function countLoad(parts: DeskParts, actor: Actor): Promise<readonly LoadRow[]> {
  return look(parts, actor, async (tx, now) => {
    const company = actor.companyId;
    const midnight = await midnightOf(tx, company, now);
    const waiting = and(eq(queueItemTable.companyId, company), eq(queueItemTable.state, 'waiting'));
    const held = await tally(tx, queueItemTable.claimedBy, and(waiting, gt(queueItemTable.leaseUntil, now)));
    const snoozed = await tally(tx, queueItemTable.snoozedBy, and(waiting, gt(queueItemTable.snoozedUntil, now)));
    const today = and(eq(handoffTable.companyId, company), gte(handoffTable.verdictAt, midnight));
    const accepted = await tally(tx, handoffTable.verdictBy, and(today, eq(handoffTable.state, 'accepted')));
    const returned = await tally(tx, handoffTable.verdictBy, and(today, eq(handoffTable.state, 'returned')));
    return (await accountants(tx, company)).map(({ id, name }) => ({
      userId: id,
      name,
      held: held.get(id) ?? 0,
      acceptedToday: accepted.get(id) ?? 0,
      returnedToday: returned.get(id) ?? 0,
      snoozed: snoozed.get(id) ?? 0,
    }));
  });
}

async function midnightOf(tx: CompanyTransaction, companyId: string, now: Instant): Promise<Instant> {
  const [company] = await tx
    .select({ country: companiesTable.country })
    .from(companiesTable)
    .where(eq(companiesTable.id, companyId as CompanyId)); // the session's company
  const zone = zoneOfCountry(company?.country ?? '');
  return msToInstant(atHour(zone, dayIn(zone, instantToMs(now)), 0));
}

function accountants(tx: CompanyTransaction, companyId: string) {
  return tx
    .select({ id: peopleTable.id, name: peopleTable.name })
    .from(peopleTable)
    .where(
      and(
        eq(peopleTable.companyId, companyId),
        eq(peopleTable.active, true),
        arrayOverlaps(peopleTable.roles, ACCOUNTING),
      ),
    )
    .orderBy(asc(peopleTable.name), asc(peopleTable.id));
}

async function tally(
  tx: CompanyTransaction,
  person: PgColumn,
  where: SQL | undefined,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ person, number: count() })
    .from(person.table)
    .where(and(isNotNull(person), where))
    .groupBy(person);
  return new Map(rows.map((row) => [String(row.person), row.number]));
}
