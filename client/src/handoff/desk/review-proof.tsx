import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import { ShortHash } from '../../people/desk/short-hash.tsx';
import { useText } from '../../text/use-text.ts';

/** What makes this revision checkable later: the rules it passed, the hash of what was sent, and its times. */
export function ReviewProof({ view }: { view: QueueItemView }) {
  const { t, formatDate, formatTime } = useText();
  const moment = (at: string) => `${formatDate(at)} ${formatTime(at)}`;
  return (
    <p className="text-1 text-ink-3">
      {t('queue.proof', { ruleset: view.ruleset, revision: view.row.revision })}
      {' · '}
      {t('queue.snapshot')} <ShortHash value={view.sha256} what={t('queue.snapshot')} />
      <br />
      {t('queue.times', {
        name: view.submittedByName,
        captured: moment(view.submittedAt),
        received: moment(view.receivedAt),
      })}
    </p>
  );
}
