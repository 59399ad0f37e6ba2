import type { Card } from '@cession/shared/card/card.ts';
import { shareCard } from '@cession/shared/card/share-card.ts';
import { people, type Person } from '@cession/shared/people/actor.ts';
import { can } from '@cession/shared/people/permissions.ts';
import { useState } from 'react';
import { notSavedText } from '../people/not-saved-text.ts';
import { useSession } from '../people/session.tsx';
import { useRows, useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';

/** Colleagues who may work on this card too. A tick takes effect at once. */
export function ShareDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useText();
  const { perform } = useSync();
  const colleagues = useColleagues('card.edit');
  const [failure, setFailure] = useState<string | null>(null);
  /** Shown as ticked while the phone is still writing it down. */
  const [asked, setAsked] = useState<Readonly<Record<string, boolean>>>({});
  const share = async (person: Person, shared: boolean) => {
    setAsked((before) => ({ ...before, [person.id]: shared }));
    const done = await perform(shareCard, { cardId: card.id, userId: person.id, shared });
    setFailure(done.ok ? null : notSavedText(t, done.error));
    if (!done.ok) setAsked((before) => ({ ...before, [person.id]: !shared }));
  };
  return (
    <Dialog title={t('capture.share.title')} onClose={onClose}>
      <p className="text-ink-2">{t('capture.share.lead')}</p>
      {failure !== null && <Note live tone="wrong" title={failure} />}
      <div className="divide-y divide-line rounded-3 border border-line bg-sheet px-4">
        {colleagues.map((person) => (
          <Checkbox
            key={person.id}
            label={person.name}
            hint={person.roles.map((role) => t(`role.${role}`)).join(', ')}
            checked={asked[person.id] ?? card.helpers.includes(person.id)}
            onChange={(shared) => void share(person, shared)}
          />
        ))}
        {colleagues.length === 0 && <p className="py-3 text-ink-2">{t('capture.share.nobody')}</p>}
      </div>
    </Dialog>
  );
}

/** Everybody else in the company who could do this to a card, by name. */
export function useColleagues(action: string): readonly Person[] {
  const { profile } = useSession();
  const { locale } = useText();
  return useRows(people)
    .filter((person) => person.active && person.id !== profile.userId)
    .filter((person) => can({ userId: person.id, companyId: profile.companyId, roles: person.roles }, action))
    .toSorted((left, right) => left.name.localeCompare(right.name, locale));
}
