import type { CardKey } from '@cession/shared/card/card-key.ts';
import type { Card, CardId } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, jsonValue, spineColumns, spineKeys } from '../db/columns.ts';
import type { RowOf, Same } from '../db/same.ts';

export const cardTable = pgTable(
  'card',
  {
    ...spineColumns<CardId>(),
    ownerId: uuid('owner_id').notNull().$type<UserId>(),
    helpers: uuid('helpers').array().notNull().$type<UserId[]>(),
    jurisdiction: text('jurisdiction').notNull().$type<Jurisdiction>(),
    status: text('status').notNull().$type<Card['status']>(),
    revision: integer('revision').notNull(),
    handoffId: uuid('handoff_id').$type<NonNullable<Card['handoffId']>>(),
    values: jsonValue('values').notNull().$type<Card['values']>(),
    keptApart: jsonValue('kept_apart').notNull().$type<Card['keptApart']>(),
    offer: jsonValue('offer').$type<NonNullable<Card['offer']>>(),
    bounced: jsonValue('bounced').$type<NonNullable<Card['bounced']>>(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  spineKeys,
);
true satisfies Same<RowOf<typeof cardTable>, Card>;

/**
 * A card has at most a number of its own and a group's. They are found one by one: behind the wall between companies an
 * index over the whole array may not be used, because comparing arrays could tell one company about another's rows.
 */
export const MOST_NUMBERS = 2;

/** What tells two customers apart, for every card of the company; follows the card in the same transaction. */
export const cardKeyTable = pgTable(
  'card_key',
  {
    ...spineColumns<CardId>(),
    ownerId: uuid('owner_id').notNull().$type<UserId>(),
    jurisdiction: text('jurisdiction').notNull().$type<Jurisdiction>(),
    status: text('status').notNull().$type<Card['status']>(),
    name: text('name').notNull(),
    keys: text('keys').array().notNull(),
    foldedName: text('folded_name').notNull(),
    zip: text('zip').notNull(),
  },
  (table) => [
    ...spineKeys(table),
    index('card_key_first_number').on(table.companyId, sql`(${table.keys}[1])`),
    index('card_key_second_number')
      .on(table.companyId, sql`(${table.keys}[2])`)
      .where(sql`${table.keys}[2] is not null`),
    check('card_key_few_numbers', sql`cardinality(${table.keys}) <= ${sql.raw(String(MOST_NUMBERS))}`),
  ],
);
true satisfies Same<RowOf<typeof cardKeyTable>, CardKey>;
