import type { Actor, CompanyId, Profile, UserId } from '@cession/shared/people/actor.ts';
import type { Colleague } from '@cession/shared/people/people-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { savePerson } from '@cession/shared/people/people-procedures.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';
import { sqlState } from '../db/sql-state.ts';
import { sessionTable, userTable } from './auth-tables.ts';
import { createPerson, isEmailTaken, setPassword, type PeopleParts } from './create-person.ts';
import { companiesTable, membershipTable } from './people-tables.ts';
import { showPeople, type RowWriter } from './show-people.ts';

/** PostgreSQL, appendix A. */
const UNIQUE_VIOLATION = '23505';

type SavePerson = InputOfProcedure<typeof savePerson>;
export type PeopleRefusal = 'person.not-found' | 'person.email-taken' | 'person.password-missing' | 'person.last-admin';

/** What the phone keeps of its own sign-in. */
export async function profileOf(
  database: Database,
  actor: Actor,
  identity: { readonly name: string; readonly email: string },
): Promise<Profile> {
  const companyId = actor.companyId as CompanyId; // the session's company
  const [company] = await inCompany(database, companyId, { accessMode: 'read only' }, (tx) =>
    tx.select().from(companiesTable).where(eq(companiesTable.id, companyId)),
  );
  if (!company) throw new Error('a member of a company that is not there');
  return {
    userId: actor.userId as UserId, // the session's user
    companyId,
    companyName: company.name,
    name: identity.name,
    email: identity.email,
    roles: [...actor.roles] as Profile['roles'], // read from the membership table, which holds nothing else
    demo: company.demo,
  };
}

export async function listColleagues(database: Database, actor: Actor): Promise<readonly Colleague[]> {
  return database
    .select({
      id: membershipTable.userId,
      name: userTable.name,
      email: userTable.email,
      roles: membershipTable.roles,
      active: membershipTable.active,
    })
    .from(membershipTable)
    .innerJoin(userTable, eq(userTable.id, membershipTable.userId))
    .where(eq(membershipTable.memberOf, actor.companyId as CompanyId)) // the session's company
    .orderBy(asc(userTable.name));
}

/** Adds or changes a person of the admin's own company. The last open admin cannot shut everybody out. */
export async function saveColleague(
  parts: PeopleParts & { readonly writer: RowWriter },
  actor: Actor,
  input: SavePerson,
): Promise<Result<{ id: string }, PeopleRefusal>> {
  const companyId = actor.companyId as CompanyId; // the session's company
  const saved =
    input.id === null ? await addOne(parts, companyId, input) : await changeOne(parts, companyId, input.id, input);
  if (saved.ok) await showPeople(parts, companyId);
  return saved;
}

async function addOne(
  parts: PeopleParts,
  companyId: CompanyId,
  input: SavePerson,
): Promise<Result<{ id: string }, PeopleRefusal>> {
  if (input.password === null) return err('person.password-missing');
  if (await isEmailTaken(parts.database, input.email)) return err('person.email-taken');
  const { name, email, roles, password } = input;
  try {
    return ok({ id: await createPerson(parts, { companyId, name, email, roles, password }) });
  } catch (error) {
    // Two admins added the same person in the same moment; the unique address is the lock.
    if (sqlState(error) === UNIQUE_VIOLATION) return err('person.email-taken');
    throw error;
  }
}

async function changeOne(
  parts: PeopleParts,
  companyId: CompanyId,
  id: UserId,
  input: SavePerson,
): Promise<Result<{ id: string }, PeopleRefusal>> {
  const refused = await parts.database.transaction(async (tx): Promise<PeopleRefusal | null> => {
    // Locked in one order: two admins who shut each other out come one after the other.
    const members = await tx
      .select()
      .from(membershipTable)
      .where(eq(membershipTable.memberOf, companyId))
      .orderBy(asc(membershipTable.userId))
      .for('update');
    if (!members.some((member) => member.userId === id)) return 'person.not-found';
    const staysAdmin = input.active && input.roles.includes('admin');
    const isLeft = members.some((member) => member.userId !== id && member.active && member.roles.includes('admin'));
    if (!staysAdmin && !isLeft) return 'person.last-admin';
    await tx.update(userTable).set({ name: input.name, updatedAt: new Date() }).where(eq(userTable.id, id));
    await tx
      .update(membershipTable)
      .set({ roles: input.roles, active: input.active })
      .where(and(eq(membershipTable.userId, id), eq(membershipTable.memberOf, companyId)));
    if (!input.active) await tx.delete(sessionTable).where(eq(sessionTable.userId, id));
    return null;
  });
  if (refused !== null) return err(refused);
  if (input.password !== null) await setPassword(parts, id, input.password);
  return ok({ id });
}
