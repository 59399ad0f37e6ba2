/** A key to press, shown where it works. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded-1 border border-b-2 border-line bg-sheet px-1.5 py-px font-mono text-1 font-semibold text-ink-2">
      {children}
    </kbd>
  );
}
