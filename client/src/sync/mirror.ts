import type { Instant } from '@cession/shared/kernel/instant.ts';
import { readMeta, EMPTY_META, type FactWithDefault, type Meta } from './meta.ts';
import { createMirrorState, type MirrorState } from './mirror-state.ts';
import type { OutboxEntry } from '../store/local-records.ts';
import type { LocalStore, LocalTx } from '../store/local-store.ts';
import { MIRRORED, type ChangedElsewhere, type Changes, type Committed } from './write.ts';

/** What the screens read, in memory: the view, the outbox and a few facts, kept up with every commit. */
export interface Mirror {
  load(): Promise<void>;
  apply(done: Committed): void;
  /** Another tab committed: reads the named records again. */
  hear(message: ChangedElsewhere): Promise<void>;
  /** After a time in which messages may have been lost. Reads everything again only if something was. */
  catchUp(): Promise<void>;
  rows(table: string): readonly unknown[];
  row(key: string): unknown;
  outbox(): readonly OutboxEntry[];
  entriesOf(key: string): readonly OutboxEntry[];
  sentAt(key: string): Instant | null;
  meta<K extends FactWithDefault>(key: K): Meta[K];
  find<K extends keyof Meta>(key: K): Meta[K] | null;
  /** Topics: `row:<table:id>`, `table:<name>`, `outbox`, `meta`, `sent`. */
  subscribe(topic: string, changed: () => void): () => void;
}

export function createMirror(store: LocalStore): Mirror {
  const state = createMirrorState();
  let loadedRev = 0;
  let applied = 0;

  async function load(): Promise<void> {
    const { rev, records } = await store.tx('r', MIRRORED, async (tx) => ({
      rev: (await readMeta(tx, 'counters')).rev,
      records: await readEverything(tx),
    }));
    loadedRev = rev;
    applied = 0;
    state.replace(records, rev);
  }

  return {
    load,
    apply: ({ rev, changes }) => {
      applied += 1;
      state.merge(changes, rev);
    },
    hear: async ({ keys }) => {
      const { rev, changes } = await store.tx('r', MIRRORED, async (tx) => ({
        changes: await readAgain(tx, keys),
        rev: (await readMeta(tx, 'counters')).rev,
      }));
      applied += 1;
      state.merge(changes, rev);
    },
    catchUp: async () => {
      const { rev } = await store.tx('r', ['meta'], (tx) => readMeta(tx, 'counters'));
      if (rev !== loadedRev + applied) await load();
    },
    ...readers(state),
  };
}

function readers(state: MirrorState) {
  return {
    rows: state.rows,
    row: (key: string) => state.view.get(key)?.row ?? null,
    outbox: state.outbox,
    entriesOf: state.entriesOf,
    sentAt: (key: string) => state.sent.get(key)?.at ?? null,
    meta: <K extends FactWithDefault>(key: K): Meta[K] =>
      // Only writeMeta writes this store.
      (state.meta.get(key)?.value ?? EMPTY_META[key]) as Meta[K],
    find: <K extends keyof Meta>(key: K): Meta[K] | null =>
      // Only writeMeta writes this store.
      (state.meta.get(key)?.value as Meta[K] | undefined) ?? null,
    subscribe: state.subscribe,
  };
}

async function readEverything(tx: LocalTx): Promise<Changes> {
  return {
    meta: new Map((await tx.all('meta')).map((record) => [record.key, record])),
    view: new Map((await tx.all('view')).map((record) => [record.key, record])),
    outbox: new Map((await tx.all('outbox')).map((record) => [record.seq, record])),
    sent: new Map((await tx.all('sent')).map((record) => [record.key, record])),
  };
}

async function readAgain(tx: LocalTx, keys: ChangedElsewhere['keys']): Promise<Changes> {
  const [meta, view, outbox, sent] = [
    await tx.getMany('meta', keys.meta),
    await tx.getMany('view', keys.view),
    await tx.getMany('outbox', keys.outbox),
    await tx.getMany('sent', keys.sent),
  ];
  return {
    meta: new Map(keys.meta.map((key, at) => [key, meta[at] ?? null])),
    view: new Map(keys.view.map((key, at) => [key, view[at] ?? null])),
    outbox: new Map(keys.outbox.map((key, at) => [key, outbox[at] ?? null])),
    sent: new Map(keys.sent.map((key, at) => [key, sent[at] ?? null])),
  };
}
