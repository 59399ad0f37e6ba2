import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import type { Auth } from './auth.ts';
import { membershipTable } from './people-tables.ts';

export type SessionAnswer =
  | { readonly kind: 'signed-in'; readonly actor: Actor; readonly name: string; readonly email: string }
  | { readonly kind: 'signed-out' }
  /** Known, but an admin has closed the account. */
  | { readonly kind: 'closed' };

/** Who sends this request. Company, user and roles come from here and from nowhere else. */
export async function whoAsks(auth: Auth, database: Database, headers: Headers): Promise<SessionAnswer> {
  const session = await auth.api.getSession({ headers });
  if (!session) return { kind: 'signed-out' };
  const [member] = await database
    .select()
    .from(membershipTable)
    .where(eq(membershipTable.userId, session.user.id as typeof membershipTable.$inferSelect.userId)); // a user id of our own making
  if (!member?.active) return { kind: 'closed' };
  const actor: Actor = { userId: member.userId, companyId: member.memberOf, roles: member.roles };
  return { kind: 'signed-in', actor, name: session.user.name, email: session.user.email };
}

/** When the person of this session last showed who they are. A session that is gone meanwhile was never fresh. */
export async function signedInAt(auth: Auth, headers: Headers): Promise<Instant> {
  const session = await auth.api.getSession({ headers });
  return msToInstant(session?.session.createdAt.getTime() ?? 0);
}
