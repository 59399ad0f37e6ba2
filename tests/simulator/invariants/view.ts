import { mutators } from '@cession/shared/mutators.ts';
import { mutatorKey } from '@cession/shared/sync/mutator.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Ref } from '@cession/shared/sync/table.ts';
import type { Disk, OutboxEntry, Violation } from '../world.ts';
import type { SeenPhone } from './memory.ts';
import { sameJson } from './scope.ts';

/** I4, after every step and every crash: what is shown is what the server said, with what still waits on top. */
export function shownOtherwise({ phone, disk }: SeenPhone): Violation[] {
  const wanted = replayed(phone.actor, disk);
  const shown = new Map(disk.view.map(({ key, row }) => [key, row]));
  const keys = new Set([...wanted.keys(), ...shown.keys()]);
  return [...keys].flatMap((key) => {
    const [want, is] = [wanted.get(key) ?? null, shown.get(key) ?? null];
    if (want === is || (want !== null && is !== null && sameJson(want, is))) return [];
    const how = is === null ? 'does not show' : want === null ? 'shows without reason' : 'shows otherwise';
    return [{ invariant: 'I4', what: `${phone.name} ${how} ${key}` }];
  });
}

function replayed(actor: SyncActor, disk: Disk): Map<string, unknown> {
  const rows = new Map<string, unknown>(disk.confirmed.map(({ key, row }) => [key, row]));
  const vers = new Map(disk.confirmed.map(({ key, ver }) => [key, ver]));
  for (const entry of disk.outbox.toSorted((a, b) => a.seq - b.seq)) {
    if (entry.status === 'rejected' || entry.status === 'discarded' || isHome(entry, vers)) continue;
    for (const [key, row] of changesOf(actor, entry, rows)) rows.set(key, row);
  }
  return rows;
}

/** Done, and its rows have come: it is part of what the server said. */
function isHome({ status, verdict, writes }: OutboxEntry, vers: ReadonlyMap<string, number>): boolean {
  const ver = verdict?.ver;
  if (ver === undefined || (status !== 'applied' && status !== 'conflict') || writes.length === 0) return false;
  return writes.every((key) => (vers.get(key) ?? -1) >= ver);
}

function changesOf(
  actor: SyncActor,
  entry: OutboxEntry,
  rows: ReadonlyMap<string, unknown>,
): readonly (readonly [string, unknown])[] {
  const mutator = mutators.get(mutatorKey(entry.name, entry.v));
  const args = mutator?.args.safeParse(entry.args);
  if (mutator === undefined || args?.success !== true) return [];
  const refs: Readonly<Record<string, Ref<unknown>>> = mutator.reads(args.data, actor);
  const found = Object.fromEntries(
    Object.entries(refs).map(([name, { table, id }]) => [name, rows.get(`${table}:${id}`) ?? null]),
  );
  const context = { mutationId: entry.id, actor, performedAt: entry.at, receivedAt: null };
  const decided = mutator.decide(found, args.data, context);
  if (!decided.ok) return [];
  return decided.value.map((change) => [`${change.table}:${change.id}`, change.op === 'put' ? change.row : null]);
}
