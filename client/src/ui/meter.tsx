import { useText } from '../text/use-text.ts';

/** "9 of 14" above a bar. Complete turns green; the words say it too. */
export function Meter({ done, total, label }: { done: number; total: number; label: string }) {
  const { t } = useText();
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const words = t('meter.value', { done, total });
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={words}
      className="inline-grid justify-items-end gap-1.5 font-semibold whitespace-nowrap text-ink-2"
    >
      {words}
      <span className="block h-[5px] w-18 overflow-hidden rounded-full bg-sunk">
        <span
          data-bar
          className={`block h-full rounded-full ${share === 1 ? 'bg-proven' : 'bg-accent'}`}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </span>
    </div>
  );
}
