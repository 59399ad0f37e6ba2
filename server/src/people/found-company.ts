import { randomUUID } from 'node:crypto';
import type { CompanyId, Role, UserId } from '@cession/shared/people/actor.ts';
import { companies } from '@cession/shared/people/company.ts';
import { count } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { createPerson, type PeopleParts } from './create-person.ts';
import { membershipTable } from './people-tables.ts';
import { showPeople, type RowWriter } from './show-people.ts';

export interface NewCompany {
  readonly name: string;
  readonly country: string;
  readonly demo: boolean;
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly roles: readonly Role[];
    readonly password: string;
  }[];
}

/** A company with its first people. Answers their ids by e-mail. */
export async function foundCompany(
  parts: PeopleParts & { readonly writer: RowWriter },
  company: NewCompany,
): Promise<{ readonly companyId: CompanyId; readonly userIds: ReadonlyMap<string, UserId> }> {
  const companyId = randomUUID() as CompanyId; // made here
  const { name, country, demo } = company;
  await parts.writer.writeRows(companyId, [companies.put({ id: companyId, name, country, demo })]);
  const userIds = new Map<string, UserId>();
  for (const person of company.people) {
    userIds.set(person.email, await createPerson(parts, { ...person, companyId }));
  }
  await showPeople(parts, companyId);
  return { companyId, userIds };
}

/** True on a database where nobody has ever been let in. */
export async function hasNobody(database: Database): Promise<boolean> {
  const [row] = await database.select({ number: count() }).from(membershipTable);
  return (row?.number ?? 0) === 0;
}

/** Every company somebody belongs to. */
export async function companyIds(database: Database): Promise<readonly CompanyId[]> {
  const rows = await database.selectDistinct({ id: membershipTable.memberOf }).from(membershipTable);
  return rows.map((row) => row.id);
}
