/** The word at the end of a row: done work is quiet, open work carries the accent. */
export function RowWord({ done = false, children }: { done?: boolean; children: string }) {
  return <span className={`text-1 ${done ? 'text-ink-3' : 'font-semibold text-accent'}`}>{children}</span>;
}
