import * as z from 'zod/mini';
import { idSchema, type Id } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineTable } from '../sync/table.ts';
import { fieldKeyOf, fieldSpecOf } from './card-path.ts';
import { Jurisdiction } from './jurisdiction.ts';

export type CardId = Id<'card'>;

/** A value of one field. An empty field has no value at all. */
export const CardValue = z.union([z.string(), z.number(), z.boolean()]);
export type CardValue = z.infer<typeof CardValue>;

/** Every value of a card by path; see the field list. */
export const CardValues = z
  .record(z.string().check(z.maxLength(80)), CardValue)
  .check(z.refine((values) => Object.keys(values).every((path) => fieldKeyOf(path) !== null)));
export type CardValues = Readonly<Record<string, CardValue>>;

/**
 * Where a card stands: `draft` is being captured, `handed-over` lies with accounting, `returned` waits for its
 * owner, `accepted` is cleared: invoices may follow.
 */
export const CardStatus = z.enum(['draft', 'handed-over', 'returned', 'accepted']);
export type CardStatus = z.infer<typeof CardStatus>;

/** Ownership passes only when the other side accepts; until then it stays where it is. */
export const OwnershipOffer = z.object({
  to: idSchema<'user'>(),
  by: idSchema<'user'>(),
  because: z.string().check(z.maxLength(500)),
  at: Instant,
});

/** A person said: these two are different customers although they look alike, because … */
export const KeptApart = z.object({
  otherId: idSchema<'card'>(),
  because: z.string().check(z.minLength(1), z.maxLength(500)),
  by: idSchema<'user'>(),
});

/** The company's record of one customer. */
export const Card = z.object({
  id: idSchema<'card'>(),
  ownerId: idSchema<'user'>(),
  /** Colleagues who work on it too. They see and edit; the owner answers for it. */
  helpers: z.array(idSchema<'user'>()),
  jurisdiction: Jurisdiction,
  status: CardStatus,
  /** How often it has been handed over. */
  revision: z.int().check(z.nonnegative()),
  /** The handoff that decides its state now; null before the first. */
  handoffId: z.nullable(idSchema<'handoff'>()),
  values: CardValues,
  keptApart: z.array(KeptApart),
  offer: z.nullable(OwnershipOffer),
  /** The last offer that was declined or ran out: the words the owner must see. */
  bounced: z.nullable(z.object({ by: z.nullable(idSchema<'user'>()), because: z.string(), at: Instant })),
  createdAt: Instant,
  changedAt: Instant,
});
export type Card = z.infer<typeof Card>;

export const cards = defineTable<Card>({
  name: 'cards',
  schema: Card,
  fields: {
    paths: (card) => Object.keys(card.values),
    read: (card, path) => card.values[path] ?? null,
    mergeClass: (path) => fieldSpecOf(path)?.merge ?? 'hard',
    join: (_path, theirs, mine) => joinNotes(theirs, mine),
  },
});

/** Two notes written at once: both stay, the one that arrived first stands first. */
function joinNotes(theirs: unknown, mine: unknown): unknown {
  if (typeof theirs !== 'string' || theirs === '') return mine;
  if (typeof mine !== 'string' || mine === '' || theirs.includes(mine)) return theirs;
  return mine.includes(theirs) ? mine : `${theirs}\n${mine}`;
}
