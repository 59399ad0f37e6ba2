import { cardDocuments, type CardDocument } from '@cession/shared/document/document.ts';
import type { Locks, Online, PageLife, Timer } from '../device/ports.ts';
import { isWaiting, rowKey } from '../store/local-records.ts';
import { StorageFailure } from '../store/local-store.ts';
import { backOffMs } from '../sync/back-off.ts';
import { needsPerson } from '../sync/link-state.ts';
import type { Mirror } from '../sync/mirror.ts';
import { oneAtATime } from '../sync/one-at-a-time.ts';
import type { SyncPorts, TransportFailure } from '../sync/ports.ts';
import type { KeptFile } from './file-box.ts';
import { sendFile, type SendPorts } from './send-file.ts';
import { sweepFiles } from './sweep-files.ts';

export interface UploadPorts extends SendPorts {
  readonly env: SyncPorts['env'];
  readonly mirror: Mirror;
  readonly timer: Timer;
  readonly locks: Locks | null;
  readonly life: PageLife;
  readonly online: Online;
  readonly lockName: string;
  readonly report: (surprise: unknown) => void;
  /** Something arrived: the row that says so is worth fetching. */
  readonly arrived: () => void;
}

export interface Uploads {
  /** Answers when everything that can travel now has. */
  run(): Promise<void>;
  stop(): void;
}

/** A row whose mutation is refused, or a server that forgot: looked at again now and then. */
const ANYWAY_MS = 5 * 60_000;

/** Sends files one at a time, in one tab at a time, beside the spine: a photograph never holds a mutation up. */
export function createUploads(ports: UploadPorts): Uploads {
  let stopped = false;
  const pace = createPace(ports, () => start('now'));
  const guarded = oneAtATime<Why>(
    (a, b) => a === 'now' && b === 'patient',
    async (why) => {
      if (stopped || !pace.allows(why)) return;
      await inOneTab(ports, async () => {
        const failure = await sendAll(ports, () => stopped);
        if (!stopped) pace.plan(failure);
      });
    },
  );

  function start(why: Why): void {
    guarded(why).catch((failure: unknown) => {
      if (!(failure instanceof StorageFailure)) ports.report(failure);
      if (!stopped) pace.plan({ kind: 'unreachable', why: 'garbled' });
    });
  }

  const ignore = watchReasons(ports, start);
  start('now');
  return {
    run: () => guarded('now'),
    stop: () => {
      stopped = true;
      pace.stop();
      ignore();
    },
  };
}

/** `patient` waits for the time the last failure set; `now` does not. */
type Why = 'now' | 'patient';

function createPace({ timer, env }: UploadPorts, due: () => void) {
  let failures = 0;
  let notBefore = 0;
  let cancel = () => {};
  return {
    stop: () => cancel(),
    allows: (why: Why) => why === 'now' || env.mono() >= notBefore,
    plan(failure: TransportFailure | null): void {
      cancel();
      failures = failure === null ? 0 : failures + 1;
      // Nobody is signed in, or the account is closed: the spine says so, and its next success wakes us.
      const waits = failure === null || needsPerson(failure) ? ANYWAY_MS : backOffMs(failures, failure, env.rand);
      notBefore = failure === null ? 0 : env.mono() + waits;
      cancel = timer.after(waits, due);
    },
  };
}

/** A new document, a verdict, a signal, a person who looks: each may have opened the way. */
function watchReasons({ mirror, life, online }: UploadPorts, start: (why: Why) => void): () => void {
  let link = mirror.meta('link');
  const stops = [
    mirror.subscribe(`table:${cardDocuments.name}`, () => start('patient')),
    mirror.subscribe('outbox', () => start('patient')),
    mirror.subscribe('meta', () => {
      const before = link;
      link = mirror.meta('link');
      if (link === 'ok' && before !== 'ok') start('now');
    }),
    life.watch((seen) => {
      if (seen === 'visible') start('now');
    }),
    online.watch(() => start('now')),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

async function sendAll(ports: UploadPorts, isStopped: () => boolean): Promise<TransportFailure | null> {
  const kept = await sweepFiles(ports);
  const documents = ports.mirror.rows(cardDocuments.name) as readonly CardDocument[]; // rows pass their schema first
  let worst: TransportFailure | null = null;
  for (const file of kept) {
    if (isStopped()) return null;
    if (!isWanted(ports, file, documents)) continue;
    const outcome = await sendFile(ports, file);
    if (outcome === 'done') ports.arrived();
    else if (outcome !== 'later') {
      worst = outcome;
      // The next one would meet the same wall.
      if (outcome.kind !== 'refused') return outcome;
    }
  }
  return worst;
}

/** Named by a document the server should know by now, which lacks its bytes there. */
function isWanted({ mirror, env }: UploadPorts, file: KeptFile, documents: readonly CardDocument[]): boolean {
  // Safe a while ago and yet the row says otherwise: a restored server has forgotten it.
  const isForgotten = file.state === 'safe' && Math.abs(env.now() - (file.safeAt ?? 0)) > FORGOTTEN_MS;
  if (file.state !== 'waiting' && !isForgotten) return false;
  return documents.some((document) => {
    if (document.removed || document.file?.sha256 !== file.sha256 || document.bytesAt !== null) return false;
    return !mirror.entriesOf(rowKey(cardDocuments.name, document.id)).some(isWaiting);
  });
}

/** Time enough for the row to come home after its bytes have arrived. */
const FORGOTTEN_MS = 10 * 60_000;
const PATIENCE_MS = 30_000;

/** Two tabs that send the same do no harm, so nobody waits for long for a tab that may be frozen. */
async function inOneTab({ locks, timer, lockName }: UploadPorts, work: () => Promise<void>): Promise<void> {
  if (locks === null) return work();
  const giveUp = new AbortController();
  const cancel = timer.after(PATIENCE_MS, () => giveUp.abort());
  const held = await locks.hold(lockName, { steal: false, giveUp: giveUp.signal }, async () => {
    cancel();
    await work();
  });
  cancel();
  if (!held) await work();
}
