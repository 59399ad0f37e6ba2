import type { CardId } from '@cession/shared/card/card.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { cardName } from '../card/card-name.ts';
import { cardTable } from '../card/card-tables.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { addBusinessHours, HOURS_PER_DAY } from '../people/business-hours.ts';
import { countryOfCompany } from '../people/country-of-company.ts';
import { peopleTable } from '../people/people-tables.ts';
import { look, type DeskParts } from './desk-parts.ts';

/** A colleague has two business days to take a card or say no. */
export const ANSWER_WITHIN_HOURS = 2 * HOURS_PER_DAY;

export interface OverdueOffer {
  readonly cardId: CardId;
  readonly offeredAt: Instant;
}

/** Offers nobody answered in time. */
export async function overdueOffers(tx: CompanyTransaction, companyId: string, now: Instant): Promise<OverdueOffer[]> {
  const country = await countryOfCompany(tx, companyId);
  const rows = await tx
    .select({ cardId: cardTable.id, offer: cardTable.offer })
    .from(cardTable)
    .where(and(eq(cardTable.companyId, companyId), isNull(cardTable.deletedAt), isNotNull(cardTable.offer)));
  return rows.flatMap(({ cardId, offer }) => {
    const isOverdue = offer !== null && addBusinessHours(offer.at, ANSWER_WITHIN_HOURS, [country]) <= now;
    return isOverdue ? [{ cardId, offeredAt: offer.at }] : [];
  });
}

export interface UnansweredOffer {
  readonly cardId: string;
  readonly name: string;
  readonly ownerName: string;
  readonly bouncedAt: Instant;
}

/** Cards that came back because nobody answered: the sales manager finds them an owner. */
export function listUnansweredOffers(parts: DeskParts, actor: Actor): Promise<readonly UnansweredOffer[]> {
  return look(parts, actor, async (tx) => {
    const rows = await tx
      .select({ card: cardTable, ownerName: peopleTable.name })
      .from(cardTable)
      .leftJoin(peopleTable, and(eq(peopleTable.companyId, cardTable.companyId), eq(peopleTable.id, cardTable.ownerId)))
      .where(
        and(
          eq(cardTable.companyId, actor.companyId),
          isNull(cardTable.deletedAt),
          isNull(cardTable.offer),
          sql`${cardTable.bounced}->'by' = 'null'::jsonb`,
        ),
      )
      .orderBy(asc(cardTable.id));
    return rows.flatMap(({ card, ownerName }) =>
      card.bounced === null
        ? []
        : [{ cardId: card.id, name: cardName(card.values), ownerName: ownerName ?? '', bouncedAt: card.bounced.at }],
    );
  });
}
