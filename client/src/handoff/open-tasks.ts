import type { Card } from '@cession/shared/card/card.ts';
import { worksOn } from '@cession/shared/card/works-on.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import type { Question } from '@cession/shared/handoff/question.ts';
import type { Conflict } from '@cession/shared/sync/conflict.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { OutboxItem } from '../sync/outbox.ts';

/** Something that waits for this person. */
export type Task =
  | {
      readonly kind: 'returned';
      readonly id: string;
      readonly at: string;
      readonly card: Card;
      readonly handoff: Handoff;
    }
  | {
      readonly kind: 'refused';
      readonly id: string;
      readonly at: string;
      readonly item: OutboxItem;
      readonly refusal: Refusal;
    }
  | {
      readonly kind: 'conflict';
      readonly id: string;
      readonly at: string;
      readonly card: Card;
      readonly conflict: Conflict;
    }
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly at: string;
      readonly card: Card;
      readonly question: Question;
    }
  | { readonly kind: 'offer'; readonly id: string; readonly at: string; readonly card: Card }
  | { readonly kind: 'bounced'; readonly id: string; readonly at: string; readonly card: Card };

/** What blocks most comes first: a returned card holds up an invoice, an offer only a change of owner. */
export const TASK_KINDS = ['returned', 'refused', 'conflict', 'question', 'offer', 'bounced'] as const;

export interface TaskSources {
  readonly me: SyncActor;
  readonly cards: readonly Card[];
  readonly handoffs: readonly Handoff[];
  readonly conflicts: readonly Conflict[];
  readonly questions: readonly Question[];
  readonly outbox: readonly OutboxItem[];
  /** Bounced offers the person has put away on this phone. */
  readonly seenBounces: ReadonlySet<string>;
}

/** Everything that waits for this person: most urgent kind first, then what has waited longest. */
export function openTasks(from: TaskSources): readonly Task[] {
  // Thousands of cards are looked at once, and only the few that anything waits for are looked at again.
  const few = { ...from, cards: from.cards.filter(mayWait(from)) };
  const found = [
    ...returnedCards(few),
    ...refusedItems(few),
    ...conflictsToDecide(few),
    ...openQuestions(few),
    ...offers(few),
    ...bounces(few),
  ];
  const rank = (task: Task) => TASK_KINDS.indexOf(task.kind);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

export function bounceKey(card: Card): string {
  return `${card.id}@${card.bounced?.at ?? ''}`;
}

function mayWait({ conflicts, questions }: TaskSources): (card: Card) => boolean {
  const named = new Set<string>([...conflicts.map(({ rowId }) => rowId), ...questions.map(({ cardId }) => cardId)]);
  const isNamed = named.size === 0 ? () => false : (card: Card) => named.has(card.id);
  return (card) => card.status === 'returned' || card.offer !== null || card.bounced !== null || isNamed(card);
}

function returnedCards({ me, cards, handoffs }: TaskSources): Task[] {
  const byId = new Map<string, Handoff>(handoffs.map((handoff) => [handoff.id, handoff]));
  return cards
    .filter((card) => card.status === 'returned' && worksOn(card, me))
    .flatMap((card): Task[] => {
      const handoff = card.handoffId === null ? undefined : byId.get(card.handoffId);
      if (handoff === undefined) return [];
      return [{ kind: 'returned', id: card.id, at: handoff.verdictAt ?? card.changedAt, card, handoff }];
    });
}

function refusedItems({ outbox }: TaskSources): Task[] {
  return outbox.flatMap((item): Task[] =>
    item.refusal === null ? [] : [{ kind: 'refused', id: item.id, at: item.at, item, refusal: item.refusal }],
  );
}

function conflictsToDecide({ me, cards, conflicts }: TaskSources): Task[] {
  const byId = mineById(cards, me);
  return conflicts.flatMap((conflict): Task[] => {
    const card = byId.get(conflict.rowId);
    if (conflict.status !== 'open' || conflict.table !== 'cards' || card === undefined) return [];
    return [{ kind: 'conflict', id: conflict.id, at: conflict.openedAt, card, conflict }];
  });
}

function openQuestions({ me, cards, questions }: TaskSources): Task[] {
  const byId = mineById(cards, me);
  return questions.flatMap((question): Task[] => {
    const card = byId.get(question.cardId);
    if (question.answer !== null || card === undefined) return [];
    return [{ kind: 'question', id: question.id, at: question.askedAt, card, question }];
  });
}

function offers({ me, cards }: TaskSources): Task[] {
  return cards.flatMap((card): Task[] =>
    card.offer?.to === me.userId ? [{ kind: 'offer', id: card.id, at: card.offer.at, card }] : [],
  );
}

function bounces({ me, cards, seenBounces }: TaskSources): Task[] {
  return cards.flatMap((card): Task[] => {
    const waits = card.bounced !== null && card.offer === null && card.ownerId === me.userId;
    return waits && !seenBounces.has(bounceKey(card))
      ? [{ kind: 'bounced', id: card.id, at: card.bounced?.at ?? '', card }]
      : [];
  });
}

function mineById(cards: readonly Card[], me: SyncActor): ReadonlyMap<string, Card> {
  return new Map(cards.filter((card) => worksOn(card, me)).map((card) => [card.id, card]));
}
