import type { ReactNode } from 'react';

/** Says that nothing is here and, if there is one, what to do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-1 rounded-3 border border-dashed border-line px-4 py-6">
      <p className="font-semibold">{title}</p>
      {children !== undefined && <div className="text-ink-2">{children}</div>}
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
