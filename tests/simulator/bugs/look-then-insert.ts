import { isTerminal } from '@cession/server/sync/ledger.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import type { PushRequest } from '@cession/shared/sync/protocol.ts';
import { writing } from './writing.ts';

interface Doubles {
  /** Not in the ledger when somebody looked at the door. */
  readonly missed: Set<string>;
  /** Written down a second time: a table without the unique key would have two. */
  readonly second: Set<string>;
}

const doubles = new WeakMap<ServerStore, Doubles>();

/** Looks which mutations are new, in a transaction of its own, before they are written down in another. */
export function lookAtTheDoor(spine: ServerSpine, store: ServerStore): ServerSpine {
  return {
    ...spine,
    receivePush: async (actor, body) => {
      const ids = (body as PushRequest).mutations.map(({ id }) => id); // phones of the simulator send nothing else
      const known = await store.write(actor.companyId, (tx) => tx.entries(ids));
      for (const id of ids) if (!known.some((entry) => entry.id === id)) doubles.get(store)?.missed.add(id);
      return spine.receivePush(actor, body);
    },
  };
}

/** What two did not find, both write down, and each entry is decided. */
export function lookThenInsert(real: ServerStore): ServerStore {
  const { missed, second }: Doubles = { missed: new Set(), second: new Set() };
  const store = writing(real, (tx) => ({
    ...tx,
    insertReceipts: async (entries) => {
      const kept = await tx.insertReceipts(entries);
      for (const { id } of entries) if (missed.delete(id) && !kept.has(id)) second.add(id);
      return kept;
    },
    lockEntries: async (ids, busy) =>
      (await tx.lockEntries(ids, busy)).map((entry) => {
        if (!isTerminal(entry.state) || !second.delete(entry.id)) return entry;
        return { ...entry, state: 'received', verdict: null };
      }),
    // Only what is open is handed on to be decided, and the second entry is.
    entries: async (ids) =>
      (await tx.entries(ids)).map((entry) =>
        second.has(entry.id) ? { ...entry, state: 'received', verdict: null } : entry,
      ),
  }));
  doubles.set(store, { missed, second });
  return store;
}
