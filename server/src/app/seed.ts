import type { Role } from '@cession/shared/people/actor.ts';
import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';
import type { ServerSigner } from '../notice/server-key.ts';
import { userTable } from '../people/auth-tables.ts';
import type { PeopleParts } from '../people/create-person.ts';
import { foundCompany } from '../people/found-company.ts';
import { companiesTable, membershipTable } from '../people/people-tables.ts';
import type { RowWriter } from '../people/show-people.ts';
import type { Effect } from '../sync/effect.ts';
import { castOf, demoCompanies, DEMO_PASSWORD } from './demo/demo-people.ts';
import { layPictures } from './demo/demo-pictures.ts';
import { playScenes } from './demo/demo-spine.ts';
import { demoTime } from './demo/demo-time.ts';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly company: string;
  readonly roles: readonly Role[];
}

export interface SeedParts extends PeopleParts {
  readonly writer: RowWriter;
  /** Milliseconds since 1970: the demo's past is counted from here. */
  now(): number;
  /** Absent: the demo is made without notices. */
  readonly notices?: {
    readonly signer: ServerSigner;
    readonly effects: Readonly<Record<string, Effect>>;
    /** Where the demo is served: what its papers print to be checked at. */
    readonly origin?: string;
  };
}

/** The two demo companies. Safe to call again: what is there stays as it is. */
export async function seedDemo(parts: SeedParts): Promise<void> {
  const present = await demoAccountsIn(parts.database);
  for (const company of demoCompanies) {
    if (company.people.some(({ email }) => present.some((account) => account.email === email))) continue;
    const people = company.people.map((person) => ({ ...person, password: DEMO_PASSWORD }));
    const founded = await foundCompany(parts, { ...company, demo: true, people });
    const cast = castOf(company, founded.companyId, founded.userIds);
    const time = demoTime(parts.now(), company.country);
    await layPictures(parts.database, founded.companyId, parts.now());
    await playScenes(parts.database, company.scenes(founded.companyId, cast, time));
    if (parts.notices === undefined || company.notices === undefined) continue;
    const { signer, effects, origin = 'http://localhost:8787' } = parts.notices;
    const stage = { database: parts.database, company: founded.companyId, by: cast, time, signer, origin };
    await playScenes(parts.database, await company.notices(stage), effects);
  }
}

/** The demo's people who can still sign in; empty where this server is no demo. */
export async function demoAccountsIn(database: Database): Promise<readonly DemoAccount[]> {
  const emails = demoCompanies.flatMap(({ people }) => people.map(({ email }) => email));
  const rows = await database
    .select({
      email: userTable.email,
      name: userTable.name,
      roles: membershipTable.roles,
      companyId: membershipTable.memberOf,
      active: membershipTable.active,
    })
    .from(userTable)
    .innerJoin(membershipTable, eq(membershipTable.userId, userTable.id))
    .where(inArray(userTable.email, emails));
  const names = new Map<string, string>();
  for (const companyId of new Set(rows.map((row) => row.companyId))) {
    const [company] = await inCompany(database, companyId, { accessMode: 'read only' }, (tx) =>
      tx.select().from(companiesTable).where(eq(companiesTable.id, companyId)),
    );
    if (company?.demo) names.set(companyId, company.name);
  }
  const order = new Map(emails.map((email, place) => [email, place]));
  return rows
    .flatMap(({ email, name, roles, companyId, active }) => {
      const company = names.get(companyId);
      return active && company !== undefined ? [{ email, name, roles, company }] : [];
    })
    .toSorted((a, b) => (order.get(a.email) ?? 0) - (order.get(b.email) ?? 0));
}
