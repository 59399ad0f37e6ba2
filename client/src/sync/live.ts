import type { SyncedRow, Table } from '@cession/shared/sync/table.ts';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DraftState } from './drafts.ts';
import { rowKey } from '../store/local-records.ts';
import type { OutboxItem } from './outbox.ts';
import type { Sync } from './start-sync.ts';
import { overallStatus, recordState, type RecordState, type SyncStatus } from './sync-status.ts';

/** Given by the app once a person is signed in: `<SyncContext value={sync}>`. */
export const SyncContext = createContext<Sync | null>(null);

export function useSync(): Sync {
  const sync = use(SyncContext);
  if (!sync) throw new Error('this screen stands outside of SyncContext');
  return sync;
}

/** One row of the view, or null. */
export function useRow<Row extends SyncedRow>(table: Table<Row>, id: string): Row | null {
  const { mirror } = useSync();
  const key = rowKey(table.name, id);
  const subscribe = useCallback((changed: () => void) => mirror.subscribe(`row:${key}`, changed), [mirror, key]);
  // Rows come into the view only after their table's schema has passed them.
  return useSyncExternalStore(subscribe, () => mirror.row(key)) as Row | null;
}

/** All rows of a table: the same array until one of them changes. */
export function useRows<Row extends SyncedRow>(table: Table<Row>): readonly Row[] {
  // Rows come into the view only after their table's schema has passed them.
  return useRowsNamed(table.name) as readonly Row[];
}

/** For a feature that knows another's table by its name only. */
export function useRowsNamed(name: string): readonly unknown[] {
  const { mirror } = useSync();
  const subscribe = useCallback((changed: () => void) => mirror.subscribe(`table:${name}`, changed), [mirror, name]);
  return useSyncExternalStore(subscribe, () => mirror.rows(name));
}

export function useSyncStatus(): SyncStatus {
  const { mirror, board } = useSync();
  return useComputed(() => overallStatus(mirror, board.facts()), ['outbox', 'meta', 'table:conflicts']);
}

/** What to say about one record; null means: nothing, all is well. */
export function useRecordState(ref: { readonly table: string; readonly id: string }): RecordState | null {
  const { mirror, board } = useSync();
  const key = rowKey(ref.table, ref.id);
  return useComputed(() => recordState(mirror, board.facts(), key), ['outbox', 'meta', 'sent', 'table:conflicts']);
}

export function useOutbox(): readonly OutboxItem[] {
  const { outbox } = useSync();
  return useComputed(() => outbox.items(), ['outbox']);
}

export interface LiveDraft<Value> {
  /** `undefined` while it is being read, null when there is none. */
  readonly value: Value | null | undefined;
  readonly state: DraftState;
  save(value: Value): void;
  /** The answer brings it back. */
  discard(): Promise<() => void>;
}

/** A form's half-filled state. Its shape is the form's own business: parse what comes back. */
export function useDraft<Value>(key: string): LiveDraft<Value> {
  const { drafts } = useSync();
  const [read, setRead] = useState<{ key: string; value: Value | null }>();
  useEffect(() => {
    let current = true;
    const show = (found: unknown) => {
      // Drafts of one key are written by one form.
      if (current) setRead({ key, value: found as Value | null });
    };
    drafts.read(key).then(show, () => show(null));
    return () => {
      current = false;
    };
  }, [drafts, key]);
  const state = useSyncExternalStore(drafts.subscribe, () => drafts.state(key));
  return useMemo(
    () => ({
      value: read?.key === key ? read.value : undefined,
      state,
      save: (value: Value) => drafts.save(key, value),
      discard: () => drafts.discard(key),
    }),
    [drafts, key, read, state],
  );
}

/** A value computed from the mirror and the loop; the same object as long as it says the same. */
function useComputed<T>(compute: () => T, topics: readonly string[]): T {
  const { mirror, board } = useSync();
  const held = useRef<{ text: string; value: T } | null>(null);
  const wanted = topics.join(' ');
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = wanted.split(' ').map((topic) => mirror.subscribe(topic, changed));
      stops.push(board.subscribe(changed));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [mirror, board, wanted],
  );
  return useSyncExternalStore(subscribe, () => {
    const value = compute();
    const text = JSON.stringify(value);
    if (held.current?.text !== text) held.current = { text, value };
    return held.current.value;
  });
}
