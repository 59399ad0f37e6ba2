import { useId, type ReactNode } from 'react';

interface RowListProps {
  title?: string;
  /** Fills its pane from edge to edge, as the list of the desk does. */
  flush?: boolean;
  children: ReactNode;
}

/** A titled sheet of rows; `LinkRow`, `PressRow` and `Row` go inside. */
export function RowList({ title, flush = false, children }: RowListProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={title === undefined ? undefined : titleId} className="grid gap-2">
      {title !== undefined && (
        <h2 id={titleId} className="text-1 font-semibold tracking-[0.02em] text-ink-3">
          {title}
        </h2>
      )}
      <ul
        className={`divide-y divide-line overflow-hidden ${flush ? 'border-b border-line' : 'rounded-3 border border-line bg-sheet'}`}
      >
        {children}
      </ul>
    </section>
  );
}
