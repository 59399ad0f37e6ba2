import type { FieldEdits } from '@cession/shared/sync/mutator.ts';
import type { FieldBase } from '@cession/shared/sync/protocol.ts';
import type { StoredMeta } from '../db/columns.ts';
import { isDone, type LedgerEntry } from './ledger.ts';
import type { WriteTransaction } from './store.ts';
import { refKey } from './synced-table.ts';

/** Longer chains of own edits that never reached the row do not happen; a made-up one must not cost us. */
const MOST_STEPS = 50;

interface TraceWorld {
  readonly tx: Pick<WriteTransaction, 'entries'>;
  readonly known: (id: string) => LedgerEntry | null;
}

/**
 * What the person saw under each field. A phone names its own earlier edit as what lay beneath; if that edit never
 * wrote the field (the value was there already, or a rule refused it), what lay beneath *it* is what counts.
 */
export async function settleBase(
  world: TraceWorld,
  entry: LedgerEntry,
  edits: FieldEdits,
  meta: StoredMeta,
): Promise<Readonly<Record<string, FieldBase>>> {
  // Done at the desk, online: the person saw what is there.
  if (entry.device === null && entry.base === null) return meta;
  const key = refKey(edits.ref);
  const base = { ...entry.base?.[key] };
  for (const path of Object.keys(edits.changes)) {
    const writer = ownMeta(meta, path);
    if (await hasSeen(world, entry, key, path, base[path]?.by ?? null, writer)) base[path] = { ver: 0, by: writer };
  }
  return base;
}

async function hasSeen(
  world: TraceWorld,
  entry: LedgerEntry,
  key: string,
  path: string,
  seen: string | null,
  writer: string | null,
): Promise<boolean> {
  let step = seen;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (step === writer) return true;
    if (step === null) return false;
    const beneath = await entryOf(world, step);
    if (beneath === null || beneath.userId !== entry.userId) return false;
    const agreed = beneath.agreed;
    if (agreed !== null && Object.hasOwn(agreed, path)) step = agreed[path] ?? null;
    else if (isDone(beneath.state)) return false;
    else step = beneath.base?.[key]?.[path]?.by ?? null;
  }
  return false;
}

async function entryOf(world: TraceWorld, id: string): Promise<LedgerEntry | null> {
  return world.known(id) ?? (await world.tx.entries([id]))[0] ?? null;
}

function ownMeta(meta: StoredMeta, path: string): string | null {
  return Object.hasOwn(meta, path) ? (meta[path]?.by ?? null) : null;
}
