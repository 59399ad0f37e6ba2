import type { Card } from '@cession/shared/card/card.ts';
import { acceptOwnership, declineOwnership } from '@cession/shared/card/ownership.ts';
import { people } from '@cession/shared/people/actor.ts';
import { useState } from 'react';
import { notSavedText } from '../people/not-saved-text.ts';
import { useRow, useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { showToast } from '../ui/toast.tsx';
import { cardName } from './card-name.ts';

/** A colleague wants this person to own a card: yes at once, no with a reason. */
export function OfferTask({ card }: { card: Card }) {
  const { t } = useText();
  const { perform } = useSync();
  const [declining, setDeclining] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const from = useRow(people, card.offer?.by ?? '');
  const name = cardName(card) ?? t('cards.unnamed');
  const accept = async () => {
    const saved = await perform(acceptOwnership, { cardId: card.id });
    if (saved.ok) showToast(t('tasks.accepted', { name }));
    else setProblem(notSavedText(t, saved.error));
  };
  return (
    <li className="grid gap-3 px-4 py-3.5">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-ink-2">{t('tasks.offeredBy', { name: from?.name ?? t('cards.somebody') })}</p>
        {card.offer !== null && card.offer.because !== '' && <p className="mt-1">{card.offer.because}</p>}
      </div>
      {problem !== null && (
        <p role="alert" className="text-1 font-semibold text-wrong">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => void accept()}>{t('tasks.accept')}</Button>
        <Button look="plain" onPress={() => setDeclining(true)}>
          {t('tasks.decline')}
        </Button>
      </div>
      {declining && <DeclineDialog card={card} onClose={() => setDeclining(false)} />}
    </li>
  );
}

function DeclineDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useText();
  const { perform } = useSync();
  const [because, setBecause] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const decline = async () => {
    if (because.trim().length < 3) return setProblem(t('tasks.needBecause'));
    const saved = await perform(declineOwnership, { cardId: card.id, because: because.trim() });
    if (!saved.ok) return setProblem(notSavedText(t, saved.error));
    showToast(t('tasks.declined'));
    onClose();
  };
  return (
    <Dialog
      title={t('tasks.declineTitle')}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onPress={() => void decline()}>
            {t('tasks.decline')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <Field label={t('tasks.because')} error={problem ?? undefined}>
        <Textarea value={because} onChange={setBecause} enterKeyHint="enter" />
      </Field>
    </Dialog>
  );
}
