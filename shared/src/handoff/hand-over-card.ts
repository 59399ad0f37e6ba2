import * as z from 'zod/mini';
import { checkGate } from '../card/gate.ts';
import { cards, type Card } from '../card/card.ts';
import { worksOn } from '../card/works-on.ts';
import { idSchema } from '../kernel/id.ts';
import { isDay } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import { companies } from '../people/company.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator, type MutationContext } from '../sync/mutator.ts';
import { handoffs, type Handoff, type Snapshot } from './handoff.ts';

/**
 * Gives a complete card to accounting: an immutable snapshot, next revision. The gate is the same on the
 * phone and on the server, and nobody is let past it.
 */
export const handOverCard = defineMutator({
  name: 'card.hand-over',
  version: 1,
  args: z.object({ cardId: idSchema<'card'>(), handoffId: idSchema<'handoff'>() }),
  reads: (args, actor) => ({
    card: cards.ref(args.cardId),
    company: companies.ref(actor.companyId),
    earlier: handoffs.ref(args.handoffId),
  }),
  decide: ({ card, company, earlier }, args, context) => {
    if (!card || !worksOn(card, context.actor)) return err({ code: 'card.not-found' });
    if (earlier) return err({ code: 'handoff.exists' });
    if (card.status === 'handed-over') return err({ code: 'card.with-accounting' });
    if (card.status === 'accepted') return err({ code: 'card.accepted-already' });
    const verdict = checkGate({
      jurisdiction: card.jurisdiction,
      values: card.values,
      allowSamples: company?.demo ?? false,
      on: dayOf(context),
    });
    if (verdict.missing.length > 0) {
      const missing = verdict.missing.map(({ requirement, path }) => ({ requirement, path }));
      return err({ code: 'card.incomplete', missing });
    }
    const revision = card.revision + 1;
    const handoff = handoffOf(card, args.handoffId, revision, verdict.ruleset, context);
    return ok([
      handoffs.put(handoff),
      cards.put({ ...card, status: 'handed-over', revision, handoffId: args.handoffId }),
    ]);
  },
});

function handoffOf(
  card: Card,
  id: Handoff['id'],
  revision: number,
  ruleset: string,
  context: MutationContext,
): Handoff {
  const snapshot: Snapshot = {
    cardId: card.id,
    revision,
    jurisdiction: card.jurisdiction,
    ownerId: card.ownerId,
    values: { ...card.values },
    ruleset,
    submittedAt: context.performedAt,
  };
  return {
    id,
    cardId: card.id,
    audienceIds: [card.ownerId, ...card.helpers],
    revision,
    snapshot,
    sha256: null,
    submittedBy: context.actor.userId as UserId, // the session's user
    receivedAt: context.receivedAt,
    state: 'waiting',
    points: [],
    note: '',
    verdictBy: null,
    verdictAt: null,
  };
}

/** The server's day where there is one: a wrong clock in a pocket must not revive an expired authority. */
function dayOf(context: MutationContext) {
  const day = (context.receivedAt ?? context.performedAt).slice(0, 10);
  return isDay(day) ? day : null;
}
