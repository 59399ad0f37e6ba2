import { checkGate } from '@cession/shared/card/gate.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import type { QueueItem } from '@cession/shared/handoff/queue-item.ts';
import type { Happening, RowFact, Violation } from '../world.ts';
import { fileKey, type Look, type Memory } from './memory.ts';

/** I9 at the first sight of each handoff, I14 always. */
export function wronglyHandedOver(memory: Memory, look: Look): Violation[] {
  const handoffs = look.rows.filter(({ table, isLive }) => table === 'handoffs' && isLive);
  const fresh = handoffs.filter(({ id }) => !memory.handoffs.has(id));
  for (const { id } of fresh) memory.handoffs.add(id);
  return [
    ...fresh.flatMap((fact) => [...incomplete(fact), ...inConflict(fact, look)]),
    ...revisions(handoffs),
    ...withoutBytes(handoffs, look),
  ];
}

function handoffOf(fact: RowFact): Handoff {
  return fact.row as unknown as Handoff; // rows of this table are handoffs
}

function incomplete(fact: RowFact): Violation[] {
  const { snapshot } = handoffOf(fact);
  const { missing } = checkGate({ ...snapshot, allowSamples: true, on: null, documents: [] });
  // Papers are asked for by their own oracle; every other gap is one the gate should have seen.
  const gaps = missing.filter(({ path }) => path !== null && !(path in snapshot.values));
  return gaps.map(({ path }) => ({ invariant: 'I9', what: `handoff ${fact.id} went without ${path}` }));
}

function inConflict(fact: RowFact, { rows }: Look): Violation[] {
  const { cardId } = handoffOf(fact);
  const open = rows.filter(
    ({ table, row, ver }) =>
      table === 'conflicts' && row['rowId'] === cardId && row['status'] === 'open' && ver < fact.ver,
  );
  return open.map(({ id }) => ({ invariant: 'I9', what: `handoff ${fact.id} went with open conflict ${id}` }));
}

function revisions(handoffs: readonly RowFact[]): Violation[] {
  const seen = new Set<string>();
  return handoffs.flatMap((fact) => {
    const { cardId, revision } = handoffOf(fact);
    const key = `${cardId} revision ${revision}`;
    if (seen.has(key)) return [{ invariant: 'I9', what: `card ${key} was handed over twice` }];
    seen.add(key);
    return [];
  });
}

/** In the queue only with every file there and verified, as far as the document is still on the card. */
function withoutBytes(handoffs: readonly RowFact[], look: Look): Violation[] {
  const items = look.rows.filter(({ table, isLive }) => table === 'queue-items' && isLive);
  const waiting = new Set(
    items.flatMap(({ row }) => ((row as unknown as QueueItem).state === 'waiting' ? [row['handoffId']] : [])),
  );
  const documents = new Map(look.rows.filter(({ table }) => table === 'card-documents').map((row) => [row.id, row]));
  return handoffs.flatMap((fact) => {
    if (!waiting.has(fact.id)) return [];
    const named = handoffOf(fact).snapshot.documents ?? [];
    return named.flatMap(({ id, sha256 }) => {
      const isRemoved = documents.get(id)?.row['removed'] !== false;
      if (sha256 === null || isRemoved || look.files.has(fileKey(fact.companyId, sha256))) return [];
      return [{ invariant: 'I14', what: `handoff ${fact.id} is in the queue without file ${sha256.slice(0, 8)}` }];
    });
  });
}

/** I12: what the server dates is dated within the time that has passed there, however wrong the phones are. */
export function datedByPhones(look: Look, happenings: readonly Happening[]): Violation[] {
  const [from, to] = [happenings[0]?.at ?? 0, happenings.at(-1)?.at ?? 0];
  const slack = 6 * 60 * 60 * 1000;
  const isOff = (at: unknown) => {
    if (typeof at !== 'string') return false;
    const ms = Date.parse(at);
    return ms < from - slack || ms > to + slack;
  };
  return look.rows.flatMap(({ table, id, row }) => {
    const dated = { handoffs: 'receivedAt', conflicts: 'openedAt', 'queue-items': 'firstReceivedAt' }[table];
    if (dated === undefined || !isOff(row[dated])) return [];
    return [{ invariant: 'I12', what: `${table}:${id} is dated ${String(row[dated])} by a phone` }];
  });
}
