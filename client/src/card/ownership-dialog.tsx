import type { Card } from '@cession/shared/card/card.ts';
import { offerOwnership } from '@cession/shared/card/ownership.ts';
import { useId, useState } from 'react';
import { notSavedText } from '../people/not-saved-text.ts';
import { useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { useColleagues } from './share-dialog.tsx';

const MOST = 500;

/** Offers the card to somebody else. It stays here until they take it; client managers stand first. */
export function OwnershipDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t, formatNumber } = useText();
  const { perform } = useSync();
  const whoId = useId();
  const [to, setTo] = useState('');
  const [because, setBecause] = useState('');
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isManager = (roles: readonly string[]) => roles.includes('client-manager');
  const colleagues = useColleagues('card.accept-ownership').toSorted(
    (left, right) => Number(isManager(right.roles)) - Number(isManager(left.roles)),
  );
  const person = colleagues.find(({ id }) => id === to);
  const tooLong = because.length > MOST ? { length: formatNumber(because.length), max: formatNumber(MOST) } : null;
  const offer = async () => {
    setAsked(true);
    if (person === undefined) return document.getElementById(whoId)?.focus();
    if (tooLong !== null) return;
    const done = await perform(offerOwnership, { cardId: card.id, to: person.id, because: because.trim() });
    if (!done.ok) return setFailure(notSavedText(t, done.error));
    onClose();
    showToast(t('capture.offer.done', { name: person.name }));
  };
  return (
    <Dialog
      title={t('capture.offer.action')}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={() => void offer()}>
          {t('capture.offer.send')}
        </Button>
      }
    >
      <p className="text-ink-2">{t('capture.offer.lead')}</p>
      {failure !== null && <Note live tone="wrong" title={failure} />}
      <Field
        id={whoId}
        label={t('capture.offer.who')}
        error={asked && person === undefined ? t('capture.offer.needWho') : undefined}
      >
        <Select value={to} choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))} onChange={setTo} />
      </Field>
      <Field
        label={t('capture.offer.because')}
        optional
        error={tooLong === null ? undefined : t('capture.field.tooLong', tooLong)}
      >
        <Textarea value={because} onChange={setBecause} autoComplete="off" />
      </Field>
    </Dialog>
  );
}
