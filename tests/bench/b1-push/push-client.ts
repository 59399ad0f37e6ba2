/** One device of one contender, in a process of its own: prepares a run, makes it, says what it cost. */
import { cardDocuments, hashOf } from '../kit/card-documents.ts';
import { answerAsks } from '../kit/pinned-process.ts';
import { countWire } from '../kit/wire-count.ts';
import type { Contender, OpenPusher, Pusher, PushTarget } from './pusher.ts';

export type PushQuestion =
  | { readonly kind: 'save'; readonly target: PushTarget; readonly seed: number; readonly count: number }
  | { readonly kind: 'drain' };

export interface PushReport {
  readonly ms: number;
  readonly requests: number;
  readonly up: number;
  readonly down: number;
  /** How long each request took, in milliseconds. */
  readonly waits: readonly number[];
  readonly clientCpu: number;
  readonly hash: string;
}

const openers: Readonly<Record<Contender, () => Promise<OpenPusher>>> = {
  ours: async () => (await import('./ours-pusher.ts')).openOurs,
  'ours-memory': async () => (await import('./ours-pusher.ts')).openOursInMemory,
  'ours-no-ledger': async () => (await import('./ours-pusher.ts')).openOursInMemory,
  'rxdb-memory': async () => (await import('./rxdb-pusher.ts')).openRxdbMemory,
  'rxdb-dexie': async () => (await import('./rxdb-pusher.ts')).openRxdbDexie,
  pouchdb: async () => (await import('./pouchdb-pusher.ts')).openPouchdb,
  tanstack: async () => (await import('./tanstack-pusher.ts')).openTanstack,
  'insert-values': async () => (await import('./raw-pusher.ts')).openInsertValues,
  'insert-json': async () => (await import('./raw-pusher.ts')).openInsertJson,
};

const wire = countWire();
let pusher: Pusher | null = null;

answerAsks(async (question: PushQuestion) => {
  switch (question.kind) {
    case 'save':
      return save(question);
    case 'drain':
      return drain();
  }
});

async function save({ target, seed, count }: Extract<PushQuestion, { kind: 'save' }>): Promise<void> {
  // The parent names the contender when it starts this program.
  const open = await openers[process.argv[2] as Contender]();
  pusher = await open(target);
  await pusher.save(cardDocuments(seed, count));
}

async function drain(): Promise<PushReport> {
  if (pusher === null) throw new Error('nothing was saved');
  globalThis.gc?.();
  const [before, cpuBefore] = [wire(), process.cpuUsage()];
  const startedAt = performance.now();
  await pusher.drain();
  const ms = performance.now() - startedAt;
  const [after, cpu] = [wire(), process.cpuUsage(cpuBefore)];
  const hash = hashOf(await pusher.held());
  await pusher.close();
  pusher = null;
  return {
    ...{ ms, hash, clientCpu: (cpu.user + cpu.system) / 1e6 },
    requests: after.requests - before.requests,
    up: after.up - before.up,
    down: after.down - before.down,
    waits: after.waits.slice(before.waits.length),
  };
}
