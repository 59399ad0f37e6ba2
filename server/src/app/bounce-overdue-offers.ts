import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { registerMutators, type SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';
import { bounceOffer } from '../handoff/bounce-offer.ts';
import { overdueOffers } from '../handoff/overdue-offers.ts';
import { companyIds } from '../people/found-company.ts';
import type { Env, SpineLog, Timer } from '../sync/env.ts';
import { createPgStore } from '../sync/pg-store.ts';
import { createServerSpine, type ServerSpine } from '../sync/spine.ts';
import { tables } from '../tables.ts';

const EVERY_MS = 15 * 60 * 1000;
/** Stands in the ledger where a person would. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface OfficeClockParts {
  readonly database: Database;
  readonly env: Env;
  readonly timer: Timer;
  readonly log: SpineLog;
}

/**
 * What happens because time passed, done through a spine of its own whose one mutator no person can send: the same
 * locks, ledger and versions as everything else. Several processes may run it; each offer bounces once.
 */
export function startOfficeClock(parts: OfficeClockParts): { stop(): Promise<void> } {
  const spine = createOfficeSpine(parts);
  let running: Promise<void> = Promise.resolve();
  const tick = (): void => {
    running = bounceOverdueOffers(parts, spine)
      .catch((error: unknown) => parts.log.error('office-clock.failed', { error }))
      .then(() => {
        next = parts.timer.after(EVERY_MS, tick);
      });
  };
  let next = parts.timer.after(EVERY_MS, tick);
  return {
    stop: async () => {
      next.cancel();
      await running;
      next.cancel();
      await spine.stop();
    },
  };
}

export function createOfficeSpine({ database, env, timer, log }: OfficeClockParts): ServerSpine {
  const mutators = registerMutators([bounceOffer]);
  const store = createPgStore(database, tables);
  return createServerSpine({ mutators, tables, effects: {}, authorise, env, log }, { store, timer });
}

/** What a person sends waits in the same ledger; it is never done from here. */
function authorise({ userId }: SyncActor): Refusal | null {
  return userId === NOBODY ? null : { code: 'permission.denied' };
}

/** An offer of ownership nobody answered in two business days goes back to the owner. */
export async function bounceOverdueOffers(
  { database, env }: Pick<OfficeClockParts, 'database' | 'env'>,
  spine: Pick<ServerSpine, 'perform'>,
): Promise<void> {
  const now = msToInstant(env.now());
  for (const companyId of await companyIds(database)) {
    const overdue = await inCompany(database, companyId, { accessMode: 'read only' }, (tx) =>
      overdueOffers(tx, companyId, now),
    );
    for (const offer of overdue) {
      // A fresh id: found twice, the second is refused, and an id that can be guessed could be taken by somebody else.
      const act = { id: env.uuid(), name: bounceOffer.name, v: bounceOffer.version, args: offer, at: now };
      await spine.perform({ userId: NOBODY, companyId, roles: [] }, act);
    }
  }
}
