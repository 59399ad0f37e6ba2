import { LIMITS, type WireMutation } from '@cession/shared/sync/protocol.ts';
import { isWaiting, type OutboxEntry } from '../store/local-records.ts';
import { utf8Bytes } from './plain-json.ts';
import type { SyncKit } from './replay.ts';

export interface Batch {
  readonly entries: readonly OutboxEntry[];
  readonly mutations: readonly WireMutation[];
}

/** Left for the envelope around the mutations. */
const ENVELOPE_BYTES = 4 * 1024;

/** What this person may send now. Another person's entries stay where they are, untouched. */
export function isSendable(kit: SyncKit, entry: OutboxEntry): boolean {
  const own = entry.userId === kit.actor.userId && entry.companyId === kit.actor.companyId;
  return own && isWaiting(entry) && entry.parked === null;
}

/** The next batch, oldest first, within the protocol's limits. A single large mutation travels alone. */
export function nextBatch(entries: readonly OutboxEntry[], most: number): Batch {
  const mutations: WireMutation[] = [];
  let bytes = ENVELOPE_BYTES;
  for (const entry of entries.slice(0, Math.min(most, LIMITS.pushMutations))) {
    const mutation = toWire(entry);
    bytes += utf8Bytes(JSON.stringify(mutation)) + 1;
    if (mutations.length > 0 && bytes > LIMITS.pushBytes) break;
    mutations.push(mutation);
  }
  return { entries: entries.slice(0, mutations.length), mutations };
}

function toWire(entry: OutboxEntry): WireMutation {
  const { id, seq, name, v, args, base, deps, at } = entry;
  return {
    ...{ id, seq, name, v, args, at },
    ...(Object.keys(base).length > 0 && { base }),
    ...(deps.length > 0 && { deps: [...deps] }),
    ...(entry.supersedes !== null && { supersedes: entry.supersedes }),
  };
}
