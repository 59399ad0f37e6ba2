import type { Instant } from '@cession/shared/kernel/instant.ts';
import { readMeta, EMPTY_META, type FactWithDefault, type Meta } from './meta.ts';
import { createMirrorState, type MirrorState } from './mirror-state.ts';
import type { OutboxEntry } from '../store/local-records.ts';
import type { LocalStore, LocalTx } from '../store/local-store.ts';
import type { ReadAhead } from '../store/read-ahead.ts';
import { MIRRORED, type ChangedElsewhere, type Changes, type Committed } from './write.ts';

/** What the screens read, in memory: the view, the outbox and a few facts, kept up with every commit. */
export interface Mirror {
  /** Reads what a first screen may need. */
  load(): Promise<void>;
  /** Reads what `load` left out; until then memory is not the whole truth. */
  loadRest(): Promise<void>;
  apply(done: Committed): void;
  /** Another tab committed: reads the named records again. */
  hear(message: ChangedElsewhere): Promise<void>;
  /** After a time in which messages may have been lost. Reads everything again only if something was. */
  catchUp(): Promise<void>;
  /** Every commit up to this one is in here; null while something was left out. */
  upTo(): number | null;
  rows(table: string): readonly unknown[];
  row(key: string): unknown;
  outbox(): readonly OutboxEntry[];
  entriesOf(key: string): readonly OutboxEntry[];
  /** As `LocalTx.touching`. */
  touching(keys: readonly string[]): readonly OutboxEntry[];
  sentAt(key: string): Instant | null;
  meta<K extends FactWithDefault>(key: K): Meta[K];
  find<K extends keyof Meta>(key: K): Meta[K] | null;
  /** Topics: `row:<table:id>`, `table:<name>`, `outbox`, `meta`, `sent`. */
  subscribe(topic: string, changed: () => void): () => void;
}

/**
 * `late` names a large table that no first screen shows: it is read when there is time. `ahead` is everything else, as
 * somebody has read it a moment ago: it stands for the first reading.
 */
export function createMirror(store: LocalStore, late: string | null = null, ahead: ReadAhead | null = null): Mirror {
  const state = createMirrorState();
  const known = contiguous();
  let leftOut = late;
  let given = ahead;

  async function load(): Promise<void> {
    // It lacks what is late: once that is wanted, it is no reading any more.
    const { rev, records } = given === null || leftOut === null ? await readAll(store, leftOut) : asRead(given);
    given = null;
    known.startAt(rev);
    state.replace(records, rev);
  }

  async function loadRest(): Promise<void> {
    if (leftOut === null) return;
    const { rev, changes } = await readTable(store, leftOut);
    // Everything was read again meanwhile, and later than this.
    if (leftOut === null) return;
    leftOut = null;
    state.merge(changes, rev);
  }

  return {
    ...{ load, loadRest },
    apply: ({ rev, changes }) => {
      known.add(rev);
      state.merge(changes, rev);
    },
    hear: async ({ rev: heard, keys }) => {
      const { rev, changes } = await readAgain(store, keys);
      known.add(heard);
      state.merge(changes, rev);
    },
    catchUp: async () => {
      const rev = await readRev(store);
      if (rev === known.upTo() && leftOut === null) return;
      leftOut = null;
      await load();
    },
    upTo: () => (leftOut === null ? known.upTo() : null),
    ...readers(state),
  };
}

/** Commits are numbered without gaps, but messages of other tabs may come late, twice or never. */
function contiguous() {
  let upTo = 0;
  const ahead = new Set<number>();
  const move = () => {
    while (ahead.delete(upTo + 1)) upTo += 1;
  };
  return {
    upTo: () => upTo,
    startAt: (rev: number) => {
      upTo = rev;
      for (const later of ahead) if (later <= rev) ahead.delete(later);
      move();
    },
    add: (rev: number) => {
      if (rev > upTo) ahead.add(rev);
      move();
    },
  };
}

function readers(state: MirrorState) {
  return {
    rows: state.rows,
    row: (key: string) => state.view.get(key)?.row ?? null,
    outbox: state.outbox,
    entriesOf: state.entriesOf,
    touching: state.touching,
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

function readRev(store: LocalStore): Promise<number> {
  return store.tx('r', ['meta'], async (tx) => (await readMeta(tx, 'counters')).rev);
}

function readAll(store: LocalStore, leftOut: string | null) {
  return store.tx('r', MIRRORED, async (tx) => ({
    rev: (await readMeta(tx, 'counters')).rev,
    records: await readEverything(tx, leftOut),
  }));
}

/** All asked for at once; `leftOut` is a table whose rows may come later. */
async function readEverything(tx: LocalTx, leftOut: string | null): Promise<Changes> {
  const around = leftOut === null ? [{}] : [{ below: rowsOf(leftOut).from }, { from: rowsOf(leftOut).below }];
  const [meta, outbox, sent, ...view] = await Promise.all([
    tx.all('meta'),
    tx.all('outbox'),
    tx.all('sent'),
    ...around.map((part) => tx.all('view', part)),
  ]);
  return asChanges({ meta, outbox, sent, view: view.flat() });
}

function asRead(given: ReadAhead): { readonly rev: number; readonly records: Changes } {
  const records = asChanges(given);
  // Only writeMeta writes this store.
  const counters = records.meta.get('counters')?.value as Meta['counters'] | undefined;
  return { records, rev: (counters ?? EMPTY_META.counters).rev };
}

function asChanges({ meta, outbox, sent, view }: ReadAhead): Changes {
  return {
    meta: byKey(meta),
    view: byKey(view),
    outbox: new Map(outbox.map((record) => [record.seq, record])),
    sent: byKey(sent),
  };
}

function readTable(store: LocalStore, table: string) {
  return store.tx('r', ['meta', 'view'], async (tx) => {
    const { rev } = await readMeta(tx, 'counters');
    const view = byKey(await tx.all('view', rowsOf(table)));
    return { rev, changes: { meta: new Map(), outbox: new Map(), sent: new Map(), view } };
  });
}

/** The keys `table:id` of one table: the semicolon is the colon's neighbour. */
function rowsOf(table: string): { readonly from: string; readonly below: string } {
  return { from: `${table}:`, below: `${table};` };
}

function byKey<R extends { readonly key: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.key, record]));
}

function readAgain(store: LocalStore, keys: ChangedElsewhere['keys']) {
  return store.tx('r', MIRRORED, async (tx) => ({
    changes: await readNamed(tx, keys),
    rev: (await readMeta(tx, 'counters')).rev,
  }));
}

async function readNamed(tx: LocalTx, keys: ChangedElsewhere['keys']): Promise<Changes> {
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
