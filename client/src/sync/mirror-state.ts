import type { MetaRecord, OutboxEntry, SentMark, ViewRow } from '../store/local-records.ts';
import type { Changes } from './write.ts';

/** The records themselves, lists derived from them on demand, and who wants to hear of changes. */
export interface MirrorState {
  readonly meta: ReadonlyMap<string, MetaRecord>;
  readonly view: ReadonlyMap<string, ViewRow>;
  readonly sent: ReadonlyMap<string, SentMark>;
  /** The same array until a row of the table changes. */
  rows(table: string): readonly unknown[];
  /** In seq order; the same array until an entry changes. */
  outbox(): readonly OutboxEntry[];
  entriesOf(key: string): readonly OutboxEntry[];
  touching(keys: readonly string[]): readonly OutboxEntry[];
  replace(records: Changes, rev: number): void;
  /** `rev` is the commit the changes were read at: an older reading never covers a newer one. */
  merge(changes: Changes, rev: number): void;
  subscribe(topic: string, changed: () => void): () => void;
}

const NONE: readonly OutboxEntry[] = [];

export function createMirrorState(): MirrorState {
  const [meta, sent] = [new Map<string, MetaRecord>(), new Map<string, SentMark>()];
  const view = new Map<string, ViewRow>();
  const tables = rowLists();
  const outbox = outboxLists();
  const listeners = topicListeners();
  const freshness = createFreshness();

  function merge(changes: Changes, rev: number): void {
    const topics = new Set<string>();
    const fresh = (store: keyof Changes, key: string | number) => freshness.admits(store, key, rev);
    for (const [key, record] of changes.meta) if (fresh('meta', key)) note(topics, 'meta', set(meta, key, record));
    for (const [key, record] of changes.sent) if (fresh('sent', key)) note(topics, 'sent', set(sent, key, record));
    for (const [seq, entry] of changes.outbox) if (fresh('outbox', seq)) note(topics, 'outbox', outbox.set(seq, entry));
    for (const [key, record] of changes.view) {
      if (!fresh('view', key)) continue;
      set(view, key, record);
      const table = tables.set(key, record);
      if (listeners.any()) topics.add(`row:${key}`).add(`table:${table}`);
    }
    listeners.tell(topics);
  }

  return {
    ...{ meta, view, sent, merge },
    rows: tables.list,
    outbox: outbox.list,
    entriesOf: outbox.of,
    touching: outbox.touching,
    replace: (records, rev) => {
      const changes = {
        meta: withGone(records.meta, meta.keys()),
        sent: withGone(records.sent, sent.keys()),
        view: withGone(records.view, view.keys()),
        outbox: withGone(records.outbox, outbox.seqs()),
      };
      freshness.raise(rev);
      merge(changes, rev);
    },
    subscribe: listeners.subscribe,
  };
}

/** What is held and not among the records any more is gone. */
function withGone<K, V>(records: ReadonlyMap<K, V | null>, held: Iterable<K>): ReadonlyMap<K, V | null> {
  const gone = [...held].filter((key) => !records.has(key));
  return gone.length === 0 ? records : new Map([...gone.map((key): [K, V | null] => [key, null]), ...records]);
}

/** When each record was last read or written. `floor` is the last reading of everything: most records know no other. */
function createFreshness() {
  const later = { meta: new Map(), view: new Map(), sent: new Map(), outbox: new Map() };
  let floor = 0;
  return {
    raise: (rev: number) => {
      floor = Math.max(floor, rev);
    },
    admits: (store: keyof Changes, key: string | number, rev: number): boolean => {
      const known: ReadonlyMap<string | number, number> = later[store];
      if ((known.get(key) ?? floor) > rev) return false;
      if (rev > floor) later[store].set(key, rev);
      return true;
    },
  };
}

function set<K, V>(map: Map<K, V>, key: K, record: V | null): boolean {
  if (record === null) return map.delete(key);
  map.set(key, record);
  return true;
}

function note(topics: Set<string>, topic: string, changed: boolean): void {
  if (changed) topics.add(topic);
}

function rowLists() {
  const byTable = new Map<string, Map<string, ViewRow>>();
  const lists = new Map<string, readonly unknown[]>();
  return {
    set(key: string, record: ViewRow | null): string {
      const table = record?.table ?? key.slice(0, key.indexOf(':'));
      let rows = byTable.get(table);
      if (rows === undefined) byTable.set(table, (rows = new Map()));
      set(rows, key, record);
      lists.delete(table);
      return table;
    },
    list(table: string): readonly unknown[] {
      const known = lists.get(table);
      if (known) return known;
      const list = [...(byTable.get(table)?.values() ?? [])].map((record) => record.row);
      lists.set(table, list);
      return list;
    },
  };
}

function outboxLists() {
  const entries = new Map<number, OutboxEntry>();
  let list: readonly OutboxEntry[] | null = null;
  let byRow: Map<string, OutboxEntry[]> | null = null;
  const ordered = () => (list ??= [...entries.values()].toSorted((a, b) => a.seq - b.seq));
  return {
    seqs: () => entries.keys(),
    set(seq: number, entry: OutboxEntry | null): boolean {
      list = null;
      byRow = null;
      return set(entries, seq, entry);
    },
    list: ordered,
    touching: (keys: readonly string[]) =>
      [...entries.values()]
        .filter((entry) => entry.ents.some((key) => keys.includes(key)))
        .toSorted((a, b) => a.seq - b.seq),
    of(key: string): readonly OutboxEntry[] {
      byRow ??= groupByRow(ordered());
      return byRow.get(key) ?? NONE;
    },
  };
}

function groupByRow(entries: readonly OutboxEntry[]): Map<string, OutboxEntry[]> {
  const groups = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    for (const key of entry.writes) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

function topicListeners() {
  const byTopic = new Map<string, Set<() => void>>();
  return {
    subscribe(topic: string, changed: () => void): () => void {
      const mine = byTopic.get(topic) ?? new Set();
      byTopic.set(topic, mine.add(changed));
      return () => {
        mine.delete(changed);
        if (mine.size === 0 && byTopic.get(topic) === mine) byTopic.delete(topic);
      };
    },
    any: () => byTopic.size > 0,
    tell(topics: ReadonlySet<string>): void {
      for (const topic of topics) for (const changed of byTopic.get(topic) ?? []) changed();
    },
  };
}
