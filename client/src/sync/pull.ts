import {
  LIMITS,
  PROTOCOL_VERSION,
  type PullRequest,
  type PullResponse,
  type Verdict,
  type WireRow,
} from '@cession/shared/sync/protocol.ts';
import { applyLastPage, applyPage, type PullRun } from './apply-pull.ts';
import { isWaiting } from '../store/local-records.ts';
import { findMeta, readMeta } from './meta.ts';
import type { SyncPorts, TransportFailure } from './ports.ts';
import type { PullKit } from './pull-kit.ts';

/** More pages or resets than any honest server needs. */
const MOST_PAGES = 2000;

/**
 * Brings the phone up to the server. A pull that continues from a cursor lands in one transaction; one from
 * zero lands page by page, so that a long first sync survives a kill, and its cursor moves with the last page.
 */
export async function pull(own: PullKit): Promise<TransportFailure | null> {
  let run = await startRun(own.ports);
  let ahead: ReturnType<typeof own.ports.transport.pull> | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    await own.ports.step?.('before-pull');
    const answer = await (ahead ?? own.ports.transport.pull(run.request));
    ahead = null;
    await own.ports.step?.('after-pull');
    if (!answer.ok) return answer.error;
    const response = answer.value;
    if (response.reset) {
      if (run.reset) break;
      run = fromZero(run, response.reset);
      continue;
    }
    run = taken(run, response);
    if (response.next === undefined) {
      if (response.cursor === undefined) break;
      await applyLastPage(own, run, response, response.cursor);
      await own.ports.step?.('after-apply');
      // A row that changed while the pages came is not on any of them.
      return run.pageWise && page > 0 ? pull(own) : null;
    }
    run = { ...run, request: { ...run.request, page: response.next } };
    if (!run.pageWise) continue;
    // The next page is on its way while this one is written down.
    ahead = own.ports.transport.pull(run.request);
    ahead.catch(() => undefined);
    run = await applyPage(own, run, response);
  }
  return { kind: 'unreachable', why: 'garbled' };
}

async function startRun({ store }: SyncPorts): Promise<PullRun> {
  return store.tx('r', ['meta', 'outbox', 'confirmed'], async (tx) => {
    const device = await findMeta(tx, 'device');
    const server = await readMeta(tx, 'server');
    const asked = (await tx.all('outbox')).filter((entry) => isWaiting(entry) && entry.status !== 'pending');
    const request: PullRequest = {
      p: PROTOCOL_VERSION,
      epoch: server.epoch,
      device: device?.deviceId ?? '',
      incarnation: device?.incarnation ?? '',
      scope: server.scope,
      cursor: server.cursor,
      page: null,
      limit: LIMITS.pullRows,
      verdictsFor: asked.slice(0, 200).map((entry) => entry.id),
    };
    const pageWise = server.cursor === 0;
    const holdsNothing = pageWise && (await tx.all('confirmed', { most: 1 })).length === 0;
    const alone = holdsNothing ? (await readMeta(tx, 'counters')).rev : null;
    const start = { startCursor: server.cursor, pageWise, alone, reset: null, done: 0 };
    return { request, ...start, ...NOTHING_YET, seen: new Set() };
  });
}

const NOTHING_YET: { rows: readonly WireRow[]; departed: PullResponse['departed']; verdicts: readonly Verdict[] } = {
  rows: [],
  departed: [],
  verdicts: [],
};

/** The server wants us to start over. Nothing local is dropped before its first page is here. */
function fromZero(run: PullRun, reset: NonNullable<PullResponse['reset']>): PullRun {
  const request = { ...run.request, epoch: null, scope: null, cursor: 0, page: null };
  return { ...run, request, pageWise: true, reset, done: 0, ...NOTHING_YET, seen: new Set() };
}

function taken(run: PullRun, response: PullResponse): PullRun {
  return {
    ...run,
    done: run.done + response.rows.length,
    rows: [...run.rows, ...response.rows],
    departed: [...run.departed, ...response.departed],
    verdicts: [...run.verdicts, ...response.verdicts],
  };
}
