import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import type { AcceptedRow } from '@cession/shared/handoff/queue-view.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, count, desc, eq, gte, isNotNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { cardName } from '../card/card-name.ts';
import { cardKeyTable } from '../card/card-tables.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { peopleTable } from '../people/people-tables.ts';
import { handoffTable, queueItemTable } from './handoff-tables.ts';
import { matchesSearch } from './match-search.ts';
import { primaryIdOf } from './primary-id.ts';

export interface AcceptedFilter {
  readonly jurisdiction: Jurisdiction | null;
  readonly search: string;
  readonly from: Instant | null;
}

export interface AcceptedCard {
  readonly handoff: Handoff;
  readonly row: AcceptedRow;
}

const owner = alias(peopleTable, 'owner');
const acceptor = alias(peopleTable, 'acceptor');
const later = alias(handoffTable, 'later');

/** Cleared cards, each once with the revision accounting accepted last; the newest first. */
export async function readAccepted(
  tx: CompanyTransaction,
  actor: Actor,
  filter: AcceptedFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<AcceptedCard[]> {
  const company = actor.companyId;
  const rows = await tx
    .select({ handoff: handoffTable, item: queueItemTable, ownerName: owner.name, acceptedByName: acceptor.name })
    .from(handoffTable)
    .leftJoin(cardKeyTable, and(eq(cardKeyTable.companyId, company), eq(cardKeyTable.id, handoffTable.cardId)))
    .leftJoin(queueItemTable, and(eq(queueItemTable.companyId, company), eq(queueItemTable.id, handoffTable.cardId)))
    .leftJoin(owner, and(eq(owner.companyId, company), eq(owner.id, queueItemTable.ownerId)))
    .leftJoin(acceptor, and(eq(acceptor.companyId, company), eq(acceptor.id, handoffTable.verdictBy)))
    .where(accepted(tx, company, filter))
    .orderBy(desc(handoffTable.verdictAt), desc(handoffTable.id))
    .limit(page.limit)
    .offset(page.offset);
  return rows.flatMap(({ handoff, item, ownerName, acceptedByName }) => {
    if (handoff.verdictAt === null) return [];
    const row: AcceptedRow = {
      cardId: handoff.cardId,
      handoffId: handoff.id,
      name: cardName(handoff.snapshot.values),
      jurisdiction: handoff.snapshot.jurisdiction,
      primaryId: primaryIdOf(handoff.snapshot),
      ownerName: ownerName ?? '',
      acceptedByName: acceptedByName ?? '',
      acceptedAt: handoff.verdictAt,
      revision: handoff.revision,
      returns: item?.returns ?? 0,
      sha256: handoff.sha256 ?? '',
    };
    return [{ handoff, row }];
  });
}

export async function countAccepted(tx: CompanyTransaction, actor: Actor, filter: AcceptedFilter): Promise<number> {
  const company = actor.companyId;
  const [row] = await tx
    .select({ number: count() })
    .from(handoffTable)
    .leftJoin(cardKeyTable, and(eq(cardKeyTable.companyId, company), eq(cardKeyTable.id, handoffTable.cardId)))
    .where(accepted(tx, company, filter));
  return row?.number ?? 0;
}

function accepted(tx: CompanyTransaction, company: string, filter: AcceptedFilter) {
  const acceptedLater = tx
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.companyId, handoffTable.companyId),
        eq(later.cardId, handoffTable.cardId),
        eq(later.state, 'accepted'),
        sql`${later.revision} > ${handoffTable.revision}`,
      ),
    );
  return and(
    eq(handoffTable.companyId, company),
    eq(handoffTable.state, 'accepted'),
    // A card that was changed after it was accepted is not cleared until accounting has seen it again.
    eq(cardKeyTable.status, 'accepted'),
    isNotNull(handoffTable.verdictAt),
    notExists(acceptedLater),
    filter.from === null ? undefined : gte(handoffTable.verdictAt, filter.from),
    filter.jurisdiction === null ? undefined : eq(sql`${handoffTable.snapshot}->>'jurisdiction'`, filter.jurisdiction),
    matchesSearch(filter.search),
  );
}
