import { createHash } from 'node:crypto';
import type { LedgerEntry } from '@cession/server/sync/ledger.ts';
import type { StoredRow } from '@cession/server/sync/store.ts';
import type { LedgerFact, RowFact, Truth } from '../world.ts';
import type { Heap, Value } from './model-heap.ts';
import { SPINE } from './model-ledger.ts';
import { ROWS } from './model-rows.ts';
import { clockOf } from './model-store.ts';

/** What is committed, read straight from the heap. */
export function truthOf(heap: Heap): Truth {
  return {
    ledger: async () => [...committed(heap, (table) => table === SPINE.mutation)].map(ledgerFact),
    rows: async () => [...committed(heap, (table) => table.startsWith(ROWS))].map(rowFact),
    clock: async (companyId) => clockOf(heap, companyId)?.ver ?? 0,
    files: async () => [...heap.companies.keys()].flatMap((companyId) => filesOf(heap, companyId)),
    epoch: async () => heap.epoch,
  };
}

interface Committed {
  readonly companyId: string;
  readonly table: string;
  readonly value: Value;
}

function* committed({ companies }: Heap, isAsked: (table: string) => boolean): Generator<Committed> {
  for (const [companyId, tables] of companies)
    for (const [table, cells] of tables)
      if (isAsked(table))
        for (const { committed: value } of cells.values()) if (value !== null) yield { companyId, table, value };
}

const ledgerFact = remembered(({ companyId, value }): LedgerFact => {
  const { id, userId, name, state, args, base, deps, device, verdict } = value as LedgerEntry; // of this table
  return { id, companyId, userId, name, state, args, base, deps, device, verdict };
});

const rowFact = remembered(({ companyId, table, value }): RowFact => {
  const { ver, audience, isLive, row } = value as StoredRow; // of these tables
  return { companyId, table: table.slice(ROWS.length), id: row.id, ver, audience, isLive, row: { ...row } };
});

/** Values never change, and stay where they are: whoever looks again at what is as it was is given the same fact. */
function remembered<Fact>(factOf: (of: Committed) => Fact): (of: Committed) => Fact {
  const facts = new WeakMap<Value, Fact>();
  return (of) => {
    let fact = facts.get(of.value);
    if (fact === undefined) facts.set(of.value, (fact = factOf(of)));
    return fact;
  };
}

interface FileValue {
  readonly sha256: string;
  readonly verifiedAt: string | null;
}

interface PartValue {
  readonly sha256: string;
  readonly n: number;
  readonly bytes: Uint8Array;
}

/** Files the server says it has, and whether they are what they are called. */
function filesOf(heap: Heap, companyId: string) {
  const valuesIn = (table: string): Value[] =>
    [...(heap.companies.get(companyId)?.get(table)?.values() ?? [])].flatMap((cell) => cell.committed ?? []);
  const files = (valuesIn('file') as FileValue[]).filter(({ verifiedAt }) => verifiedAt !== null); // of this table
  if (files.length === 0) return [];
  const parts = valuesIn('file_part') as PartValue[]; // of this table
  return files.map((file) => {
    const own = parts.filter(({ sha256 }) => sha256 === file.sha256).toSorted((a, b) => a.n - b.n);
    return { companyId, sha256: file.sha256, isWhole: isWhole(file, own) };
  });
}

const judged = new WeakMap<FileValue, { readonly parts: readonly PartValue[]; readonly isWhole: boolean }>();

/** Judged again only when a part is another one. */
function isWhole(file: FileValue, parts: readonly PartValue[]): boolean {
  const before = judged.get(file);
  if (before?.parts.length === parts.length && before.parts.every((part, at) => part === parts[at]))
    return before.isWhole;
  const hash = createHash('sha256');
  for (const { bytes } of parts) hash.update(bytes);
  const verdict = { parts, isWhole: hash.digest('hex') === file.sha256 };
  judged.set(file, verdict);
  return verdict.isWhole;
}
