import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { LedgerFact, OutboxEntry, Violation } from '../world.ts';
import { hasTakenEffect, isFinal, unseen, type Look, type Memory } from './memory.ts';
import type { HeardVerdict } from './messages.ts';
import { sameJson } from './scope.ts';

/** I2: one row in the ledger, one verdict for ever, one effect. */
export function doneTwice(memory: Memory, look: Look): Violation[] {
  return [
    ...twiceInLedger(look.ledger),
    ...changedVerdicts(memory, look.ledger),
    ...believedOnly(memory, look),
    ...handedOverTwice(look),
    ...comeBack(memory, look),
  ];
}

function violation(what: string): Violation {
  return { invariant: 'I2', what };
}

function twiceInLedger(ledger: readonly LedgerFact[]): Violation[] {
  const seen = new Set<string>();
  return ledger.flatMap(({ id }) => {
    if (seen.has(id)) return [violation(`${id} stands twice in the ledger`)];
    seen.add(id);
    return [];
  });
}

function changedVerdicts(memory: Memory, ledger: readonly LedgerFact[]): Violation[] {
  return unseen(memory.seen.verdicts, ledger).flatMap(({ id, verdict }) => {
    const before = memory.final.get(id);
    const now = JSON.stringify(verdict);
    if (before === undefined && isFinal(verdict)) memory.final.set(id, now);
    return before === undefined || before === now ? [] : [violation(`the verdict ${before} became ${now}`)];
  });
}

/** I2: what was heard is what was decided, and is heard the same every time. */
export function heardOtherwise(memory: Memory, heard: readonly HeardVerdict[], look: Look): Violation[] {
  const decided = new Map(look.ledger.map(({ id, verdict }) => [id, verdict]));
  return heard.flatMap(({ epoch, verdict }) => {
    if (!isFinal(verdict)) return [];
    const said = JSON.stringify(verdict);
    const key = `${epoch}/${verdict.id}`;
    const before = memory.heard.get(key);
    memory.heard.set(key, said);
    if (before !== undefined && before !== said) return [violation(`${before} was heard, and later ${said}`)];
    const truth = decided.get(verdict.id) ?? null;
    const isSo = epoch !== look.epoch || (truth !== null && sameJson(truth, verdict));
    return isSo ? [] : [violation(`${said} was heard and ${JSON.stringify(truth)} was decided`)];
  });
}

/** Only the server's verdict ends an entry on a phone. */
function believedOnly(memory: Memory, look: Look): Violation[] {
  if (memory.restores > 0) return [];
  const decided = new Map(look.ledger.map(({ id, verdict }) => [id, verdict]));
  return look.phones.flatMap(({ phone, disk }) =>
    [...disk.outbox, ...disk.receipts.map(({ entry }) => entry)].flatMap((entry) => {
      const isSo = !isOver(entry) || agrees(entry, decided.get(entry.id) ?? null);
      return isSo ? [] : [violation(`${phone.name} takes ${entry.id} for ${entry.status}; the server does not`)];
    }),
  );
}

function isOver({ status }: OutboxEntry): boolean {
  return ['applied', 'conflict', 'rejected', 'quarantined'].includes(status);
}

function agrees({ status }: OutboxEntry, verdict: Verdict | null): boolean {
  const said = verdict?.state === 'noop' ? 'applied' : verdict?.state;
  return said === status;
}

/** As many handoffs and revisions as hand-overs that took effect. */
function handedOverTwice({ ledger, rows }: Look): Violation[] {
  const handOvers = countBy(
    ledger.filter(({ name, verdict }) => name === 'card.hand-over' && hasTakenEffect(verdict)),
    ({ args }) => (args as { readonly cardId: string }).cardId, // decided, so its schema has passed it
  );
  const made = countBy(
    rows.filter(({ table }) => table === 'handoffs'),
    ({ row }) => String(row['cardId']),
  );
  return rows.flatMap(({ table, id, row, isLive }) => {
    if (table !== 'cards' || !isLive) return [];
    const counts = [Number(row['revision']), handOvers.get(id) ?? 0, made.get(id) ?? 0];
    if (new Set(counts).size === 1) return [];
    return [violation(`card ${id}: revision, hand-overs and handoffs are ${counts.join(', ')}`)];
  });
}

function countBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}

/** No two values of a play are alike: one that was replaced and stands there again was written twice. */
function comeBack(memory: Memory, { rows, ledger }: Look): Violation[] {
  const fresh = unseen(memory.seen.values, rows);
  if (fresh.length === 0) return [];
  const chosen = new Set(
    ledger.filter(({ name }) => name === 'card.resolve-conflict').map(({ args }) => chosenIn(args)),
  );
  return fresh.flatMap(({ table, id, row, isLive }) => {
    if (table !== 'cards' || !isLive) return [];
    const values = row['values'] as Readonly<Record<string, unknown>>; // a card's
    return Object.entries(values).flatMap(([path, value]) => {
      const key = `${id}/${path}`;
      const story = memory.fields.get(key);
      if (story?.now === value) return [];
      memory.fields.set(key, { now: value, before: new Set([...(story?.before ?? []), story?.now]) });
      const isAgain = story?.before.has(value) === true && !chosen.has(value);
      return isAgain ? [violation(`${String(value)} has come back to ${key}`)] : [];
    });
  });
}

function chosenIn(args: unknown): unknown {
  return (args as { readonly value?: unknown }).value; // of a mutation whose schema has passed it
}
