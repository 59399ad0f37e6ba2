import { cards, type Card } from '@cession/shared/card/card.ts';
import { questions } from '@cession/shared/handoff/question.ts';
import { useMemo } from 'react';
import { cardName } from '../card/card-name.ts';
import { useRows, useRowsNamed } from '../sync/live.ts';
import type { OutboxItem } from '../sync/outbox.ts';
import { useText } from '../text/use-text.ts';
import { itemTitle } from './outbox-words.ts';

export interface ItemNames {
  title(item: OutboxItem): string;
  /** The card an item is about, if this phone can open it. */
  card(item: OutboxItem): Card | null;
}

/** What outbox items are about, by the names people know. */
export function useItemNames(): ItemNames {
  const { t } = useText();
  const allCards = useRows(cards);
  const allQuestions = useRows(questions);
  const notices = useRowsNamed('notices');
  return useMemo(() => {
    const cardOfQuestion = new Map<string, string>(allQuestions.map(({ id, cardId }) => [id, cardId]));
    const cardOfNotice = new Map(notices.map((notice) => [textIn(notice, 'id'), textIn(notice, 'cardId')]));
    const cardOf = (item: OutboxItem) => {
      const id = textIn(item.args, 'cardId') ?? textIn(item.args, 'draftId');
      const asked = cardOfQuestion.get(textIn(item.args, 'questionId') ?? '');
      const wanted = id ?? asked ?? cardOfNotice.get(textIn(item.args, 'noticeId'));
      // Most rows ask for none, and a phone may hold thousands of cards.
      return wanted === undefined ? null : (allCards.find((card) => card.id === wanted) ?? null);
    };
    return {
      card: cardOf,
      title: (item) => {
        const card = cardOf(item);
        // A refused new card is not in view any more: its name is in what was asked for.
        return itemTitle(t, item.name, card === null ? typedName(item.args) : cardName(card));
      },
    };
  }, [t, allCards, allQuestions, notices]);
}

function typedName(args: unknown): string | null {
  const changes: unknown = valueIn(args, 'changes');
  return textIn(changes, 'legalName') ?? textIn(changes, 'shortName');
}

function textIn(holder: unknown, key: string): string | null {
  const value = valueIn(holder, key);
  return typeof value === 'string' && value !== '' ? value : null;
}

function valueIn(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
