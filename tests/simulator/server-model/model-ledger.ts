import { holdsNobody, isTerminal, type LedgerEntry } from '@cession/server/sync/ledger.ts';
import type { DisputedMessage, LedgerTransaction, SeenDevice } from '@cession/server/sync/store.ts';
import type { Cell } from './model-heap.ts';
import type { ModelTransaction } from './model-transaction.ts';

/** Tables of the spine itself, by the names PostgreSQL knows them under. */
export const SPINE = {
  mutation: 'mutation',
  /** The unique key beside the id: place in the order of an installation. */
  mutationSeq: 'mutation_device_seq',
  clock: 'company_clock',
  device: 'device',
  disputed: 'disputed_mutation',
  departure: 'departure',
} as const;

export interface Clock {
  readonly companyId: string;
  readonly ver: number;
}

export function modelLedger(tx: ModelTransaction): LedgerTransaction {
  return { ...receipts(tx), ...openOnes(tx), ...waiting(tx), ...writes(tx) };
}

/** The ledger as this statement sees it. */
function* entriesIn(tx: ModelTransaction): Generator<LedgerEntry> {
  for (const cell of tx.cells(SPINE.mutation).values()) {
    const entry = tx.read(cell);
    if (entry !== null) yield entry as LedgerEntry; // values of this table are entries
  }
}

function entryAt(tx: ModelTransaction, id: string): LedgerEntry | null {
  const cell = tx.cells(SPINE.mutation).get(id);
  return cell === undefined ? null : (tx.read(cell) as LedgerEntry | null); // as above
}

function receipts(tx: ModelTransaction): Pick<LedgerTransaction, 'insertReceipts' | 'entries' | 'lockEntries'> {
  return {
    insertReceipts: async (entries) => {
      await tx.statement('insertClock', () => startClock(tx));
      if (entries.length === 0) return new Set();
      return tx.statement('insertReceipts', async () => {
        const kept = new Set<string>();
        for (const entry of entries) if (await keepEntry(tx, entry)) kept.add(entry.id);
        return kept;
      });
    },
    entries: async (ids) =>
      ids.length === 0 ? [] : tx.statement('entries', () => [...new Set(ids)].flatMap((id) => entryAt(tx, id) ?? [])),
    lockEntries: async (ids, busy) => {
      if (ids.length === 0) return [];
      return tx.statement('lockEntries', async () => {
        // Those there are when the statement starts, in the order of their ids; each as it is once it is held.
        const there = [...new Set(ids)].toSorted().filter((id) => entryAt(tx, id) !== null);
        const locked: LedgerEntry[] = [];
        for (const id of there) {
          if (!(await tx.lock(tx.cell(SPINE.mutation, id), busy))) continue;
          const entry = entryAt(tx, id);
          if (entry !== null) locked.push(entry);
        }
        return locked;
      });
    },
  };
}

async function startClock(tx: ModelTransaction): Promise<void> {
  const clock = tx.cell(SPINE.clock, tx.companyId);
  if (await tx.claim([clock])) tx.write(clock, { companyId: tx.companyId, ver: 0 } satisfies Clock);
}

/** Unique by id, and by place in the installation's order where it has one. */
async function keepEntry(tx: ModelTransaction, entry: LedgerEntry): Promise<boolean> {
  const row = tx.cell(SPINE.mutation, entry.id);
  const { device } = entry;
  const keys: Cell[] = [row];
  if (device !== null && device.seq !== null)
    keys.push(tx.cell(SPINE.mutationSeq, `${device.id}/${device.incarnation}/${device.seq}`));
  if (!(await tx.claim(keys))) return false;
  for (const key of keys) tx.write(key, entry);
  return true;
}

function openOnes(tx: ModelTransaction): Pick<LedgerTransaction, 'openOfDevices' | 'openIds'> {
  return {
    openOfDevices: async (devices) => {
      if (devices.length === 0) return [];
      const installations = new Set(devices.map(({ id, incarnation }) => `${id} ${incarnation}`));
      return tx.statement('openOfDevices', () =>
        [...entriesIn(tx)].flatMap(({ id, device, refs, waitsFor, state }) =>
          !isTerminal(state) && device !== null && installations.has(`${device.id} ${device.incarnation}`)
            ? [{ id, device, refs, waitsFor }]
            : [],
        ),
      );
    },
    openIds: (state, limit) =>
      tx.statement('openIds', () =>
        inOrder([...entriesIn(tx)].filter((entry) => entry.state === state))
          .slice(0, limit)
          .map(({ id }) => id),
      ),
  };
}

/** By device, incarnation, seq, id; nothing comes last, as in PostgreSQL. */
function inOrder(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const last = '\uFFFF';
  const place = ({ device, id }: LedgerEntry): string =>
    [device?.id ?? last, device?.incarnation ?? last, device?.seq?.toString().padStart(16, '0') ?? last, id].join('/');
  return entries.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

function waiting(tx: ModelTransaction): Pick<LedgerTransaction, 'freedAmong' | 'heldWaitingFor'> {
  return {
    freedAmong: async (ids) => {
      if (ids.length === 0) return new Set();
      return tx.statement('freedAmong', () => {
        const freed = new Set<string>();
        for (const { id, state, supersedes } of entriesIn(tx)) {
          if (!holdsNobody(state)) continue;
          freed.add(id);
          if (supersedes !== null) freed.add(supersedes);
        }
        return new Set(ids.filter((id) => freed.has(id)));
      });
    },
    heldWaitingFor: async (ids) => {
      if (ids.length === 0) return [];
      return tx.statement('heldWaitingFor', () =>
        inOrder(
          [...entriesIn(tx)].filter(
            ({ state, waitsFor }) => state === 'held' && waitsFor.some((id) => ids.includes(id)),
          ),
        ).map(({ id }) => id),
      );
    },
  };
}

function writes(tx: ModelTransaction): Pick<LedgerTransaction, 'saveOutcomes' | 'keepDisputed' | 'noteDevice'> {
  return {
    saveOutcomes: async (outcomes) => {
      if (outcomes.length === 0) return;
      await tx.statement('saveOutcomes', async () => {
        for (const { id, state, verdict, attempts, failure, waitsFor, agreed } of outcomes) {
          if (entryAt(tx, id) === null) continue;
          const cell = tx.cell(SPINE.mutation, id);
          await tx.lock(cell);
          tx.write(cell, { ...tx.read(cell), state, verdict, attempts, failure, waitsFor, agreed });
        }
      });
    },
    keepDisputed: (disputed: DisputedMessage) =>
      tx.statement('keepDisputed', async () => {
        const cell = tx.cell(SPINE.disputed, `${disputed.id}/${disputed.argsHash}`);
        if (await tx.claim([cell])) tx.write(cell, disputed);
      }),
    noteDevice: (device: SeenDevice) =>
      tx.statement('noteDevice', async () => {
        const cell = tx.cell(SPINE.device, device.id);
        if (!(await tx.claim([cell]))) await tx.lock(cell);
        tx.write(cell, device);
      }),
  };
}
