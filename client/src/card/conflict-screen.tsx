import { cards, CardValue, type Card } from '@cession/shared/card/card.ts';
import { fieldKeyOf } from '@cession/shared/card/card-path.ts';
import { resolveConflict } from '@cession/shared/card/resolve-conflict.ts';
import { people } from '@cession/shared/people/actor.ts';
import { conflicts, type Conflict } from '@cession/shared/sync/conflict.ts';
import { useId, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { now } from '../device/clock.ts';
import { notSavedText } from '../people/not-saved-text.ts';
import { useSession } from '../people/session.tsx';
import { useRow, useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { showToast } from '../ui/toast.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { cardName } from './card-name.ts';
import { fieldLabel, valueText } from './card-words.ts';
import { OtherValue } from './other-value.tsx';

/** One field, two values: a person says which holds. Both stay in the record. */
export function ConflictScreen() {
  const { t } = useText();
  const { id } = useParams<{ id: string }>();
  const conflict = useRow(conflicts, id);
  const card = useRow(cards, conflict?.rowId ?? '');
  if (conflict?.status !== 'open' || card === null) {
    return (
      <Page title={t('conflict.title')} back="/tasks">
        <EmptyState
          title={t('conflict.goneTitle')}
          action={card !== null && <ButtonLink href={`/cards/${card.id}`}>{t('tasks.openCard')}</ButtonLink>}
        >
          {t('conflict.goneBody')}
        </EmptyState>
      </Page>
    );
  }
  return <OpenConflict conflict={conflict} card={card} />;
}

function OpenConflict({ conflict, card }: { conflict: Conflict; card: Card }) {
  const { t } = useText();
  const { decide, problem } = useDecision(conflict, card);
  const key = fieldKeyOf(conflict.path);
  return (
    <Page title={t('conflict.title')} back={`/cards/${card.id}`}>
      <div>
        <p className="text-3 font-semibold">
          {cardName(card) ?? t('cards.unnamed')}
          {key !== null && ` · ${fieldLabel(t, key)}`}
        </p>
        <p className="mt-1 text-ink-2">
          {key === null ? t('conflict.leadAny') : t('conflict.lead', { field: fieldLabel(t, key) })}
        </p>
      </div>
      {problem !== null && (
        <Note live tone="wrong">
          {problem}
        </Note>
      )}
      <div className="grid gap-3">
        <OneValue
          conflict={conflict}
          value={conflict.mine}
          by={conflict.mineBy}
          at={conflict.openedAt}
          onKeep={decide}
        />
        <OneValue
          conflict={conflict}
          value={conflict.theirs}
          by={conflict.theirsBy}
          at={conflict.theirsAt}
          onKeep={decide}
        />
      </div>
      <OtherValue path={conflict.path} card={card} onUse={decide} />
      <p className="text-1 text-ink-3">{t('conflict.blocks')}</p>
    </Page>
  );
}

interface OneValueProps {
  conflict: Conflict;
  value: unknown;
  by: string | null;
  at: string | null;
  onKeep: (value: CardValue | null) => void;
}

function OneValue({ conflict, value, by, at, onKeep }: OneValueProps) {
  const text = useText();
  const { t, formatMoment } = text;
  const { profile } = useSession();
  const writer = useRow(people, by ?? '');
  const name = by === profile.userId ? t('conflict.you') : (writer?.name ?? t('conflict.somebody'));
  const kept = valueIn(value);
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="grid gap-2.5 rounded-3 border border-line bg-sheet px-4 py-3.5">
      <h2 id={titleId} className="text-1 font-semibold text-ink-3">
        {name}
        {at !== null && ` · ${formatMoment(at, now())}`}
      </h2>
      <p className="font-mono text-3 break-words">
        {kept === null ? t('conflict.empty') : valueText(text, conflict.path, kept)}
      </p>
      <div>
        <Button onPress={() => onKeep(kept)}>
          {t('conflict.keep')}
          <VisuallyHidden> {t('conflict.keepOf', { name })}</VisuallyHidden>
        </Button>
      </div>
    </section>
  );
}

function useDecision(conflict: Conflict, card: Card) {
  const { t } = useText();
  const { perform } = useSync();
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const decide = async (value: CardValue | null) => {
    const args = { conflictId: conflict.id, cardId: card.id, path: conflict.path, value };
    const saved = await perform(resolveConflict, args);
    if (!saved.ok) return setProblem(notSavedText(t, saved.error));
    showToast(t('conflict.done'));
    navigate(`/cards/${card.id}`, { replace: true });
  };
  return { problem, decide: (value: CardValue | null) => void decide(value) };
}

/** Conflicts keep values of any table; a card's are texts, numbers and ticks. */
function valueIn(value: unknown): CardValue | null {
  const parsed = CardValue.safeParse(value);
  return parsed.success ? parsed.data : null;
}
