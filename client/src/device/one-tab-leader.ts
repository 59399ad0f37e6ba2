import type { Channel, Env, Locks, PageLife, Timer } from './ports.ts';

interface Leader {
  stop(): void;
}

interface LeaderPorts {
  readonly locks: Locks | null;
  readonly channel: Channel;
  readonly life: PageLife;
  readonly timer: Timer;
  readonly env: Pick<Env, 'mono'>;
  readonly report: (surprise: unknown) => void;
}

/** Told when this tab may work and when it has to stop. */
interface Seat {
  lead(): void;
  stop(): void;
}

const BEAT_MS = 10_000;
const DEAD_MS = 30_000;
const BEAT = 'leader-beat';

/**
 * Lets one visible tab do the syncing. This only saves work: two leaders do no harm. A hidden tab lets go,
 * because the system may freeze it with the lock in hand; a visible one that hears nothing from the holder
 * for 30 s takes the lock away.
 */
export function leadInOneTab(ports: LeaderPorts, name: string, seat: Seat): Leader {
  let attempt: AbortController | null = null;
  const holder = createHolderWatch(ports, () => stand(true));

  function stand(steal: boolean): void {
    attempt?.abort();
    const mine = new AbortController();
    attempt = mine;
    holder.expect();
    const work = async (stolen: AbortSignal) => {
      holder.forget();
      await govern(ports, seat, mine.signal, stolen);
      if (stolen.aborted && !mine.signal.aborted) stand(false);
    };
    const held = ports.locks ? ports.locks.hold(name, { steal, giveUp: mine.signal }, work) : work(mine.signal);
    held.catch(ports.report);
  }

  function stepDown(): void {
    holder.forget();
    attempt?.abort();
    attempt = null;
  }

  const stopSeeing = ports.life.watch((now) => {
    if (now === 'hidden') stepDown();
    else if (attempt === null) stand(false);
  });
  if (ports.life.isVisible()) stand(false);
  return {
    stop: () => {
      stopSeeing();
      stepDown();
      holder.stop();
    },
  };
}

/** Holds the seat until this tab steps down or another takes it. */
async function govern(ports: LeaderPorts, seat: Seat, stepDown: AbortSignal, stolen: AbortSignal): Promise<void> {
  if (stepDown.aborted || stolen.aborted) return;
  seat.lead();
  const stopBeating = beat(ports);
  await new Promise<void>((over) => {
    for (const signal of [stepDown, stolen]) signal.addEventListener('abort', () => over(), { once: true });
  });
  stopBeating();
  seat.stop();
}

function beat({ timer, channel }: LeaderPorts): () => void {
  let cancel = () => {};
  const again = () => {
    channel.post(BEAT);
    cancel = timer.after(BEAT_MS, again);
  };
  again();
  return () => cancel();
}

/** Listens for the holder's heart while we wait for the lock. */
function createHolderWatch({ channel, timer, env }: LeaderPorts, isDead: () => void) {
  let heardAt = env.mono();
  let cancel = () => {};
  const look = () => {
    if (env.mono() - heardAt >= DEAD_MS) isDead();
    else cancel = timer.after(BEAT_MS, look);
  };
  const stopHearing = channel.listen((message) => {
    if (message === BEAT) heardAt = env.mono();
  });
  return {
    expect: () => {
      cancel();
      heardAt = env.mono();
      cancel = timer.after(BEAT_MS, look);
    },
    forget: () => cancel(),
    stop: stopHearing,
  };
}
