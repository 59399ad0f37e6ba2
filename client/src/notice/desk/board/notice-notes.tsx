import type { NoticeView } from '@cession/shared/notice/notice-procedures.ts';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { useText } from '../../../text/use-text.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { Note } from '../../../ui/note.tsx';

/** What somebody must know before anything else, most pressing first. */
export function NoticeNotes({ view }: { view: NoticeView }) {
  const { t, formatDate, formatTime } = useText();
  const { notice, needsRenewal, ownerName: owner, proofAsked } = view;
  const moment = (at: string) => `${formatDate(at)} ${formatTime(at)}`;
  return (
    <>
      <ReviewNote view={view} />
      {needsRenewal && (
        <Note tone="wait" title={t('board.renewTitle')}>
          <p>{t('board.renewBody', { owner })}</p>
        </Note>
      )}
      {proofAsked !== null && (
        <Note tone="wait" title={t('board.proofTitle')}>
          <p>{t('board.proofDue', { asked: moment(proofAsked.at), due: moment(proofAsked.dueAt) })}</p>
          <p className="text-1 text-ink-2">{t('board.proofHouse')}</p>
        </Note>
      )}
      {notice.refusals >= 2 && notice.facts.acknowledged === undefined && (
        <Note tone="accent" title={t('board.meetTitle', { count: notice.refusals })}>
          <p>{t('board.meetBody', { owner })}</p>
        </Note>
      )}
    </>
  );
}

function ReviewNote({ view: { ceremonies } }: { view: NoticeView }) {
  const { t } = useText();
  const may = useMay();
  const open = ceremonies.filter(({ stage }) => stage === 'review' || stage === 'quarantined');
  const [first] = open;
  if (first === undefined) return null;
  return (
    <Note
      tone="wait"
      title={t('board.reviewTitle', { count: open.length })}
      actions={
        may('notice.evidence') && (
          <ButtonLink look="plain" href={`/desk/evidence/${first.id}`}>
            {t('board.openEvidence')}
          </ButtonLink>
        )
      }
    >
      <p>{t('board.reviewBody')}</p>
    </Note>
  );
}
