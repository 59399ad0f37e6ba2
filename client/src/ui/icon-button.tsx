import type { ReactNode } from 'react';

/** A square target whose meaning the place makes plain (back, close); the label is spoken. */
export function IconButton({ label, children, onPress }: { label: string; children: ReactNode; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="-mx-2 inline-grid size-target shrink-0 place-items-center rounded-2 text-ink-2 hover:bg-sunk hover:text-ink"
    >
      {children}
    </button>
  );
}
