import { cards, type CardId } from '@cession/shared/card/card.ts';
import { cardDocuments, type CardDocument } from '@cession/shared/document/document.ts';
import { handoffs } from '@cession/shared/handoff/handoff.ts';
import { queueItems } from '@cession/shared/handoff/queue-item.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import type { AfterContext, Effect, EffectContext } from '../sync/effect.ts';
import { enqueueIfWhole } from './enqueue-handoff.ts';

/** The hand-over of this card that waited for its files enters the queue, if nothing lacks any more. */
export async function endWaiting(
  cardId: CardId,
  context: EffectContext,
  changed: readonly CardDocument[],
): Promise<Change[]> {
  const card = await context.load(cards.ref(cardId));
  if (card?.status !== 'handed-over' || card.handoffId === null) return [];
  const handoff = await context.load(handoffs.ref(card.handoffId));
  const item = await context.load(queueItems.ref(cardId));
  if (handoff?.state !== 'waiting' || item?.handoffId === handoff.id) return [];
  return enqueueIfWhole(handoff, context, changed);
}

/** A photograph that never arrived was taken off the card: nobody waits for it for ever. */
export const endWaitingForRemoved: Effect = {
  after: async (context) => {
    const changes: Change[] = [];
    for (const document of documentsIn(context)) {
      changes.push(...(await endWaiting(document.cardId, context, [document])));
    }
    return changes;
  },
};

function documentsIn({ changes }: AfterContext): CardDocument[] {
  return changes.flatMap((change) =>
    change.op === 'put' && change.table === cardDocuments.name ? [change.row as CardDocument] : [],
  ); // rows of this table are documents
}
