import type { FieldBase } from '@cession/shared/sync/protocol.ts';
import type { Acknowledged, LedgerFact, RowFact, Violation } from '../world.ts';
import { hasTakenEffect, isFinal, type Look, type Memory } from './memory.ts';

interface SetValue {
  readonly saved: Acknowledged;
  readonly cardId: string;
  readonly path: string;
  readonly value: string;
}

/**
 * I6: every value a person set stands, was overwritten by somebody who had seen it, lies in a conflict, or is in a
 * refusal on the phone of whoever set it.
 */
export function vanished(memory: Memory, look: Look): Violation[] {
  const byId = new Map(look.ledger.map((fact) => [fact.id, fact]));
  const cards = new Map(look.rows.filter(({ table }) => table === 'cards').map((row) => [row.id, row]));
  const clashes = look.rows.filter(({ table }) => table === 'conflicts');
  const overwritings = look.ledger.filter(({ verdict }) => hasTakenEffect(verdict));
  return [...memory.saved.values()].flatMap((saved) => {
    const fact = byId.get(saved.id);
    if (fact === undefined || !isFinal(fact.verdict) || memory.handled.has(saved.id)) return [];
    if (fact.state === 'rejected' || fact.state === 'quarantined') return outOfSight(memory, look, saved);
    return valuesIn(saved).flatMap((one) => {
      const stands =
        isIn(cards.get(one.cardId), one) ||
        clashes.some((clash) => holds(clash, one)) ||
        overwritings.some((later) => hadSeen(byId, later, fact, one));
      return stands ? [] : [violation(`${one.path} = ${one.value} of ${saved.id} (${fact.state}) is nowhere`)];
    });
  });
}

function violation(what: string): Violation {
  return { invariant: 'I6', what };
}

/** What a person typed: this play types texts only. */
function valuesIn(saved: Acknowledged): readonly SetValue[] {
  // Arguments that this play gave.
  const args = saved.args as { cardId?: string; changes?: Record<string, unknown>; path?: string; value?: unknown };
  const { cardId, changes = {}, path, value } = args;
  if (cardId === undefined) return [];
  const set = saved.name === 'card.resolve-conflict' && path !== undefined ? { [path]: value } : changes;
  return Object.entries(set).flatMap(([field, text]) =>
    typeof text === 'string' && text.endsWith(';') ? [{ saved, cardId, path: field, value: lastOf(text) }] : [],
  );
}

/** Of a note that was added to, the words that were added. */
function lastOf(text: string): string {
  return text.split('\n').at(-1) ?? text;
}

function outOfSight(memory: Memory, look: Look, { id, phone, name }: Acknowledged): Violation[] {
  if (memory.gone.has(id) || memory.wiped.has(phone)) return [];
  const own = look.phones.find((one) => one.phone.name === phone);
  if (own === undefined || own.disk.outbox.some((entry) => entry.id === id)) return [];
  return [violation(`${name} ${id} was refused and ${phone} does not show it`)];
}

function isIn(card: RowFact | undefined, { path, value }: SetValue): boolean {
  if (card === undefined || !card.isLive) return true;
  const values = card.row['values'] as Readonly<Record<string, unknown>>; // a card's
  return textOf(values[path]).includes(value);
}

function holds({ row }: RowFact, { cardId, path, value }: SetValue): boolean {
  if (row['rowId'] !== cardId || row['path'] !== path) return false;
  return textOf(row['theirs']).includes(value) || textOf(row['mine']).includes(value);
}

type ById = ReadonlyMap<string, LedgerFact>;

/** Who set the field later had this value before their eyes; in a note also as part of what had been joined to it. */
function hadSeen(byId: ById, later: LedgerFact, fact: LedgerFact, { cardId, path }: SetValue): boolean {
  if (later.id === fact.id || !setsField(later, cardId, path)) return false;
  // Decided against by somebody before whom both values lay.
  const { conflictId } = later.args as { readonly conflictId?: string }; // decided, so a schema has passed it
  if (conflictId !== undefined && fact.verdict?.conflicts?.includes(conflictId) === true) return true;
  const ver = fact.verdict?.ver;
  // At a desk, online: what was there was seen.
  if (later.device === null) return ver === undefined || (later.verdict?.ver ?? 0) >= ver;
  const seen = seenBy(later, cardId, path);
  if (seen === undefined) return false;
  return isBeneath(byId, seen, fact, { cardId, path }) || (path === 'toneNote' && ver !== undefined && seen.ver >= ver);
}

function seenBy({ base }: LedgerFact, cardId: string, path: string): FieldBase | undefined {
  const all = base as Readonly<Record<string, Readonly<Record<string, FieldBase>>>> | null; // as phones say it
  return all?.[`cards:${cardId}`]?.[path];
}

/** Through own edits that came to nothing, down to what lay there; what a card begins with has no writer of its own. */
function isBeneath(byId: ById, seen: FieldBase, fact: LedgerFact, at: { cardId: string; path: string }): boolean {
  let step: string | null = seen.by;
  for (let steps = 0; step !== null && steps < byId.size; steps += 1) {
    if (step === fact.id) return true;
    const writer = byId.get(step);
    if (writer === undefined || writer.state === 'applied' || writer.state === 'conflict') return false;
    step = seenBy(writer, at.cardId, at.path)?.by ?? null;
  }
  return step === null && fact.name === 'card.create';
}

function setsField({ args }: LedgerFact, cardId: string, path: string): boolean {
  // Decided, so a schema has passed it.
  const set = args as { cardId?: string; changes?: Record<string, unknown>; path?: string };
  return set.cardId === cardId && (set.path === path || (set.changes !== undefined && path in set.changes));
}

/** I6: nobody is asked to decide between two things they did themselves one after the other on one phone. */
export function falseConflicts(memory: Memory, { rows }: Look): Violation[] {
  if (memory.restores > 0) return [];
  const writers = new Map<string, Acknowledged>();
  for (const saved of memory.saved.values())
    for (const { path, value, cardId } of valuesIn(saved))
      if (saved.name !== 'card.resolve-conflict') writers.set(`${cardId}/${path}/${value}`, saved);
  // Put back by whoever decided a conflict: from then on it is theirs.
  for (const saved of memory.saved.values())
    for (const { path, value, cardId } of saved.name === 'card.resolve-conflict' ? valuesIn(saved) : [])
      writers.delete(`${cardId}/${path}/${value}`);
  return rows.flatMap(({ table, id, row }) => {
    if (table !== 'conflicts' || row['path'] === 'toneNote') return [];
    const by = (value: unknown) => writers.get(`${String(row['rowId'])}/${String(row['path'])}/${textOf(value)}`);
    const [theirs, mine] = [by(row['theirs']), by(row['mine'])];
    if (theirs === undefined || mine === undefined || theirs.phone !== mine.phone) return [];
    if (theirs.at > mine.at || memory.wiped.has(mine.phone)) return [];
    // Taken back there, and done all the same by a copy of that phone.
    if (memory.handled.has(theirs.id)) return [];
    return [violation(`${id} sets ${textOf(row['theirs'])} against ${textOf(row['mine'])}, both of ${mine.phone}`)];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
