import type { Card } from '@cession/shared/card/card.ts';
import { SECTIONS } from '@cession/shared/card/card-fields.ts';
import { sectionStatus, type GateVerdict } from '@cession/shared/card/gate.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { RowWord } from '../ui/row-word.tsx';
import { useUnfinishedSections } from './card-drafts.ts';
import { sectionTitle } from './card-words.ts';

/** The card as a task list: done sections are quiet, open ones say how much. */
export function SectionList({ card, verdict }: { card: Card; verdict: GateVerdict }) {
  const { t } = useText();
  const unfinished = useUnfinishedSections(card.id);
  return (
    <RowList title={t('capture.home.sections')}>
      {SECTIONS.map((section) => {
        const isOpen = unfinished.includes(section);
        return (
          <LinkRow
            key={section}
            href={`/cards/${card.id}/${section}`}
            title={sectionTitle(t, section)}
            detail={isOpen ? t('capture.home.unfinished') : undefined}
            end={<SectionEnd isOpen={isOpen} {...sectionStatus(verdict, section)} />}
          />
        );
      })}
    </RowList>
  );
}

function SectionEnd({ isOpen, toAdd, toLookAt }: { isOpen: boolean; toAdd: number; toLookAt: number }) {
  const { t } = useText();
  if (isOpen) return <RowWord>{t('capture.home.continue')}</RowWord>;
  if (toAdd > 0) return <RowWord>{t('capture.toAdd', { count: toAdd })}</RowWord>;
  return (
    <RowWord done>
      {toLookAt > 0 ? t('capture.home.toLookAt', { count: toLookAt }) : t('capture.home.completed')}
    </RowWord>
  );
}
