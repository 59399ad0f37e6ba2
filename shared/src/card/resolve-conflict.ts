import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { conflicts } from '../sync/conflict.ts';
import { defineMutator } from '../sync/mutator.ts';
import { CardChanges, withChanges } from './card-changes.ts';
import { CardValue, cards } from './card.ts';
import { statusAfter } from './edit-card.ts';
import { worksOn } from './works-on.ts';

/** A person decides a conflict: the value that holds from now on. Both old values stay in the record. */
export const resolveConflict = defineMutator({
  name: 'card.resolve-conflict',
  version: 1,
  args: z.object({
    conflictId: idSchema<'conflict'>(),
    cardId: idSchema<'card'>(),
    path: z.string().check(z.maxLength(80)),
    value: z.nullable(CardValue),
  }),
  reads: (args) => ({
    card: cards.ref(args.cardId),
    conflict: conflicts.ref(args.conflictId),
  }),
  edits: (args) => ({ ref: cards.ref(args.cardId), changes: { [args.path]: args.value } }),
  decide: ({ card, conflict }, args, context) => {
    if (!card || !worksOn(card, context.actor)) return err({ code: 'card.not-found' });
    if (conflict?.rowId !== args.cardId || conflict.path !== args.path) {
      return err({ code: 'conflict.not-found' });
    }
    if (conflict.status === 'resolved') return err({ code: 'conflict.resolved-already' });
    if (card.status === 'handed-over') return err({ code: 'card.with-accounting' });
    const changes = CardChanges.safeParse({ [args.path]: args.value });
    if (!changes.success) return err({ code: 'conflict.value-does-not-fit' });
    const by = context.actor.userId;
    const at = context.receivedAt ?? context.performedAt;
    return ok([
      conflicts.put({ ...conflict, status: 'resolved', resolvedBy: by, resolvedAt: at }),
      cards.put({
        ...card,
        status: statusAfter(card, changes.data),
        values: withChanges(card.values, changes.data),
      }),
    ]);
  },
});
