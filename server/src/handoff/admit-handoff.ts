import { handOverCard } from '@cession/shared/handoff/hand-over-card.ts';
import { worksOn } from '@cession/shared/card/works-on.ts';
import { refuseDuplicate } from '../card/refuse-duplicate.ts';
import { refuseOpenConflict } from '../card/refuse-open-conflict.ts';
import { effectOf } from '../sync/effect.ts';

/** What the server knows better than the phone that hands a card over. */
export const admitHandoff = effectOf(handOverCard, {
  check: async (context) => {
    const { card } = context.rows;
    // Whoever may not hand it over learns nothing here; the decision itself refuses them.
    if (!card || !worksOn(card, context.actor)) return null;
    return (await refuseOpenConflict(card.id, context)) ?? (await refuseDuplicate(card, context));
  },
});
