import type { ReactNode } from 'react';

interface FactsProps {
  rows: readonly (readonly [label: string, value: ReactNode])[];
  /** Label above value, where two of these stand side by side. */
  stacked?: boolean;
}

/** Label and value in two columns where there is room. A fact without a value is left out. */
export function Facts({ rows, stacked = false }: FactsProps) {
  const filled = rows.filter(([, value]) => value !== null && value !== '');
  return (
    <dl className="divide-y divide-line rounded-3 border border-line bg-sheet">
      {filled.map(([label, value]) => (
        <div
          key={label}
          className={`grid gap-x-4 px-4 ${stacked ? 'py-2' : 'items-baseline py-2.5 wide:grid-cols-[minmax(0,12rem)_minmax(0,1fr)]'}`}
        >
          <dt className={stacked ? 'text-1 text-ink-2' : 'text-ink-2'}>{label}</dt>
          <dd className="min-w-0 font-semibold [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A part of a page with its own heading, and what can be done in it. */
export function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex min-h-target flex-wrap items-center gap-x-3">
        <h2 className="flex-1 text-3 font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
