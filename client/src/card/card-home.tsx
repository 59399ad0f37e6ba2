import { cards, type Card } from '@cession/shared/card/card.ts';
import type { GateVerdict } from '@cession/shared/card/gate.ts';
import type { ReactNode } from 'react';
import { useRecordState } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { CardActions } from './card-actions.tsx';
import { CardDuplicates } from './card-duplicates.tsx';
import { cardName } from './card-name.ts';
import { ConflictRows, useOpenConflicts } from './conflict-rows.tsx';
import { GapList } from './gap-list.tsx';
import { OwnershipNote } from './ownership-note.tsx';
import { PasteButton } from './paste-button.tsx';
import { PeopleRows } from './people-rows.tsx';
import { RecordPill } from './record-pill.tsx';
import { SectionList } from './section-list.tsx';

interface CardHomeProps {
  card: Card;
  verdict: GateVerdict;
  /** Where the card stands with accounting. */
  standing: ReactNode;
  questions: ReactNode;
  /** Rows that lead to what hangs on the card: documents, notices. */
  further: ReactNode;
  bottom: ReactNode;
}

/** The card as a task list: how far it is, what is missing and why, its sections, its people. */
export function CardHome({ card, verdict, standing, questions, further, bottom }: CardHomeProps) {
  const { t } = useText();
  const conflicts = useOpenConflicts(card.id);
  const record = useRecordState(cards.ref(card.id));
  // Complete is not enough where two values or a refusal wait for the person: nothing green beside them.
  const isHeldUp = conflicts.length > 0 || record?.state === 'needs-you';
  const isOpen = card.status === 'draft' || card.status === 'returned';
  return (
    <Page title={cardName(card) ?? t('cards.unnamed')} back="/cards" state={<RecordPill card={card} />} bottom={bottom}>
      {standing}
      <OwnershipNote card={card} />
      <ConflictRows open={conflicts} />
      {card.status === 'draft' && (verdict.missing.length > 0 || !isHeldUp) && <Progress verdict={verdict} />}
      {isOpen && <CardDuplicates card={card} />}
      {isOpen && <GapList card={card} title={t('capture.home.missing')} lines={verdict.missing} most={6} />}
      {questions}
      {card.status === 'handed-over' ? (
        <RowList>
          <LinkRow
            href={`/cards/${card.id}/check`}
            title={t('capture.home.answers')}
            detail={t('capture.home.answersSent')}
          />
        </RowList>
      ) : (
        <SectionList card={card} verdict={verdict} />
      )}
      {isOpen && <PasteButton card={card} />}
      {card.status !== 'handed-over' && (
        <RowList>
          <LinkRow
            href={`/cards/${card.id}/check`}
            title={t('capture.home.answers')}
            detail={t('capture.home.answersDetail')}
          />
        </RowList>
      )}
      <RowList>{further}</RowList>
      <PeopleRows card={card} />
      <CardActions card={card} />
    </Page>
  );
}

/** "9 of 14", and what it means. */
function Progress({ verdict }: { verdict: GateVerdict }) {
  const { t } = useText();
  const { met, total, missing } = verdict;
  const isComplete = missing.length === 0;
  return (
    <Note tone={isComplete ? 'proven' : 'accent'}>
      <p>
        <strong className={`font-semibold ${isComplete ? 'text-proven' : 'text-accent'}`}>
          {t('meter.value', { done: met, total })}
        </strong>{' '}
        — {isComplete ? t('capture.home.complete') : t('capture.home.between', { count: missing.length })}
      </p>
    </Note>
  );
}
