import { cards, type Card } from '@cession/shared/card/card.ts';
import type { Effect } from '../sync/effect.ts';

/** An offer runs out by the server's clock, so that is the clock it starts on: a phone's may be wrong by days. */
export const stampOffer: Effect = {
  after: async ({ changes, now }) =>
    changes.flatMap((change) => {
      if (change.op !== 'put' || change.table !== cards.name) return [];
      const card = change.row as Card; // rows of this table are cards
      return card.offer === null ? [] : [cards.put({ ...card, offer: { ...card.offer, at: now } })];
    }),
};
