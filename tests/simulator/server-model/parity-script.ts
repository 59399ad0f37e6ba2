/** Made-up transactions, statement by statement: the same ones run on PostgreSQL and on the model. */
import { cardKeys } from '@cession/shared/card/card-key.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { lockFile } from '@cession/server/document/file-store.ts';
import { cardKeyTable } from '@cession/server/card/card-tables.ts';
import type { LedgerEntry } from '@cession/server/sync/ledger.ts';
import type { SnapshotTransaction, StoredRow, WriteTransaction } from '@cession/server/sync/store.ts';
import { and, arrayOverlaps, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Dice } from '../world.ts';

export const COMPANY = id('c', 1);
const NOW = msToInstant(Date.UTC(2026, 10, 20));

function id(kind: string, number: number): string {
  return `00000000-0000-4000-8000-${kind.charCodeAt(0).toString(16).padStart(4, '0')}${String(number).padStart(8, '0')}`;
}

/** One statement; the answer is compared. */
export interface Statement {
  readonly name: string;
  run(tx: WriteTransaction, memory: ScriptMemory): Promise<unknown>;
}

export interface SnapshotStatement {
  readonly name: string;
  run(tx: SnapshotTransaction): Promise<unknown>;
}

export interface ScriptMemory {
  ver: number;
  locked: ReadonlyMap<string, StoredRow>;
  entries: readonly LedgerEntry[];
}

export type Program =
  | { readonly kind: 'write'; readonly statements: readonly Statement[]; readonly isUndone: boolean }
  | { readonly kind: 'snapshot'; readonly statements: readonly SnapshotStatement[] };

export function programOf(dice: Dice): Program {
  if (dice.chance(25)) return { kind: 'snapshot', statements: some(dice, 2 + dice.below(4), snapshotStatement) };
  const statements = [
    ...some(dice, dice.below(2), () => noteDevice(dice)),
    ...some(dice, dice.below(2), () => receipts(dice)),
    ...some(dice, dice.below(3), () => look(dice)),
    ...(dice.chance(50) ? [lockEntries(dice)] : []),
    ...(dice.chance(30) ? [takeFile(dice)] : []),
    ...(dice.chance(60) ? [lockRows(dice)] : []),
    ...some(dice, dice.below(2), () => look(dice)),
    ...(dice.chance(70) ? flush(dice) : []),
    ...(dice.chance(50) ? [saveOutcomes(dice)] : []),
  ];
  return { kind: 'write', statements, isUndone: dice.chance(15) };
}

function some<T>(dice: Dice, many: number, make: (dice: Dice) => T): T[] {
  return Array.from({ length: many }, () => make(dice));
}

function ids(dice: Dice, kind: string, of: number): string[] {
  return [...new Set(some(dice, 1 + dice.below(3), () => id(kind, dice.below(of))))].toSorted();
}

const MUTATIONS = 8;
const ROWS = 5;

function entryOf(mutation: string, seq: number | null): LedgerEntry {
  const device = { id: id('d', (seq ?? 0) % 2), incarnation: id('i', 1), seq };
  return {
    ...{ id: mutation, userId: id('u', 1), roles: ['rep'], device, name: 'card.edit', version: 1, args: { seq } },
    ...{
      argsHash: 'hash',
      base: null,
      deps: [],
      supersedes: null,
      refs: ['cards:1'],
      performedAt: NOW,
      receivedAt: NOW,
    },
    ...{ state: 'received', verdict: null, attempts: 0, failure: null, waitsFor: [], agreed: null },
  };
}

function receipts(dice: Dice): Statement {
  // Places in the order rise with ids, so that two pushes queue up instead of crossing; now and then one is taken.
  const entries = ids(dice, 'm', MUTATIONS).map((one, at) =>
    entryOf(one, dice.chance(15) ? null : Number(one.slice(-2)) * 2 + (dice.chance(20) && at === 0 ? 2 : 0)),
  );
  return { name: 'insertReceipts', run: (tx) => tx.insertReceipts(entries) };
}

function noteDevice(dice: Dice): Statement {
  const device = { userId: id('u', 1), incarnation: id('i', 1), app: 'test', seenAt: NOW, oldestPendingAt: null };
  const seen = { ...device, id: id('d', dice.below(2)), pendingCount: dice.below(9) };
  return { name: 'noteDevice', run: (tx) => tx.noteDevice(seen) };
}

function look(dice: Dice): Statement {
  const mutations = ids(dice, 'm', MUTATIONS);
  const device = { id: id('d', dice.below(2)), incarnation: id('i', 1), seq: 0 };
  const refs = ids(dice, 'r', ROWS).map((row) => cardKeys.ref(row));
  const keys = [`HU${dice.below(3)}`];
  const state = dice.chance(50) ? 'received' : 'held';
  const pendingCount = dice.below(5);
  return dice.pick<Statement>([
    { name: 'entries', run: (tx) => tx.entries(mutations) },
    { name: 'openOfDevices', run: (tx) => tx.openOfDevices([device]) },
    { name: 'openIds', run: async (tx) => [...(await tx.openIds(state, 3))] },
    { name: 'freedAmong', run: (tx) => tx.freedAmong(mutations) },
    { name: 'heldWaitingFor', run: (tx) => tx.heldWaitingFor(mutations) },
    { name: 'existing', run: (tx) => tx.existing(refs) },
    selectKeys(keys),
    undone(pendingCount),
  ]);
}

