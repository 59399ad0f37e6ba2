/** What the ledger costs is seen by taking it away: receipts and verdicts in a map, gone with the process. */
import type { LedgerEntry } from '@cession/server/sync/ledger.ts';
import { holdsNobody, isTerminal } from '@cession/server/sync/ledger.ts';
import type { LedgerTransaction, ServerStore } from '@cession/server/sync/store.ts';

/** Phones are still noted in the database. Nothing else of the ledger is. Never for a product. */
export function withMemoryLedger(store: ServerStore): ServerStore {
  const kept = new Map<string, LedgerEntry>();
  return {
    ...store,
    write: (companyId, work) => store.write(companyId, (tx) => work({ ...tx, ...memoryLedger(kept) })),
  };
}

function memoryLedger(kept: Map<string, LedgerEntry>): Omit<LedgerTransaction, 'noteDevice'> {
  const found = (ids: readonly string[]): readonly LedgerEntry[] => ids.flatMap((id) => kept.get(id) ?? []);
  return {
    insertReceipts: async (entries) => {
      const fresh = entries.filter(({ id }) => !kept.has(id));
      for (const entry of fresh) kept.set(entry.id, entry);
      return new Set(fresh.map(({ id }) => id));
    },
    entries: async (ids) => found(ids),
    lockEntries: async (ids) => found(ids),
    openOfDevices: async () =>
      [...open(kept)].flatMap(({ id, device, refs, waitsFor }) =>
        device === null ? [] : [{ id, device, refs, waitsFor }],
      ),
    openIds: async (state, limit) =>
      [...open(kept)]
        .filter((entry) => entry.state === state)
        .slice(0, limit)
        .map(({ id }) => id),
    freedAmong: async (ids) => new Set(found(ids).flatMap(({ id, state }) => (holdsNobody(state) ? [id] : []))),
    heldWaitingFor: async () => [],
    saveOutcomes: async (outcomes) => {
      for (const outcome of outcomes) {
        const entry = kept.get(outcome.id);
        if (entry !== undefined) kept.set(outcome.id, { ...entry, ...outcome });
      }
      // A settled one is asked for again only by a phone that heard no answer: here every phone does.
      for (const { id, state } of outcomes) if (isTerminal(state)) kept.delete(id);
    },
    keepDisputed: async () => undefined,
  };
}

function open(kept: ReadonlyMap<string, LedgerEntry>): readonly LedgerEntry[] {
  return [...kept.values()].filter(({ state }) => !isTerminal(state));
}
