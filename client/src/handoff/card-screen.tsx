import { cards, type Card } from '@cession/shared/card/card.ts';
import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { CardHome } from '../card/card-home.tsx';
import { CardLost } from '../card/card-lost.tsx';
import { fieldHref } from '../card/field-place.ts';
import { useGate } from '../card/use-gate.ts';
import { DocumentsEntry } from '../document/documents-entry.tsx';
import { useRow } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { CardStanding } from './card-standing.tsx';
import { HandOverBar } from './hand-over-bar.tsx';
import { QuestionList } from './question-list.tsx';
import { ReturnedBanner } from './returned-banner.tsx';
import { isFirstLook, useReturn } from './use-return.ts';

/** One card: what it lacks, its sections, and where it stands between us and accounting. */
export function CardScreen() {
  const { id = '' } = useParams();
  const card = useRow(cards, id);
  return card === null ? <CardLost /> : <KnownCard key={id} card={card} />;
}

function KnownCard({ card }: { card: Card }) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const verdict = useGate(card);
  const back = useReturn(card, verdict);
  useReturnOpensAtItsField(card, back);
  const isOpen = card.status === 'draft' || card.status === 'returned';
  return (
    <CardHome
      card={card}
      verdict={verdict}
      standing={
        <>
          {back !== null && <ReturnedBanner card={card} back={back} missing={verdict.missing.length} />}
          <CardStanding card={card} />
        </>
      }
      questions={<QuestionList card={card} />}
      further={
        <>
          <DocumentsEntry card={card} />
          <LinkRow
            href={`/cards/${card.id}/notices`}
            title={t('capture.notices.title')}
            detail={t('capture.notices.detail')}
          />
        </>
      }
      bottom={
        isOpen ? (
          <HandOverBar
            card={card}
            verdict={verdict}
            back={back}
            ready={t('capture.send.check')}
            onReady={() => navigate(`/cards/${card.id}/check`)}
          />
        ) : undefined
      }
    />
  );
}

/** The first time a returned card is opened it opens where the first answer is needed. */
function useReturnOpensAtItsField(card: Card, back: ReturnType<typeof useReturn>): void {
  const [, navigate] = useLocation();
  const first = back?.points.find(({ answered }) => !answered)?.point.path;
  const handoffId = back?.handoff.id;
  useEffect(() => {
    if (handoffId !== undefined && first !== undefined && isFirstLook(handoffId)) navigate(fieldHref(card.id, first));
  }, [handoffId, first, card.id, navigate]);
}
