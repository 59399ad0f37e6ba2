import type { EarlierReturn, QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import { useText } from '../../text/use-text.ts';
import { pathLabel } from './field-words.ts';

/** What earlier revisions were returned for, the last one first. */
export function EarlierReturns({ view }: { view: QueueItemView }) {
  const { t } = useText();
  if (view.returns.length === 0) return null;
  const [last] = view.returns.toReversed();
  return (
    <details open={view.state === 'with-rep'} className="rounded-3 border border-line bg-sheet px-4">
      <summary className="min-h-target content-center font-semibold">
        {t('queue.returns', { count: view.returns.length })}
      </summary>
      <ol className="grid gap-4 pb-4">
        {view.returns.toReversed().map((past) => (
          <OneReturn key={past.revision} past={past} view={view} open={past === last} />
        ))}
      </ol>
    </details>
  );
}

function OneReturn({ past, view, open }: { past: EarlierReturn; view: QueueItemView; open: boolean }) {
  const text = useText();
  const { t, formatDate, formatTime } = text;
  return (
    <li className="grid gap-1">
      <p className={open ? 'font-semibold' : 'text-ink-2'}>
        {t('queue.returnedBy', { name: past.byName, at: `${formatDate(past.at)} ${formatTime(past.at)}` })}
      </p>
      <ul className="list-disc ps-5">
        {past.points.map(({ path, code, note }) => (
          <li key={path}>
            {`${pathLabel(text, path, view.values)}: ${t(`capture.reason.${code}`)}`}
            {note !== '' && <span className="block text-ink-2">{note}</span>}
          </li>
        ))}
      </ul>
      {past.note !== '' && <p className="text-ink-2">{past.note}</p>}
    </li>
  );
}
