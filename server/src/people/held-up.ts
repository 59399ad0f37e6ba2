import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import type { OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { listHeldUp as HeldUp } from '@cession/shared/people/people-procedures.ts';
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { deviceTable, mutationTable } from '../sync/spine-tables.ts';
import type { Env } from '../sync/env.ts';
import { peopleTable } from './people-tables.ts';

type Answer = OutputOfProcedure<typeof HeldUp>;

const DARK_AFTER_MS = 24 * 60 * 60 * 1000;
const MOST = 200;

/** Quarantined mutations, and phones that hold unsent work and have not been seen for a day. */
export function listHeldUp(
  { database, env }: { readonly database: Database; readonly env: Pick<Env, 'now'> },
  actor: Actor,
): Promise<Answer> {
  const darkSince = msToInstant(env.now() - DARK_AFTER_MS);
  return inCompany(database, actor.companyId, { accessMode: 'read only' }, async (tx) => {
    const people = await tx.select().from(peopleTable).where(eq(peopleTable.companyId, actor.companyId));
    const names = new Map<string, string>(people.map(({ id, name }) => [id, name]));
    const nameOf = (userId: string): string => names.get(userId) ?? '';
    return {
      quarantined: await quarantinedIn(tx, actor.companyId, nameOf),
      darkPhones: await darkPhonesIn(tx, actor.companyId, darkSince, nameOf),
    };
  });
}

type NameOf = (userId: string) => string;

async function quarantinedIn(
  tx: CompanyTransaction,
  companyId: string,
  nameOf: NameOf,
): Promise<Answer['quarantined']> {
  const rows = await tx
    .select()
    .from(mutationTable)
    .where(and(eq(mutationTable.companyId, companyId), eq(mutationTable.state, 'quarantined')))
    .orderBy(desc(mutationTable.receivedAt))
    .limit(MOST);
  return rows.map(({ id, name, userId, receivedAt, failure }) => ({
    id,
    name,
    userName: nameOf(userId),
    receivedAt,
    reason: failure ?? '',
  }));
}

async function darkPhonesIn(
  tx: CompanyTransaction,
  companyId: string,
  darkSince: Instant,
  nameOf: NameOf,
): Promise<Answer['darkPhones']> {
  const rows = await tx
    .select()
    .from(deviceTable)
    .where(
      and(eq(deviceTable.companyId, companyId), gt(deviceTable.pendingCount, 0), lt(deviceTable.lastSeenAt, darkSince)),
    )
    .orderBy(asc(deviceTable.lastSeenAt))
    .limit(MOST);
  return rows.map((row) => ({
    deviceId: row.id,
    userName: nameOf(row.userId),
    lastSeen: row.lastSeenAt,
    pending: row.pendingCount,
    oldestPendingAt: row.oldestPendingAt,
  }));
}
