import { cards, type Card } from '@cession/shared/card/card.ts';
import { cardDocuments, FILE_LIMITS } from '@cession/shared/document/document.ts';
import { handOverCard } from '@cession/shared/handoff/hand-over-card.ts';
import type { HandoffId } from '@cession/shared/handoff/handoff.ts';
import type { Result } from '@cession/shared/kernel/result.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import { newId } from '../device/new-id.ts';
import { useOutbox, useRows, useSync } from '../sync/live.ts';
import type { OutboxItem } from '../sync/outbox.ts';
import type { NotSaved, Saved } from '../sync/perform.ts';

/** The hand-over the server said no to, if there is one: it waits in the outbox until a better one replaces it. */
export function useRefusedHandOver(card: Card): OutboxItem | null {
  const key = `${cards.name}:${card.id}`;
  const refused = useOutbox().filter(
    (item) => item.name === handOverCard.name && item.refusal !== null && touches(item, card.id, key),
  );
  return refused.at(-1) ?? null;
}

/** Gives the card to accounting; one that was refused before gives way to this one. */
export function useHandOver(card: Card): () => Promise<Result<Saved, NotSaved<Refusal>>> {
  const { perform } = useSync();
  const refused = useRefusedHandOver(card);
  const documents = useRows(cardDocuments);
  return () => {
    const own = documents.filter((document) => document.cardId === card.id && !document.removed);
    const documentIds = own.map(({ id }) => id).slice(0, FILE_LIMITS.perCard);
    // A new hand-over's own id. Without documents the message is the one older servers know.
    const args = { cardId: card.id, handoffId: newId() as HandoffId, ...(documentIds.length > 0 && { documentIds }) };
    return perform(handOverCard, args, refused === null ? {} : { supersedes: refused.id });
  };
}

function touches({ writes, args }: OutboxItem, cardId: string, key: string): boolean {
  return writes.includes(key) || (typeof args === 'object' && args !== null && Reflect.get(args, 'cardId') === cardId);
}
