import { cards, type Card } from '@cession/shared/card/card.ts';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { AnswerList } from '../card/answer-list.tsx';
import { AskedBy } from '../card/asked-by.tsx';
import { CardLost } from '../card/card-lost.tsx';
import { ConflictRows, useOpenConflicts } from '../card/conflict-rows.tsx';
import { GapList } from '../card/gap-list.tsx';
import { useGate } from '../card/use-gate.ts';
import { useRules } from '../card/use-rules.ts';
import { notSavedText } from '../people/not-saved-text.ts';
import { useRow, useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { showToast } from '../ui/toast.tsx';
import { HandOverBar } from './hand-over-bar.tsx';
import { useHandOver } from './use-hand-over.ts';
import { useReturn } from './use-return.ts';

/** The last look before accounting gets the card, and the place to read what it got. */
export function CheckAndSend() {
  const { id = '' } = useParams();
  const card = useRow(cards, id);
  return card === null ? <CardLost /> : <KnownCard key={id} card={card} />;
}

function KnownCard({ card }: { card: Card }) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const rules = useRules(card.jurisdiction);
  const verdict = useGate(card);
  const back = useReturn(card, verdict);
  const conflicts = useOpenConflicts(card.id);
  const handOver = useHandOver(card);
  const isOffline = useSyncStatus().link === 'unreachable';
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isOpen = card.status === 'draft' || card.status === 'returned';
  const send = async () => {
    setBusy(true);
    const done = await handOver();
    setBusy(false);
    if (!done.ok) return setFailure(notSavedText(t, done.error));
    navigate(`/cards/${card.id}`, { replace: true });
    // Only that it goes: whether it has left the phone, and what the server says to it, stands on the card.
    showToast(t('capture.send.done'));
  };
  return (
    <Page
      title={t(isOpen ? 'capture.check.title' : 'capture.check.readTitle')}
      back={`/cards/${card.id}`}
      bottom={
        isOpen ? (
          <HandOverBar
            card={card}
            verdict={verdict}
            back={back}
            ready={t(card.status === 'returned' ? 'capture.send.again' : 'capture.send.action')}
            onReady={() => void send()}
            busy={busy}
          />
        ) : undefined
      }
    >
      {failure !== null && (
        <Note live tone="wrong" title={t('capture.send.not')}>
          {failure}
        </Note>
      )}
      {isOpen && verdict.missing.length === 0 && conflicts.length === 0 && (
        <Note tone="proven" title={t('capture.check.complete')}>
          {isOffline ? t('capture.check.offline') : t('capture.check.completeBody')}
        </Note>
      )}
      {isOpen && <ConflictRows open={conflicts} />}
      {isOpen && <GapList card={card} title={t('capture.home.missing')} lines={verdict.missing} />}
      {isOpen && <GapList card={card} title={t('capture.check.warnings')} lines={verdict.warnings} />}
      <AnswerList card={card} editable={isOpen} />
      <AskedBy card={card} rules={rules} verdict={verdict} />
    </Page>
  );
}
