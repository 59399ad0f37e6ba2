import type { OutboxEntry, Violation } from '../world.ts';
import type { Look, Memory, SeenPhone } from './memory.ts';
import { cursorOf, unlikeTheServer } from './scope.ts';

const WAITING = ['pending', 'sent', 'received', 'held'];

/** I4, I8: everything has arrived or waits for a person; every phone holds what the server holds. */
export function restless(memory: Memory, look: Look): Violation[] {
  return look.phones.flatMap((seen) => [
    ...stuck(memory, look, seen),
    ...behind(look, seen),
    ...unlikeTheServer(look, seen),
  ]);
}

function stuck(memory: Memory, look: Look, { phone, disk }: SeenPhone): Violation[] {
  const inReview = new Set(look.ledger.filter(({ state }) => state === 'quarantined').map(({ id }) => id));
  for (const { id, parked } of disk.outbox) if (parked !== null) inReview.add(id);
  const waiting = disk.outbox.filter((entry) => WAITING.includes(entry.status));
  const standsBehind = (entry: OutboxEntry, other: OutboxEntry): boolean =>
    inReview.has(other.id) && other.seq < entry.seq && other.ents.some((key) => entry.ents.includes(key));
  const waits = (entry: OutboxEntry): boolean =>
    entry.deps.some((dep) => inReview.has(dep) || memory.gone.has(dep)) ||
    waiting.some((other) => standsBehind(entry, other));
  // Behind one that waits for the office, another may wait in its turn.
  for (const entry of waiting) if (waits(entry)) inReview.add(entry.id);
  return waiting
    .filter((entry) => entry.parked === null && !inReview.has(entry.id))
    .map(({ name, id, status, lastError }) => ({
      invariant: 'I8',
      what: `${name} ${id} is still ${status} on ${phone.name} (${lastError ?? 'no failure'})`,
    }));
}

function behind(look: Look, { phone, disk }: SeenPhone): Violation[] {
  const { epoch, cursor } = cursorOf(disk);
  const newest = Math.max(
    0,
    ...look.rows.filter((row) => row.companyId === phone.actor.companyId).map(({ ver }) => ver),
  );
  if (epoch === look.epoch && cursor >= newest) return [];
  return [{ invariant: 'I4', what: `${phone.name} stands at ${cursor} of ${newest}` }];
}

/** I1 after a server came back from a backup: everything comes back from the phones. */
export function notRefilled(memory: Memory, look: Look): Violation[] {
  if (memory.restores === 0) return [];
  const there = new Set(look.ledger.map(({ id }) => id));
  const waiting = new Set(look.phones.flatMap(({ disk }) => disk.outbox.map(({ id }) => id)));
  return [...memory.saved.values()]
    .filter(
      ({ id, phone }) => !there.has(id) && !waiting.has(id) && !memory.handled.has(id) && !memory.wiped.has(phone),
    )
    .map(({ name, id, phone }) => ({ invariant: 'I1', what: `${phone} did not bring ${name} ${id} back` }));
}

/** No hot loop: a phone asks a bounded number of things between two steps. */
export function tooMany(requests: ReadonlyMap<string, number>, passedMs: number, most: number): Violation[] {
  const limit = most + passedMs / 1_000;
  return [...requests].flatMap(([who, count]) =>
    count <= limit ? [] : [{ invariant: 'I8', what: `${who} asked ${count} times in ${passedMs} ms` }],
  );
}
