import { cards, type CardId } from '@cession/shared/card/card.ts';
import { people } from '@cession/shared/people/actor.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { useSession } from '../people/session.tsx';
import { useRow } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import type { PossibleDuplicate } from './use-duplicates.ts';
import { BecauseDialog } from './because-dialog.tsx';

interface DuplicatePanelProps {
  duplicates: readonly PossibleDuplicate[];
  /** Absent where the card at hand can no longer give way. */
  onUse?: ((existing: CardId) => void) | undefined;
  onKeep: (other: CardId, because: string) => void;
}

/** "Already known?" Shows who it may be and whose it is; what follows is a person's decision. */
export function DuplicatePanel({ duplicates, onUse, onKeep }: DuplicatePanelProps) {
  const { t } = useText();
  if (duplicates.length === 0) return null;
  return (
    <Note live tone="wait" title={t('capture.duplicate.title')}>
      <ul className="grid grid-cols-1 gap-2">
        {duplicates.slice(0, 3).map((duplicate) => (
          <OneDuplicate key={duplicate.id} duplicate={duplicate} onUse={onUse} onKeep={onKeep} />
        ))}
      </ul>
    </Note>
  );
}

function OneDuplicate({
  duplicate,
  onUse,
  onKeep,
}: { duplicate: PossibleDuplicate } & Omit<DuplicatePanelProps, 'duplicates'>) {
  const { t, locale } = useText();
  const { profile } = useSession();
  const [asking, setAsking] = useState(false);
  const { id, key, strength, early } = duplicate;
  const mayUse = onUse !== undefined && strength !== 'branch' && !early;
  const isHere = useRow(cards, id) !== null;
  const owner = useRow(people, key.ownerId)?.name ?? t('capture.somebody');
  const name = key.name === '' ? t('capture.unnamed') : key.name;
  const whose = key.ownerId === profile.userId ? t('capture.duplicate.yours') : t('capture.duplicate.owner', { owner });
  return (
    <li>
      <p>
        {name}, {t(`card.duplicate.${strength}`).toLocaleLowerCase(locale)}, {whose}
      </p>
      {!isHere && mayUse && <p className="text-1 text-ink-2">{t('capture.duplicate.elsewhere', { owner })}</p>}
      <div className="-mb-1.5 flex flex-wrap gap-x-6">
        {isHere && (
          <Link
            href={`/cards/${id}`}
            className="inline-flex min-h-target items-center font-semibold text-accent underline-offset-4 hover:underline"
          >
            {t('capture.duplicate.open')}
          </Link>
        )}
        {mayUse && (
          <Button look="plain" onPress={() => onUse(id)}>
            {t('capture.duplicate.use')}
          </Button>
        )}
        <Button look="plain" onPress={() => setAsking(true)}>
          {t('capture.duplicate.keep')}
        </Button>
      </div>
      {asking && (
        <BecauseDialog
          title={t('capture.duplicate.keepTitle')}
          lead={t('capture.duplicate.keepLead', { name })}
          label={t('capture.because')}
          hint={t('capture.duplicate.becauseHint')}
          action={t('capture.duplicate.keepAction')}
          onClose={() => setAsking(false)}
          onDone={(because) => {
            setAsking(false);
            onKeep(id, because);
          }}
        />
      )}
    </li>
  );
}
