import { cards } from '@cession/shared/card/card.ts';
import { handoffs } from '@cession/shared/handoff/handoff.ts';
import { questions } from '@cession/shared/handoff/question.ts';
import { conflicts } from '@cession/shared/sync/conflict.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { readPreference, savePreference } from '../device/preference.ts';
import { useSession } from '../people/session.tsx';
import { useOutbox, useRows } from '../sync/live.ts';
import { openTasks, type Task } from './open-tasks.ts';

export function useTasks(): readonly Task[] {
  const { profile: me } = useSession();
  const allCards = useRows(cards);
  const allHandoffs = useRows(handoffs);
  const allConflicts = useRows(conflicts);
  const allQuestions = useRows(questions);
  const outbox = useOutbox();
  const bouncesSeen = useSyncExternalStore(subscribe, seenBounces);
  return useMemo(
    () =>
      openTasks({
        me,
        cards: allCards,
        handoffs: allHandoffs,
        conflicts: allConflicts,
        questions: allQuestions,
        outbox,
        seenBounces: bouncesSeen,
      }),
    [me, allCards, allHandoffs, allConflicts, allQuestions, outbox, bouncesSeen],
  );
}

const NAME = 'seen-bounces';
/** Older ones are long offered again or settled. */
const MOST_KEPT = 50;
const listeners = new Set<() => void>();
let seen: ReadonlySet<string> | null = null;

/** "I have read that my offer was declined": known to this phone only, it changes nothing on the card. */
export function putBounceAway(key: string): void {
  seen = new Set([...seenBounces(), key].slice(-MOST_KEPT));
  savePreference(NAME, [...seen].join(' '));
  for (const changed of listeners) changed();
}

function seenBounces(): ReadonlySet<string> {
  seen ??= new Set((readPreference(NAME) ?? '').split(' ').filter(Boolean));
  return seen;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
