import { useText } from '../../text/use-text.ts';

/** How the tablet itself is locked. The app says plainly what its own lock is worth. */
export function LockTip() {
  const { t } = useText();
  return (
    <details className="rounded-3 border border-line bg-sheet px-4 py-1">
      <summary className="min-h-target py-3 font-semibold">{t('ceremony.lock.title')}</summary>
      <div className="grid grid-cols-1 gap-2 pb-3 text-ink-2">
        <p>{t('ceremony.lock.body')}</p>
        <ul className="grid list-disc gap-1.5 ps-5">
          <li>{t('ceremony.lock.ios')}</li>
          <li>{t('ceremony.lock.android')}</li>
          <li>{t('ceremony.lock.office')}</li>
        </ul>
      </div>
    </details>
  );
}
