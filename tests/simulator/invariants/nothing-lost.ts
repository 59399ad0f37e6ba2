import type { OutboxEntry, Violation } from '../world.ts';
import type { Look, Memory } from './memory.ts';

/** I1: whatever a phone called saved is in its outbox or in the ledger, and once in the ledger it stays. */
export function lostSaves(memory: Memory, look: Look): Violation[] {
  const there = new Set(look.ledger.map(({ id }) => id));
  const kept = new Map(look.phones.map(({ phone, disk }) => [phone.name, keptOn(memory, disk)]));
  const lost = [...memory.saved.values()].filter(({ id, phone }) => {
    if (there.has(id) || memory.gone.has(id) || memory.handled.has(id)) return false;
    return !(kept.get(phone)?.has(id) ?? true);
  });
  const vanished = [...memory.ledger.keys()].filter((id) => !there.has(id));
  return [
    ...lost.map(({ id, name, phone }) => violation(`${name} ${id} was called saved on ${phone} and is nowhere`)),
    ...vanished.map((id) => violation(`${id} has left the ledger`)),
    ...look.phones.flatMap(({ disk, phone }) =>
      takenBackByNobody(memory, disk.outbox).map((id) => violation(`nobody took ${id} back on ${phone.name}`)),
    ),
  ];
}

function violation(what: string): Violation {
  return { invariant: 'I1', what };
}

/** In the outbox; among the receipts only where a server was restored and may ask for them. */
function keptOn(memory: Memory, disk: Look['phones'][number]['disk']): ReadonlySet<string> {
  const receipts = memory.restores > 0 ? disk.receipts : [];
  return new Set([...disk.outbox, ...receipts].map(({ id }) => id));
}

/** A person's own act, done better by one whose phone may have died right after it, and what stood on either. */
export function takenBackByNobody(memory: Memory, outbox: readonly OutboxEntry[]): readonly string[] {
  const unexplained: string[] = [];
  for (const { supersedes } of outbox) if (supersedes !== null) memory.handled.add(supersedes);
  for (const { id, status, deps } of outbox) {
    if (status !== 'discarded' || memory.handled.has(id)) continue;
    if (deps.some((dep) => memory.handled.has(dep))) memory.handled.add(id);
    else unexplained.push(id);
  }
  return unexplained;
}
