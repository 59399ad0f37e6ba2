import { cardKeys, type CardKey } from '@cession/shared/card/card-key.ts';
import { cards, type Card } from '@cession/shared/card/card.ts';
import { findDuplicates } from '@cession/shared/card/duplicates.ts';
import { cardKeyOf } from '@cession/shared/card/registration-key.ts';
import { people } from '@cession/shared/people/actor.ts';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { EffectContext } from '../sync/effect.ts';
import { cardKeyTable, cardTable } from './card-tables.ts';
import { carriesOneOf } from './carries-number.ts';

/** Somebody has this customer already; a person says whether it is the same one. */
export interface DuplicateRefusal {
  readonly code: 'card.duplicate';
  readonly otherId: string;
  readonly name: string;
  readonly ownerName: string;
}

/**
 * Another card of the company carries the same registration number, and nobody has said yet that the two are
 * different customers; saying so on either card counts. Branches and like-sounding names are shown on the phone
 * but stop nobody. Nothing is ever merged by itself.
 */
export async function refuseDuplicate(card: Card, context: EffectContext): Promise<DuplicateRefusal | null> {
  const self = cardKeyOf(card);
  const numbers = [...new Set(self.keys.map((key) => key.split('/')[0] ?? key))].toSorted();
  if (numbers.length === 0) return null;
  await standInLine(numbers, context);
  const others = await cardsWith([...self.keys, ...numbers], card, context);
  const same = findDuplicates(self, others, card.keptApart, others.length).filter(
    ({ strength }) => strength === 'same-number',
  );
  for (const { key } of same) {
    if (await isKeptApart(key.id, card.id, context)) continue;
    const owner = await context.load(people.ref(key.ownerId));
    return { code: 'card.duplicate', otherId: key.id, name: key.name, ownerName: owner?.name ?? '' };
  }
  return null;
}

/** Two phones with the same customer come one after the other, so that the second meets the card of the first. */
async function standInLine(numbers: readonly string[], { tx, actor }: EffectContext): Promise<void> {
  for (const number of numbers) {
    const line = `card-key ${actor.companyId} ${number}`;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${line}, 0))`);
  }
}

async function cardsWith(keys: string[], card: Card, context: EffectContext): Promise<CardKey[]> {
  const stored = await context.tx
    .select({ id: cardKeyTable.id })
    .from(cardKeyTable)
    .where(
      and(
        eq(cardKeyTable.companyId, context.actor.companyId),
        isNull(cardKeyTable.deletedAt),
        ne(cardKeyTable.id, card.id),
        carriesOneOf(keys),
      ),
    )
    .orderBy(cardKeyTable.id);
  const pending = context.pending<CardKey>(cardKeys).filter((other) => other.id !== card.id);
  const found: CardKey[] = [];
  // Loaded once more: an earlier mutation of this transaction may have changed it or thrown it away.
  for (const id of new Set([...stored, ...pending].map((other) => other.id))) {
    const key = await context.load(cardKeys.ref(id));
    if (key !== null) found.push(key);
  }
  return found;
}

/** Looks without locking: whoever works on the other card is not made to wait. */
async function isKeptApart(otherId: Card['id'], cardId: Card['id'], context: EffectContext): Promise<boolean> {
  const pending = context.pending<Card>(cards).find((other) => other.id === otherId);
  const [stored] = await context.tx
    .select({ keptApart: cardTable.keptApart })
    .from(cardTable)
    .where(and(eq(cardTable.companyId, context.actor.companyId), eq(cardTable.id, otherId)));
  return (pending ?? stored)?.keptApart.some((kept) => kept.otherId === cardId) ?? false;
}
