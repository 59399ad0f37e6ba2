import { backOffMs } from './back-off.ts';
import { linkAfter, needsPerson } from './link-state.ts';
import { findMeta, readMeta, writeMeta } from './meta.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { StorageFailure } from '../store/local-store.ts';
import { type TransportFailure } from './ports.ts';
import type { PushKit } from './push.ts';
import { dropOldReceipts } from './reconcile.ts';
import { syncOnce } from './sync-once.ts';
import { createWatchdog } from './watchdog.ts';
import { isSendable } from './wire-mutation.ts';

/** Why the loop runs now. A person asking, or coming back, ends every waiting. */
export type Trigger = 'start' | 'visible' | 'online' | 'perform' | 'poke' | 'manual' | 'timer';

export interface SyncLoop {
  /** Answers when the run it caused, or the one under way and the next, is over. */
  trigger(why: Trigger): Promise<void>;
  /** From now on this tab may sync, until `stop`. */
  lead(): void;
  stop(): void;
}

export interface LoopEvents {
  /** Held in memory only: true while a run is under way. */
  busy(running: boolean): void;
  /** In how many milliseconds the loop tries again by itself; null when it waits for a person. */
  nextTry(inMs: number | null): void;
  /** Something has waited for 15 minutes although the server answers. */
  stuck(is: boolean): void;
}

const PATIENT: ReadonlySet<Trigger> = new Set(['perform', 'timer', 'poke']);
const PENDING_MS = 30_000;
const IDLE_MS = 5 * 60_000;

/** Push, pull, reconcile; one run at a time, in one tab at a time. */
export function createSyncLoop(own: PushKit, events: LoopEvents): SyncLoop {
  const watchdog = createWatchdog(own.ports.env.mono);
  const pace = createPace(own, events, () => void trigger('timer'));
  let leading = false;

  const guarded = oneAtATime<Trigger>((a, b) => !PATIENT.has(a) && PATIENT.has(b), run);

  async function trigger(why: Trigger): Promise<void> {
    if (leading && pace.allows(why)) await guarded(why);
  }

  async function run(why: Trigger): Promise<void> {
    // What was asked for during the run before this one may have become pointless since.
    if (!leading || !pace.allows(why)) return;
    pace.stop();
    // The network is back: what failed while it was gone says nothing about now.
    if (why === 'online') pace.forget();
    events.busy(true);
    try {
      const { failure, waitMs, moved } = await syncOnce(own, watchdog.resting(), why === 'start');
      await noteLink(own, failure);
      // A line that takes something now and then is worth trying again soon.
      if (moved) pace.forget();
      const waiting = await waitingEntries(own);
      events.stuck(watchdog.look(waiting, failure === null));
      pace.plan(failure, waitMs || (waiting.length > 0 ? PENDING_MS : IDLE_MS), leading);
    } catch (surprise) {
      // The phone's storage hiccups: what was sent is sent again later and hears the same answer.
      if (!(surprise instanceof StorageFailure)) own.ports.report(surprise);
      pace.plan({ kind: 'unreachable', why: 'garbled' }, 0, leading);
    } finally {
      events.busy(false);
    }
  }

  return {
    trigger,
    lead: () => {
      leading = true;
    },
    stop: () => {
      leading = false;
      pace.stop();
    },
  };
}

/** When the loop runs next by itself, and what it may be hurried by. */
function createPace({ ports: { env, timer, life } }: PushKit, events: LoopEvents, due: () => void) {
  let failures = 0;
  let notBefore = 0;
  let stop = () => {};
  return {
    stop: () => stop(),
    forget: () => {
      failures = 0;
    },
    allows: (why: Trigger) => !PATIENT.has(why) || env.mono() >= notBefore,
    plan(failure: TransportFailure | null, restMs: number, leading: boolean): void {
      stop();
      failures = failure ? failures + 1 : 0;
      if (!leading || (failure && needsPerson(failure))) {
        notBefore = 0;
        return events.nextTry(null);
      }
      const inMs = failure ? backOffMs(failures, failure, env.rand, life.isVisible()) : restMs;
      notBefore = failure ? env.mono() + inMs : 0;
      events.nextTry(inMs);
      stop = timer.after(inMs, () => {
        // It may ring a moment early by the other clock, and nobody would ring again.
        notBefore = 0;
        due();
      });
    },
  };
}

async function waitingEntries({ ports, kit }: PushKit) {
  const all = await ports.store.tx('r', ['outbox'], (tx) => tx.all('outbox'));
  return all.filter((entry) => isSendable(kit, entry));
}

async function noteLink({ ports, write }: PushKit, failure: TransportFailure | null): Promise<void> {
  const now = linkAfter(failure);
  const before = await ports.store.tx('r', ['meta'], (tx) => readMeta(tx, 'link'));
  if (before === now) return;
  await write(['receipts', 'sent'], async (tx) => {
    await writeMeta(tx, 'link', now);
    const contact = await findMeta(tx, 'contact');
    if (contact) await dropOldReceipts(tx, contact.at);
  });
}
