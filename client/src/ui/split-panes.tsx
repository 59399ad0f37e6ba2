import type { ReactNode } from 'react';

interface SplitPanesProps {
  list: ReactNode;
  /** Null while nothing is open. */
  detail: ReactNode;
  /** What the empty right side says on a wide screen. */
  nothingOpen: ReactNode;
}

/** List and page side by side on a wide screen; on a narrow one the page takes the place of the list. */
export function SplitPanes({ list, detail, nothingOpen }: SplitPanesProps) {
  const open = detail !== null;
  return (
    <div className="grid min-h-0 flex-1 desk:grid-cols-[minmax(0,min(27.5rem,42%))_minmax(0,1fr)]">
      {/* Each pane scrolls alone and is positioned, or words for screen readers inside would lengthen the page. */}
      <div
        className={`relative min-w-0 border-line max-desk:flex max-desk:flex-col desk:h-dvh desk:overflow-y-auto desk:border-e ${open ? 'max-desk:hidden' : ''}`}
      >
        {list}
      </div>
      <div className={`relative min-w-0 desk:h-dvh desk:overflow-y-auto ${open ? '' : 'max-desk:hidden'}`}>
        {detail ?? <div className="grid min-h-full place-items-center p-8 text-ink-3">{nothingOpen}</div>}
      </div>
    </div>
  );
}
