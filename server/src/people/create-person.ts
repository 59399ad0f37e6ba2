import { randomUUID } from 'node:crypto';
import type { CompanyId, Role, UserId } from '@cession/shared/people/actor.ts';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { accountTable, sessionTable, userTable } from './auth-tables.ts';
import type { Auth } from './auth.ts';
import { membershipTable } from './people-tables.ts';

export interface NewPerson {
  readonly companyId: CompanyId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

export interface PeopleParts {
  readonly database: Database;
  readonly auth: Auth;
}

/** True where somebody signs in with this address already, in whichever company. */
export async function isEmailTaken(database: Database, email: string): Promise<boolean> {
  const found = await database
    .select()
    .from(userTable)
    .where(eq(userTable.email, folded(email)));
  return found.length > 0;
}

/** Account, password and membership, together or not at all. The colleagues' view follows with `showPeople`. */
export async function createPerson({ database, auth }: PeopleParts, person: NewPerson): Promise<UserId> {
  const { password } = await auth.$context;
  const hash = await password.hash(person.password);
  const id = randomUUID() as UserId; // made here
  const email = folded(person.email);
  await database.transaction(async (tx) => {
    await tx.insert(userTable).values({ id, name: person.name, email, emailVerified: true });
    await tx.insert(accountTable).values({
      id: randomUUID(),
      userId: id,
      accountId: id,
      providerId: 'credential',
      password: hash,
    });
    await tx
      .insert(membershipTable)
      .values({ userId: id, memberOf: person.companyId, roles: [...person.roles], active: true });
  });
  return id;
}

/** A new password ends every session that was opened with the old one. */
export async function setPassword({ database, auth }: PeopleParts, userId: UserId, plain: string): Promise<void> {
  const { password } = await auth.$context;
  const hash = await password.hash(plain);
  await database.transaction(async (tx) => {
    await tx.update(accountTable).set({ password: hash, updatedAt: new Date() }).where(eq(accountTable.userId, userId));
    await tx.delete(sessionTable).where(eq(sessionTable.userId, userId));
  });
}

function folded(email: string): string {
  return email.trim().toLowerCase();
}
