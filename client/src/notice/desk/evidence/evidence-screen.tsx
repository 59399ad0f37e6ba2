import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { isUuid } from '@cession/shared/kernel/id.ts';
import { showEvidence, type EvidenceView } from '@cession/shared/notice/notice-procedures.ts';
import { useParams } from 'wouter';
import { AskView } from '../../../people/desk/ask-view.tsx';
import { DeskPage } from '../../../people/desk/desk-page.tsx';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useAsk } from '../../../people/desk/use-ask.ts';
import { useText } from '../../../text/use-text.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Note } from '../../../ui/note.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { ceremonyStage } from '../../page/notice-words.ts';
import { ChecksPart } from './checks-part.tsx';
import { DecidePart } from './decide-part.tsx';
import { EventsPart } from './events-part.tsx';
import { ProofPart } from './proof-part.tsx';
import { ProvenPart } from './proven-part.tsx';
import { SaidPart } from './said-part.tsx';
import { TimesPart } from './times-part.tsx';

type CeremonyId = InputOfProcedure<typeof showEvidence>['ceremonyId'];

/** Everything there is about one visit, for whoever has to judge it. */
export function EvidenceScreen() {
  const { id } = useParams<{ id: string }>();
  return isUuid(id) ? <Known ceremonyId={id as CeremonyId} /> : <Gone />; // checked just now
}

function Known({ ceremonyId }: { ceremonyId: CeremonyId }) {
  const { t } = useText();
  const answer = useAsk(showEvidence, { ceremonyId });
  if (answer.data === null) return <Gone />;
  const title = answer.data === undefined ? t('evidence.title') : answer.data.debtorName;
  return (
    <DeskPage title={title} actions={answer.data !== undefined && <Stage view={answer.data} />}>
      <AskView answer={answer} rows={10}>
        {(view) => (view === null ? null : <Evidence view={view} />)}
      </AskView>
    </DeskPage>
  );
}

function Gone() {
  const { t } = useText();
  return (
    <DeskPage title={t('evidence.title')}>
      <EmptyState title={t('evidence.gone')} action={<ButtonLink href="/desk/notices">{t('board.back')}</ButtonLink>}>
        {t('evidence.goneBody')}
      </EmptyState>
    </DeskPage>
  );
}

function Stage({ view }: { view: EvidenceView }) {
  const { t } = useText();
  const { words, tone } = ceremonyStage(t, view.ceremony);
  return <Pill tone={tone}>{words}</Pill>;
}

function Evidence({ view }: { view: EvidenceView }) {
  const { t } = useText();
  const { ceremony, bundle, noticeNumber } = view;
  return (
    <>
      <p className="-mt-4 flex flex-wrap items-center gap-x-4 text-ink-2">
        <span className="font-semibold">{t(`notice.outcome.${ceremony.outcome}`)}</span>
        <span className="font-mono text-1 [overflow-wrap:anywhere]">{t('evidence.of', { number: noticeNumber })}</span>
        <ButtonLink look="plain" href={`/desk/notices/${ceremony.noticeId}`}>
          {t('evidence.back')}
        </ButtonLink>
      </p>
      <UnsentNotes />
      <DecidePart view={view} />
      {bundle === null && (
        <Note tone="wrong" title={t('evidence.unreadable')}>
          <p>{t('evidence.unreadableBody')}</p>
        </Note>
      )}
      {view.others.length > 0 && (
        <Note tone="wait" title={t('evidence.others', { count: view.others.length })}>
          <p>{t('evidence.othersBody')}</p>
        </Note>
      )}
      <TimesPart view={view} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-6 desk:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        {bundle !== null && <EventsPart view={view} bundle={bundle} />}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <ProvenPart view={view} />
          <ChecksPart view={view} />
          {bundle !== null && <SaidPart view={view} bundle={bundle} />}
          <ProofPart view={view} />
        </div>
      </div>
    </>
  );
}
