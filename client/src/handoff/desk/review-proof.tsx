import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import { useText } from '../../text/use-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';

/** What makes this revision checkable later: the rules it passed, the hash of what was sent, and its times. */
export function ReviewProof({ view }: { view: QueueItemView }) {
  const { t, formatDate, formatTime } = useText();
  const moment = (at: string) => `${formatDate(at)} ${formatTime(at)}`;
  return (
    <p className="text-1 text-ink-3">
      {t('queue.proof', { ruleset: view.ruleset, revision: view.row.revision })}
      {' · '}
      {t('queue.snapshot')}{' '}
      <span className="font-mono" title={view.sha256}>
        {shortHash(view.sha256)}
      </span>{' '}
      <span className="inline-block px-2">
        <CopyButton value={view.sha256} what={t('queue.snapshot')} />
      </span>
      <br />
      {t('queue.times', {
        name: view.submittedByName,
        captured: moment(view.submittedAt),
        received: moment(view.receivedAt),
      })}
    </p>
  );
}

function shortHash(sha256: string): string {
  return sha256.length < 12 ? sha256 : `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;
}
