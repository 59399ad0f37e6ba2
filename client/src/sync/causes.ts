import type { FieldEdits } from '@cession/shared/sync/mutator.ts';
import type { Base, FieldBase } from '@cession/shared/sync/protocol.ts';
import { isInView, isWaiting, rowKey, type ConfirmedRow, type OutboxEntry } from '../store/local-records.ts';

/** The protocol's limit for one mutation. */
const MOST_DEPS = 50;

/**
 * What a new mutation stands on: per row, the newest of our mutations that wrote it and has no answer yet.
 * That one names its own, so the chain is whole. What stands on a mutation that this one replaces waits for this one:
 * waiting for them in turn would end nowhere.
 */
export function depsOf(touching: readonly OutboxEntry[], ents: readonly string[], replaced: string | null): string[] {
  const newest = new Map<string, string>();
  const behind = standingOn(touching, replaced);
  for (const entry of touching) {
    if (behind.has(entry.id) || (!isWaiting(entry) && entry.status !== 'quarantined')) continue;
    for (const key of entry.writes) if (ents.includes(key)) newest.set(key, entry.id);
  }
  return [...new Set(newest.values())].slice(-MOST_DEPS);
}

/** Entries come in their order, so whoever stands on another comes after it. */
function standingOn(entries: readonly OutboxEntry[], id: string | null): ReadonlySet<string> {
  const behind = new Set<string>();
  if (id === null) return behind;
  for (const entry of entries) if (entry.deps.some((dep) => dep === id || behind.has(dep))) behind.add(entry.id);
  return behind;
}

/** Per changed field, which writing the person saw: our own newest waiting one, else the server's. */
export function baseOf(
  edits: FieldEdits | null,
  confirmed: ConfirmedRow | undefined,
  touching: readonly OutboxEntry[],
): Base {
  if (!edits) return {};
  const key = rowKey(edits.ref.table, edits.ref.id);
  const fields: Record<string, FieldBase> = {};
  for (const path of Object.keys(edits.changes)) {
    fields[path] = seenByPerson(touching, key, path) ?? confirmed?.meta[path] ?? { ver: 0, by: null };
  }
  return { [key]: fields };
}

function seenByPerson(touching: readonly OutboxEntry[], key: string, path: string): FieldBase | null {
  const writer = touching.findLast((entry) => isInView(entry) && entry.base[key]?.[path] !== undefined);
  if (!writer) return null;
  // One in review never reached the row: what lay beneath it is what the server still knows.
  if (writer.status === 'quarantined') return writer.base[key]?.[path] ?? null;
  return { ver: 0, by: writer.id };
}
