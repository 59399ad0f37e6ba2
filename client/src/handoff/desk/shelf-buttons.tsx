import { useText } from '../../text/use-text.ts';

interface ShelfButtonsProps<Shelf extends string> {
  shelves: readonly { readonly value: Shelf; readonly label: string }[];
  chosen: Shelf;
  onChoose: (shelf: Shelf) => void;
}

/** Which part of a queue is on screen. */
export function ShelfButtons<Shelf extends string>({ shelves, chosen, onChoose }: ShelfButtonsProps<Shelf>) {
  const { t } = useText();
  return (
    <div role="group" aria-label={t('queue.show')} className="flex flex-wrap gap-1">
      {shelves.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
          className="min-h-target rounded-1 px-2 text-1 text-ink-2 hover:bg-sunk aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
