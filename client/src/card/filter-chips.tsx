import { CardStatus } from '@cession/shared/card/card.ts';
import { useText } from '../text/use-text.ts';

interface FilterChipsProps {
  /** Of what the search has left. */
  counts: Readonly<Record<CardStatus, number>>;
  chosen: CardStatus | null;
  onChoose: (status: CardStatus | null) => void;
}

/** Where cards stand, with how many; a second tap takes the filter off. */
export function FilterChips({ counts, chosen, onChoose }: FilterChipsProps) {
  const { t } = useText();
  return (
    <div role="group" aria-label={t('cards.filter')} className="flex flex-wrap gap-2">
      {CardStatus.options.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={status === chosen}
          onClick={() => onChoose(status === chosen ? null : status)}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line bg-sheet px-3.5 text-1 font-semibold text-ink-2 hover:bg-sunk aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          {t(`cards.status.${status}`)}
          <span className="font-normal">{counts[status]}</span>
        </button>
      ))}
    </div>
  );
}
