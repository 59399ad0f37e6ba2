import { moveOriginal } from '@cession/shared/document/move-original.ts';
import { isOffice, isOfficeStep, nextOriginalState } from '@cession/shared/document/original-moves.ts';
import type { CardDocument } from '@cession/shared/document/document.ts';
import { useState } from 'react';
import { notSavedText } from '../people/not-saved-text.ts';
import { useSession } from '../people/session.tsx';
import { useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { typeName } from './document-words.ts';

/** The one next step of a paper, for who may note it; where it goes on, with the place. */
export function OriginalSteps({ document }: { document: CardDocument }) {
  const { t } = useText();
  const { profile } = useSession();
  const { perform } = useSync();
  const [place, setPlace] = useState('');
  const next = nextOriginalState(document.original);
  if (next === null || next === 'not-needed' || next === 'promised') return null;
  if (isOfficeStep(document.original, next) && !isOffice(profile.roles)) return null;
  const move = async () => {
    const args = { documentId: document.id, cardId: document.cardId, to: next, place, because: '' };
    const done = await perform(moveOriginal, args);
    if (!done.ok) return showToast(notSavedText(t, done.error));
    setPlace('');
    showToast(t('document.moved', { type: typeName(t, document.type), state: t(`document.original.${next}`) }));
  };
  return (
    <div className="grid gap-2">
      <Field label={t(`document.place.${next}`)} optional={next === 'in-transit'}>
        <TextInput value={place} onChange={(value) => setPlace(value.slice(0, 120))} />
      </Field>
      <Button wide onPress={() => void move()}>
        {t(`document.step.${next}`)}
      </Button>
    </div>
  );
}
