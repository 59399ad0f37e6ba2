import { cardKeys } from '@cession/shared/card/card-key.ts';
import { cards, type Card } from '@cession/shared/card/card.ts';
import { cardKeyOf } from '@cession/shared/card/registration-key.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import type { Effect } from '../sync/effect.ts';

/** What every phone knows of every card stays in step with the card, within the same transaction. */
export const keepCardKey: Effect = {
  looksAt: (read) => read.filter(({ table }) => table === cards.name).map(({ id }) => cardKeys.ref(id)),
  after: async ({ changes, load }) => {
    const kept: Change[] = [];
    for (const change of changes) {
      if (change.table !== cards.name) continue;
      if (change.op === 'remove') {
        kept.push(cardKeys.remove(change.id));
        continue;
      }
      const key = cardKeyOf(change.row as Card); // rows of this table are cards
      const before = await load(cardKeys.ref(key.id));
      if (before === null || JSON.stringify(before) !== JSON.stringify(key)) kept.push(cardKeys.put(key));
    }
    return kept;
  },
};
