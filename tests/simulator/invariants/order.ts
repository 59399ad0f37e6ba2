import type { LedgerFact, Violation } from '../world.ts';
import { hasTakenEffect, type Look, type Memory } from './memory.ts';

/** I3: what depends on a mutation comes after it, and one installation's changes to one card come in its order. */
export function overtaken(memory: Memory, { ledger }: Look): Violation[] {
  const byId = new Map(ledger.map((fact) => [fact.id, fact]));
  const early = ledger
    .filter(({ verdict }) => hasTakenEffect(verdict))
    .flatMap((fact) => fact.deps.flatMap((dep) => beforeItsTurn(memory, fact, dep, byId.get(dep))));
  // Refilled from several phones, a restored server hears things in another order than they were done.
  return memory.restores > 0 ? early : [...early, ...outOfOrder(memory, ledger)];
}

function beforeItsTurn(memory: Memory, fact: LedgerFact, depId: string, dep: LedgerFact | undefined): Violation[] {
  // Replaced by a better one, which the server takes in its place.
  if (memory.handled.has(depId)) return [];
  const isOpen = dep === undefined || dep.verdict === null || ['received', 'held', 'quarantined'].includes(dep.state);
  if (isOpen) return [{ invariant: 'I3', what: `${fact.name} ${fact.id} went ahead of ${depId}` }];
  const isLater = (dep.verdict?.ver ?? 0) > (fact.verdict?.ver ?? Number.POSITIVE_INFINITY);
  return isLater ? [{ invariant: 'I3', what: `${fact.id} has an earlier version than ${depId}` }] : [];
}

function outOfOrder(memory: Memory, ledger: readonly LedgerFact[]): Violation[] {
  const last = new Map<string, LedgerFact>();
  // Only what writes the card: a paper added to it may wait for a newer server while the card goes on. What was taken
  // back on a phone comes from its copy alone, when the copy likes.
  const sent = ledger.filter(
    ({ id, name, device, verdict }) =>
      name.startsWith('card.') && device?.seq !== null && verdict?.ver !== undefined && !memory.handled.has(id),
  );
  return sent
    .toSorted((a, b) => (a.device?.seq ?? 0) - (b.device?.seq ?? 0))
    .flatMap((fact) => {
      const cardId = (fact.args as { readonly cardId?: string }).cardId; // decided, so its schema has passed it
      if (fact.device === null || cardId === undefined) return [];
      // A phone and its copy are one installation until their numbers meet, and know nothing of each other.
      const phone = memory.saved.get(fact.id)?.phone;
      const key = `${fact.device.id}/${fact.device.incarnation}/${phone}/${cardId}`;
      const before = last.get(key);
      last.set(key, fact);
      if ((before?.verdict?.ver ?? 0) <= (fact.verdict?.ver ?? 0)) return [];
      return [{ invariant: 'I3', what: `${fact.id} took effect before ${before?.id}, which was done first` }];
    });
}
