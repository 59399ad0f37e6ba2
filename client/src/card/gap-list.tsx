import type { Card } from '@cession/shared/card/card.ts';
import type { GateLine } from '@cession/shared/card/gate.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { gapTitle, gapWhy } from './gap-words.ts';
import { gapHref } from './field-place.ts';

interface GapListProps {
  card: Card;
  title: string;
  lines: readonly GateLine[];
  /** The first ones, with a word how many follow in the sections. */
  most?: number;
}

/** What is missing, who asks for it, what happens without it; each line leads to its field. */
export function GapList({ card, title, lines, most = lines.length }: GapListProps) {
  const text = useText();
  const { t } = text;
  if (lines.length === 0) return null;
  const shown = lines.slice(0, most);
  return (
    <RowList title={title}>
      {shown.map((line) => (
        <LinkRow
          key={`${line.requirement} ${line.path}`}
          href={gapHref(card.id, line)}
          title={gapTitle(text, line, card.values)}
          detail={gapWhy(text, line, card.jurisdiction)}
          end={<AddWord>{line.state === 'missing' ? t('capture.gap.add') : t('capture.gap.fix')}</AddWord>}
        />
      ))}
      {shown.length < lines.length && (
        <li className="px-4 py-3 text-1 text-ink-2">{t('capture.gap.more', { count: lines.length - shown.length })}</li>
      )}
    </RowList>
  );
}

function AddWord({ children }: { children: string }) {
  return (
    <span className="text-1 font-semibold whitespace-nowrap text-accent">
      {children} <span aria-hidden>›</span>
    </span>
  );
}
