import type { CompanyId, Person, Role, UserId } from '@cession/shared/people/actor.ts';
import type { Company } from '@cession/shared/people/company.ts';
import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { spineColumns, spineKeys } from '../db/columns.ts';
import type { RowOf, Same } from '../db/same.ts';
import { userTable } from './auth-tables.ts';

/**
 * Which company a signed-in person belongs to and what they may do there. One person, one company. Read before any
 * company is known, so it stands outside row-level security and is asked only for the session's own user.
 */
export const membershipTable = pgTable(
  'membership',
  {
    userId: uuid('user_id')
      .primaryKey()
      .$type<UserId>()
      .references(() => userTable.id),
    memberOf: uuid('member_of').notNull().$type<CompanyId>(),
    roles: text('roles').array().notNull().$type<Role[]>(),
    active: boolean('active').notNull(),
  },
  (table) => [index().on(table.memberOf)],
);

/** What colleagues see of each other: the synced side of `membership`. */
export const peopleTable = pgTable(
  'people',
  {
    ...spineColumns<UserId>(),
    name: text('name').notNull(),
    roles: text('roles').array().notNull().$type<Role[]>(),
    active: boolean('active').notNull(),
  },
  spineKeys,
);
true satisfies Same<RowOf<typeof peopleTable>, Person>;

export const companiesTable = pgTable(
  'companies',
  {
    ...spineColumns<CompanyId>(),
    name: text('name').notNull(),
    demo: boolean('demo').notNull(),
    country: text('country').notNull(),
  },
  spineKeys,
);
true satisfies Same<RowOf<typeof companiesTable>, Company>;
