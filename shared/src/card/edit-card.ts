import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import { CardChanges, withChanges } from './card-changes.ts';
import { cards, type Card, type CardStatus } from './card.ts';
import type { CardPath } from './card-fields.ts';
import { fieldSpecOf, itemOf } from './card-path.ts';
import { worksOn } from './works-on.ts';

/** Some two hundred contacts: more is a mistake, or meant to hurt. */
const MOST_VALUES = 2000;

/** Sets or empties fields. Merged field by field with what others changed meanwhile. */
export const editCard = defineMutator({
  name: 'card.edit',
  version: 1,
  args: z.object({ cardId: idSchema<'card'>(), changes: CardChanges }),
  reads: (args) => ({ card: cards.ref(args.cardId) }),
  edits: (args) => ({ ref: cards.ref(args.cardId), changes: args.changes }),
  // What comes back from the merge was checked when it came in; two joined notes may be longer than one may be written.
  withChanges: (args, changes) => ({ ...args, changes: changes as CardChanges }),
  decide: ({ card }, args, context) => {
    if (!card || !worksOn(card, context.actor)) return err({ code: 'card.not-found' });
    if (card.status === 'handed-over') return err({ code: 'card.with-accounting' });
    const values = withChanges(card.values, args.changes);
    if (Object.keys(values).length > MOST_VALUES) return err({ code: 'card.too-full' });
    return ok([
      cards.put({
        ...card,
        status: statusAfter(card, args.changes),
        values,
        changedAt: context.performedAt,
      }),
    ]);
  },
});

/**
 * A hard field changed after acceptance, or a person or an account taken off with all its fields: accounting must see
 * the card again before it is cleared.
 */
export function statusAfter(card: Card, changes: CardChanges): CardStatus {
  if (card.status !== 'accepted') return card.status;
  const reopens = Object.entries(changes).some(
    ([path, value]) => mattersToAccounting(path) && (card.values[path] ?? null) !== value,
  );
  return reopens ? 'draft' : 'accepted';
}

function mattersToAccounting(path: CardPath): boolean {
  return fieldSpecOf(path)?.merge === 'hard' || itemOf(path)?.part === 'removed';
}
