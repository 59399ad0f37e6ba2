import type { Card } from '@cession/shared/card/card.ts';
import { fieldKeyOf } from '@cession/shared/card/card-path.ts';
import { conflicts, type Conflict } from '@cession/shared/sync/conflict.ts';
import { useMemo } from 'react';
import { useRows } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { RowWord } from '../ui/row-word.tsx';
import { fieldLabel } from './card-words.ts';

/** Fields two people wrote at once, not decided yet. They stand between the card and accounting. */
export function useOpenConflicts(cardId: Card['id']): readonly Conflict[] {
  const all = useRows(conflicts);
  return useMemo(() => all.filter(({ rowId, status }) => rowId === cardId && status === 'open'), [all, cardId]);
}

export function ConflictRows({ open }: { open: readonly Conflict[] }) {
  const { t } = useText();
  if (open.length === 0) return null;
  return (
    <RowList title={t('capture.conflict.title')}>
      {open.map((conflict) => {
        const key = fieldKeyOf(conflict.path);
        return (
          <LinkRow
            key={conflict.id}
            href={`/conflicts/${conflict.id}`}
            title={key === null ? t('capture.conflict.field') : fieldLabel(t, key)}
            detail={t('capture.conflict.blocks')}
            end={<RowWord>{t('capture.conflict.decide')}</RowWord>}
          />
        );
      })}
    </RowList>
  );
}
