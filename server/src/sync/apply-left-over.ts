import { applyMutations } from './apply-mutations.ts';
import type { Timer, TimerHandle } from './env.ts';
import type { Spine } from './spine-parts.ts';

export interface LeftOverWorker {
  start(): void;
  /** Ends after the round at hand. */
  stop(): Promise<void>;
  /** One round now. `everything` looks at held mutations too. */
  runOnce(everything: boolean): Promise<void>;
}

const EVERY_MS = 3000;
/** Held mutations move when what they wait for does; looking at all of them is for what a killed process left. */
const HELD_EVERY_ROUNDS = 20;
const MOST_PER_ROUND = 1000;

/**
 * Decides what was received and never decided: a server killed between receipt and decision, or an attempt that
 * failed. Starts with everything, which is also how mutations of newer apps get on after the server was updated.
 */
export function createLeftOverWorker(spine: Spine, timer: Timer): LeftOverWorker {
  let next: TimerHandle | null = null;
  let running: Promise<void> = Promise.resolve();
  let stopped = true;
  let round = 0;
  const runOnce = async (everything: boolean): Promise<void> => {
    for (const companyId of await spine.store.companies()) {
      try {
        await applyCompany(spine, companyId, everything);
      } catch (error) {
        spine.log.error('left-over.failed', { companyId, error });
      }
    }
  };
  const tick = (): void => {
    running = runOnce(round % HELD_EVERY_ROUNDS === 0)
      .catch((error: unknown) => spine.log.error('left-over.failed', { error }))
      .finally(() => {
        round += 1;
        if (!stopped) next = timer.after(EVERY_MS, tick);
      });
  };
  return {
    runOnce,
    start: () => {
      if (!stopped) return;
      stopped = false;
      tick();
    },
    stop: () => {
      stopped = true;
      next?.cancel();
      return running;
    },
  };
}

async function applyCompany(spine: Spine, companyId: string, everything: boolean): Promise<void> {
  const ids = await spine.store.write(companyId, async (tx) => {
    const received = await tx.openIds('received', MOST_PER_ROUND);
    return everything ? [...received, ...(await tx.openIds('held', MOST_PER_ROUND))] : received;
  });
  // What another process works on right now is left to it.
  if (ids.length > 0) await applyMutations(spine, companyId, ids, 'skip');
}
