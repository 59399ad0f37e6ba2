import type { ReactNode } from 'react';

interface DeskPageProps {
  title: string;
  /** Beside the title: what can be done here. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One wide page of the desk. */
export function DeskPage({ title, actions, children }: DeskPageProps) {
  return (
    <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
      <DeskHeading title={title}>{actions}</DeskHeading>
      <div className="grid max-w-6xl grid-cols-[minmax(0,1fr)] content-start gap-4 px-4 pt-2 pb-12 desk:px-6">
        {children}
      </div>
    </main>
  );
}

interface DeskHeadingProps {
  title: string;
  /** One of several on the page: it does not name the tab of the browser. */
  pane?: boolean;
  children?: ReactNode;
}

/** The title of a page or a pane, and what stands beside it. */
export function DeskHeading({ title, pane = false, children }: DeskHeadingProps) {
  return (
    <header
      className={`flex max-w-6xl flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-4 pb-3 ${pane ? '' : 'desk:px-6'}`}
    >
      {!pane && <title>{`${title} – Cession`}</title>}
      <h1 className="min-w-0 flex-[1_1_8rem] text-4 font-semibold tracking-[-0.01em] text-balance">{title}</h1>
      {children}
    </header>
  );
}
