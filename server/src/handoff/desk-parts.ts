import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import type { Env } from '../sync/env.ts';

/** What the desk's questions need: the database and the server's clock. */
export interface DeskParts {
  readonly database: Database;
  readonly env: Pick<Env, 'now'>;
}

/** Answers from one moment of one company: counts and rows agree with each other. */
export function look<T>(
  { database, env }: DeskParts,
  actor: Actor,
  ask: (tx: CompanyTransaction, now: Instant) => Promise<T>,
): Promise<T> {
  const now = msToInstant(env.now());
  return inCompany(database, actor.companyId, { accessMode: 'read only', isolationLevel: 'repeatable read' }, (tx) =>
    ask(tx, now),
  );
}
