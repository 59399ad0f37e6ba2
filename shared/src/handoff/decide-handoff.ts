import * as z from 'zod/mini';
import { cards, type Card } from '../card/card.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { idSchema } from '../kernel/id.ts';
import { instantToMs, type Instant } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { handoffs, type Handoff } from './handoff.ts';
import { heldBy, heldByNobody, queueItems, UNDO_RETURN_MS, type QueueItem } from './queue-item.ts';
import { ReturnPoint } from './return-reasons.ts';
import { isHeldBy } from './work-the-queue.ts';

const ids = { cardId: idSchema<'card'>(), handoffId: idSchema<'handoff'>() };
const Ids = z.object(ids);
const rowsOf = (args: z.infer<typeof Ids>) => ({
  item: queueItems.ref(args.cardId),
  handoff: handoffs.ref(args.handoffId),
  card: cards.ref(args.cardId),
});

/** Accounting takes the card: it is cleared. */
export const acceptHandoff = defineMutator({
  name: 'handoff.accept',
  version: 1,
  args: Ids,
  reads: (args) => rowsOf(args),
  decide: (rows, _args, { actor, receivedAt: now }) => {
    const open = openFor(actor.userId, now, rows);
    if (!open.ok) return open;
    const { item, handoff, card, decidedAt } = open.value;
    const verdictBy = actor.userId as UserId; // the session's user
    return ok([
      handoffs.put({ ...handoff, state: 'accepted', verdictBy, verdictAt: decidedAt }),
      queueItems.put({ ...heldByNobody(item), state: 'done' }),
      cards.put({ ...card, status: 'accepted' }),
    ]);
  },
});

/** Accounting sends the card back to its owner: at least one field, a reason each. */
export const returnHandoff = defineMutator({
  name: 'handoff.return',
  version: 1,
  args: z.object({
    ...ids,
    points: z.array(ReturnPoint).check(z.minLength(1), z.maxLength(60)),
    note: z.string().check(z.maxLength(2000)),
  }),
  reads: (args) => rowsOf(args),
  decide: (rows, args, { actor, receivedAt: now }) => {
    const open = openFor(actor.userId, now, rows);
    if (!open.ok) return open;
    const { item, handoff, card, decidedAt } = open.value;
    const verdictBy = actor.userId as UserId; // the session's user
    const { points, note } = args;
    return ok([
      handoffs.put({ ...handoff, state: 'returned', points, note, verdictBy, verdictAt: decidedAt }),
      queueItems.put({ ...heldByNobody(item), state: 'with-rep', returns: item.returns + 1 }),
      cards.put({ ...card, status: 'returned' }),
    ]);
  },
});

/** Takes a return back within seconds, unless the owner has begun to answer it. */
export const undoReturn = defineMutator({
  name: 'handoff.undo-return',
  version: 1,
  args: Ids,
  reads: (args) => rowsOf(args),
  decide: ({ item, handoff, card }, args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (!item || !handoff || !card) return err({ code: 'handoff.not-found' });
    const fresh = handoff.verdictAt !== null && instantToMs(now) - instantToMs(handoff.verdictAt) <= UNDO_RETURN_MS;
    if (handoff.state !== 'returned' || handoff.verdictBy !== actor.userId || !fresh) {
      return err({ code: 'handoff.too-late-to-undo' });
    }
    const untouched =
      card.status === 'returned' && card.handoffId === args.handoffId && item.handoffId === args.handoffId;
    if (!untouched || canonicalJson(card.values) !== canonicalJson(handoff.snapshot.values)) {
      return err({ code: 'handoff.answered-already' });
    }
    const again = heldBy(item, actor.userId as UserId, now); // the session's user
    return ok([
      handoffs.put({
        ...handoff,
        state: 'waiting',
        points: [],
        note: '',
        verdictBy: null,
        verdictAt: null,
      }),
      queueItems.put({ ...again, state: 'waiting', returns: item.returns - 1 }),
      cards.put({ ...card, status: 'handed-over' }),
    ]);
  },
});

/** The handoff that stands open before whoever holds its item. */
function openFor(
  userId: string,
  now: Instant | null,
  { item, handoff, card }: { item: QueueItem | null; handoff: Handoff | null; card: Card | null },
) {
  if (!now) return err({ code: 'queue.needs-signal' });
  if (!item || !handoff || !card) return err({ code: 'handoff.not-found' });
  if (!isHeldBy(item, userId, now)) return err({ code: 'queue.not-yours' });
  if (item.handoffId !== handoff.id || handoff.state !== 'waiting') return err({ code: 'handoff.not-current' });
  return ok({ item, handoff, card, decidedAt: now });
}
