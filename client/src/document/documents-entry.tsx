import type { Card } from '@cession/shared/card/card.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { Pill } from '../ui/pill.tsx';
import { usePendingCapture } from './use-capture.ts';
import { useChecklist } from './use-documents.ts';

/** The way from a card to its documents, and how they stand. */
export function DocumentsEntry({ card }: { card: Card }) {
  const { t } = useText();
  const lines = useChecklist(card);
  const [pending] = usePendingCapture(card.id);
  const here = lines.filter(({ documents }) => documents.some(({ file }) => file !== null)).length;
  const late = lines.filter(({ overdue, state }) => overdue && state !== 'missing').length;
  return (
    <LinkRow
      href={`/cards/${card.id}/documents`}
      title={t('document.title')}
      detail={lines.length === 0 ? t('document.row.none') : t('document.row', { here, asked: lines.length })}
      end={
        pending !== null ? (
          <Pill tone="wait">{t('document.row.resume')}</Pill>
        ) : late > 0 ? (
          <Pill tone="wrong">{t('document.row.overdue', { count: late })}</Pill>
        ) : undefined
      }
    />
  );
}
