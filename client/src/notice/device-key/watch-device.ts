import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import { StorageFailure } from '../../store/local-store.ts';
import { releaseProven } from '../ceremony-record/release-proven.ts';
import { sendClosed, type Carrier } from '../ceremony-record/send-ceremony.ts';
import type { EvidenceDevice } from './evidence-device.ts';

const HOUR_MS = 3_600_000;
/** News of the link come with every sync; the server is asked about the key less often. */
const LEAST_BETWEEN_MS = 60_000;
/** Where the server wants a fresh sign-in, asking again soon helps nobody; the screens ask when they are opened. */
const BETWEEN_REFUSALS_MS = 600_000;

/**
 * As long as the phone is open: keeps the key enrolled while there is a signal, hands closed ceremonies to the outbox,
 * and lets go of evidence whose receipt has come. The answer stops it.
 */
export function watchDevice({ parts, keeper }: EvidenceDevice, sync: Carrier): () => void {
  const { timer, env } = parts;
  /** Work that was under way when the phone was closed finds its store closed; it goes on at the next start. */
  const report = (surprise: unknown): void => {
    if (!over || !(surprise instanceof StorageFailure) || surprise.fault !== 'closed') parts.report(surprise);
  };
  let over = false;
  const background = (work: Promise<unknown>) => void work.catch(report);
  const release = oneAfterAnother(() => releaseProven(parts, sync), report);
  let askedAt = -Infinity;
  let cancel = (): void => undefined;

  const look = () => {
    const state = keeper.state();
    const isRefused = state?.kind === 'not-enrolled' && state.why === 'sign-in-again';
    const pause = isRefused ? BETWEEN_REFUSALS_MS : LEAST_BETWEEN_MS;
    if (over || sync.mirror.meta('link') !== 'ok' || env.mono() - askedAt < pause) return;
    askedAt = env.mono();
    // A receipt may wait for a key of the server's that comes with the beacon.
    background(keeper.check('hourly').then(release));
  };
  const hourly = () => {
    look();
    cancel = timer.after(HOUR_MS, hourly);
  };
  const stops = [sync.mirror.subscribe('meta', look), sync.mirror.subscribe(`table:${ceremonies.name}`, release)];
  hourly();
  release();
  background(sendClosed(parts, sync));
  return () => {
    over = true;
    cancel();
    for (const stop of stops) stop();
  };
}

/** While it runs, being asked again means: once more afterwards. */
function oneAfterAnother(work: () => Promise<unknown>, report: (surprise: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await work().catch(report);
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}
