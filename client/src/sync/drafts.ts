import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { DraftRecord } from '../store/local-records.ts';
import { StorageFailure, type LocalStore, type StorageFault } from '../store/local-store.ts';
import { type SyncPorts } from './ports.ts';
import { plainJson } from './plain-json.ts';

export type DraftState = 'none' | 'typing' | 'saved' | StorageFault;

/** Half-filled forms. Every change is on the disk within 300 ms, and at once when the page is hidden. */
export interface Drafts {
  read(key: string): Promise<unknown>;
  list(): Promise<readonly DraftRecord[]>;
  save(key: string, value: unknown): void;
  /** Takes the draft away; the answer brings the same one back. */
  discard(key: string): Promise<() => void>;
  /** The form is being saved for good: no late save may bring its draft back. The answer takes that back. */
  settle(key: string): () => void;
  flush(): Promise<void>;
  /** Something typed is not on the disk yet. */
  hasUnsaved(): boolean;
  state(key: string): DraftState;
  subscribe(changed: () => void): () => void;
}

type DraftPorts = Pick<SyncPorts, 'store' | 'timer' | 'env' | 'report'>;

const WAIT_MS = 250;

export function createDrafts(ports: DraftPorts): Drafts {
  const { store, timer, report } = ports;
  const waiting: Waiting = new Map();
  const states = stateBoard();
  const keep = (key: string) => keepDraft(ports, waiting, states, key);

  function save(key: string, value: unknown): void {
    waiting.get(key)?.cancel();
    waiting.set(key, { value, cancel: timer.after(WAIT_MS, () => void keep(key).catch(report)) });
    states.set(key, 'typing');
  }

  function settle(key: string): () => void {
    const unsaved = waiting.get(key);
    const before = states.get(key);
    unsaved?.cancel();
    waiting.delete(key);
    states.set(key, 'none');
    return () => {
      if (unsaved) save(key, unsaved.value);
      else states.set(key, before);
    };
  }

  return {
    ...{ save, settle, state: states.get, subscribe: states.subscribe },
    ...readBack(store, waiting),
    discard: (key) => discard(store, waiting.get(key), { settle, save }, key),
    flush: () => Promise.all([...waiting.keys()].map((key) => keep(key))).then(() => undefined),
    hasUnsaved: () => waiting.size > 0,
  };
}

/** Stays among the waiting until it is on the disk: what the person typed is never only in the air. */
async function keepDraft(
  { store, env }: DraftPorts,
  waiting: Waiting,
  states: ReturnType<typeof stateBoard>,
  key: string,
): Promise<void> {
  const change = waiting.get(key);
  if (!change) return;
  change.cancel();
  const record = { key, value: plainJson(change.value).value, savedAt: msToInstant(env.now()) };
  try {
    await store.tx('rw', ['drafts'], (tx) => tx.put('drafts', [record]));
  } catch (failure) {
    if (!(failure instanceof StorageFailure)) throw failure;
    // The next change or flush tries again.
    if (waiting.get(key) === change) states.set(key, failure.fault);
    return;
  }
  if (waiting.get(key) !== change) return;
  waiting.delete(key);
  states.set(key, 'saved');
}

type Waiting = Map<string, { readonly value: unknown; readonly cancel: () => void }>;

function readBack(store: LocalStore, waiting: Waiting): Pick<Drafts, 'read' | 'list'> {
  return {
    read: async (key) => {
      const unsaved = waiting.get(key);
      if (unsaved) return unsaved.value;
      return (await store.tx('r', ['drafts'], (tx) => tx.get('drafts', key)))?.value ?? null;
    },
    list: () => store.tx('r', ['drafts'], (tx) => tx.all('drafts')),
  };
}

async function discard(
  store: LocalStore,
  unsaved: { readonly value: unknown } | undefined,
  { settle, save }: Pick<Drafts, 'settle' | 'save'>,
  key: string,
): Promise<() => void> {
  settle(key);
  const kept = await store.tx('rw', ['drafts'], async (tx) => {
    const record = await tx.get('drafts', key);
    await tx.remove('drafts', [key]);
    return record;
  });
  const value = unsaved?.value ?? kept?.value;
  return () => {
    if (value !== undefined) save(key, value);
  };
}

function stateBoard() {
  const states = new Map<string, DraftState>();
  const listeners = new Set<() => void>();
  return {
    get: (key: string): DraftState => states.get(key) ?? 'none',
    set(key: string, state: DraftState): void {
      if (states.get(key) === state) return;
      states.set(key, state);
      for (const changed of listeners) changed();
    },
    subscribe(changed: () => void): () => void {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
