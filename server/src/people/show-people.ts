import { people, type CompanyId, type Person } from '@cession/shared/people/actor.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';
import { userTable } from './auth-tables.ts';
import { membershipTable, peopleTable } from './people-tables.ts';

export interface RowWriter {
  /** Writes synced rows outside any mutation, through the company's counter like everything else. */
  writeRows(companyId: string, changes: readonly Change[]): Promise<void>;
}

/**
 * Brings what colleagues see of each other in line with the memberships. Run after every change of people and at
 * every start, so a crash between the two mends itself.
 */
export async function showPeople(
  { database, writer }: { readonly database: Database; readonly writer: RowWriter },
  companyId: CompanyId,
): Promise<void> {
  const members = await membersOf(database, companyId);
  const shown = await inCompany(database, companyId, { accessMode: 'read only' }, (tx) =>
    tx
      .select()
      .from(peopleTable)
      .where(and(eq(peopleTable.companyId, companyId), isNull(peopleTable.deletedAt))),
  );
  const shownById = new Map(shown.map((person) => [person.id, person]));
  const changed = members.filter((member) => !isSame(member, shownById.get(member.id)));
  if (changed.length > 0)
    await writer.writeRows(
      companyId,
      changed.map((person) => people.put(person)),
    );
}

async function membersOf(database: Database, companyId: CompanyId): Promise<readonly Person[]> {
  const rows = await database
    .select({
      id: membershipTable.userId,
      name: userTable.name,
      roles: membershipTable.roles,
      active: membershipTable.active,
    })
    .from(membershipTable)
    .innerJoin(userTable, eq(userTable.id, membershipTable.userId))
    .where(eq(membershipTable.memberOf, companyId));
  return rows;
}

function isSame(member: Person, shown: Person | undefined): boolean {
  return (
    shown !== undefined &&
    shown.name === member.name &&
    shown.active === member.active &&
    shown.roles.join() === member.roles.join()
  );
}