function selectKeys(keys: string[]): Statement {
  const run: Statement['run'] = ({ database }) =>
    database
      .select({ id: cardKeyTable.id, ver: cardKeyTable.rowVer })
      .from(cardKeyTable)
      .where(
        and(
          eq(cardKeyTable.companyId, COMPANY),
          isNull(cardKeyTable.deletedAt),
          ne(cardKeyTable.id, id('r', 0) as CardId),
          arrayOverlaps(cardKeyTable.keys, keys),
        ),
      );
  return { name: 'select keys', run };
}

/** A savepoint somebody goes back to. */
function undone(pendingCount: number): Statement {
  const run: Statement['run'] = (tx) =>
    tx
      .savepoint(async () => {
        await tx.noteDevice({ ...SEEN, id: id('d', 7), pendingCount });
        throw new Error('undone');
      })
      .catch((error: unknown) => {
        if (error instanceof Error && error.message === 'undone') return 'undone';
        throw error;
      });
  return { name: 'savepoint', run };
}

const SEEN = {
  ...{ userId: id('u', 1), incarnation: id('i', 1), app: 'test', seenAt: NOW, oldestPendingAt: null },
};

function lockEntries(dice: Dice): Statement {
  const mutations = ids(dice, 'm', MUTATIONS);
  const busy = dice.chance(40) ? 'skip' : 'wait';
  return {
    name: `lockEntries ${busy}`,
    run: async (tx, memory) => (memory.entries = await tx.lockEntries(mutations, busy)),
  };
}

function takeFile(dice: Dice): Statement {
  const sha256 = String(dice.below(2)).repeat(64);
  return dice.pick<Statement>([
    { name: 'lockFile', run: ({ database }) => lockFile(database, COMPANY, sha256) },
    {
      name: 'stand in line',
      run: async ({ database }) => {
        await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`line ${sha256}`}, 0))`);
      },
    },
  ]);
}

function lockRows(dice: Dice): Statement {
  const refs = ids(dice, 'r', ROWS).map((row) => cardKeys.ref(row));
  return { name: 'lockRows', run: async (tx, memory) => (memory.locked = await tx.lockRows(refs)) };
}

/** Takes the version, then writes: new rows, and those it holds. */
function flush(dice: Dice): Statement[] {
  const audience = [dice.pick(['all', 'role:rep', 'user:u1'])];
  const isLive = dice.chance(80);
  const fresh = ids(dice, 'r', ROWS);
  const keys = [`HU${dice.below(3)}`];
  const stored = (row: string, ver: number): StoredRow => ({ ver, meta: {}, audience, isLive, row: keyRow(row, keys) });
  return [
    { name: 'nextVersion', run: async (tx, memory) => (memory.ver = await tx.nextVersion()) },
    {
      name: 'insertRows',
      run: async (tx, { ver, locked }) => {
        const there = await tx.existing(fresh.map((row) => cardKeys.ref(row)));
        const missing = fresh.filter((row) => !there.includes(`cardKeys:${row}`) && !locked.has(`cardKeys:${row}`));
        await tx.insertRows(
          cardKeys.name,
          missing.map((row) => ({ ...stored(row, ver), isLive: true })),
        );
        return missing;
      },
    },
    {
      name: 'replaceRows',
      run: async (tx, { ver, locked }) => {
        const rows = [...locked.values()].map(({ row }) => stored(row.id, ver));
        await tx.replaceRows(cardKeys.name, rows);
        await tx.addDepartures(
          ver,
          rows.map(({ row }) => ({ table: cardKeys.name, id: row.id, audience: ['all'] })),
        );
        return rows.length;
      },
    },
  ];
}

function keyRow(row: string, keys: string[]) {
  return {
    ...{ id: row as CardId, ownerId: id('u', 1) as UserId, jurisdiction: 'HU', status: 'draft' },
    ...{ name: 'Kft', keys, foldedName: 'kft', zip: '1000' },
  };
}

function saveOutcomes(dice: Dice): Statement {
  const state = dice.pick(['applied', 'held', 'rejected'] as const);
  const waitsFor = state === 'held' ? ids(dice, 'm', MUTATIONS) : [];
  return {
    name: 'saveOutcomes',
    run: (tx, { entries }) =>
      tx.saveOutcomes(entries.map((entry) => ({ ...entry, state, verdict: { id: entry.id, state }, waitsFor }))),
  };
}

function snapshotStatement(dice: Dice): SnapshotStatement {
  const range = { tokens: ['all', 'role:rep'], above: dice.below(3), upTo: 3 + dice.below(20) };
  const mutations = ids(dice, 'm', MUTATIONS);
  return dice.pick<SnapshotStatement>([
    { name: 'head', run: async (tx) => (await tx.head()).ver },
    { name: 'visibleKeys', run: (tx) => tx.visibleKeys(range, null, 1 + dice.below(4)) },
    { name: 'visibleKeys after', run: (tx) => tx.visibleKeys(range, { ver: 4, table: 'cards', id: id('r', 1) }, 4) },
    { name: 'countVisible', run: (tx) => tx.countVisible(range) },
    { name: 'departed', run: async (tx) => new Set(await tx.departed(range)) },
    { name: 'entriesOf', run: (tx) => tx.entriesOf(id('u', 1), mutations) },
    { name: 'knownIds', run: (tx) => tx.knownIds(mutations) },
  ]);
}
