import { canonicalJson, type Json } from '@cession/shared/kernel/canonical-json.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Disk, RowFact, Violation } from '../world.ts';
import type { Look, Memory, SeenPhone } from './memory.ts';

/** What a person may see, asked with our own words and not with those of the pull. */
export function scopeOf({ userId, companyId, roles }: SyncActor): (row: RowFact) => boolean {
  const tokens = [`user:${userId}`, ...roles.map((role) => `role:${role}`), 'all'];
  return (row) => row.isLive && row.companyId === companyId && row.audience.some((token) => tokens.includes(token));
}

interface ServerFact {
  readonly epoch: string | null;
  readonly cursor: number;
}

export function cursorOf(disk: Disk): ServerFact {
  const found = disk.meta.find(({ key }) => key === 'server');
  return (found?.value ?? { epoch: null, cursor: 0 }) as ServerFact; // as the app writes it
}

/** I5: up to its cursor a phone lacks nothing it may see, and holds nothing that has gone. I7: nothing it may not see. */
export function gaps(memory: Memory, look: Look, seen: SeenPhone): Violation[] {
  const { epoch, cursor } = cursorOf(seen.disk);
  if (cursor === 0 || epoch !== look.epoch) return [];
  const { actor, name } = seen.phone;
  const { confirmed } = seen.disk;
  const before = memory.gapless.get(name);
  if (before?.confirmed === confirmed && before.rows === look.rows && before.at === `${epoch} ${cursor}`) return [];
  const held = new Map(confirmed.map(({ key, ver }) => [key, ver]));
  const isInScope = scopeOf(actor);
  const found = look.rows.flatMap((row): Violation[] => {
    if (row.companyId !== actor.companyId || row.ver > cursor) return [];
    const key = `${row.table}:${row.id}`;
    const here = held.get(key);
    if (isInScope(row)) {
      if (here === row.ver) return [];
      return [{ invariant: 'I5', what: `${name} stands at ${cursor} and has ${key} at ${here}, not ${row.ver}` }];
    }
    return here === undefined ? [] : [{ invariant: 'I7', what: `${name} still holds ${key}, which is not for it` }];
  });
  if (found.length === 0) memory.gapless.set(name, { confirmed, rows: look.rows, at: `${epoch} ${cursor}` });
  return found;
}

/** I4: exactly the server's rows, word for word, at its version. */
export function unlikeTheServer(look: Look, { phone, disk }: SeenPhone): Violation[] {
  const { actor, name } = phone;
  const there = new Map<string, RowFact>(
    look.rows.filter(scopeOf(actor)).map((row) => [`${row.table}:${row.id}`, row]),
  );
  const here = new Map(disk.confirmed.map((row) => [row.key, row]));
  return [
    ...[...there].flatMap(([key, row]) => (here.get(key)?.ver === row.ver ? [] : [`lacks ${key} at ${row.ver}`])),
    ...[...here.keys()].flatMap((key) => (there.has(key) ? [] : [`holds ${key}, which is not there`])),
    ...[...here].flatMap(([key, { row }]) => {
      const fact = there.get(key);
      return fact === undefined || sameJson(fact.row, row) ? [] : [`has ${key} otherwise than the server`];
    }),
  ].map((what) => ({ invariant: 'I4', what: `${name} ${what}` }));
}

export function sameJson(a: unknown, b: unknown): boolean {
  return a === b || textOf(a) === textOf(b);
}

const texts = new WeakMap<object, string>();

/** Only what nobody can change any more keeps its text. */
function textOf(value: unknown): string {
  const keeps = typeof value === 'object' && value !== null && Object.isFrozen(value);
  const known = keeps ? texts.get(value) : undefined;
  if (known !== undefined) return known;
  const text = canonicalJson(value as Json); // rows and verdicts are JSON by their schema
  if (keeps) texts.set(value, text);
  return text;
}
