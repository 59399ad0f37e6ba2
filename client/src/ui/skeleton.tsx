/** Rows to come, for the very first sync only: everything later is already on the device. */
export function SkeletonRows({ count }: { count: number }) {
  return (
    <ul aria-hidden className="divide-y divide-line overflow-hidden rounded-3 border border-line bg-sheet">
      {Array.from({ length: count }, (_, index) => (
        <li key={index} className="grid min-h-target content-center gap-2 px-4 py-3.5">
          <span className="block h-3.5 w-2/5 rounded-full bg-sunk" />
          <span className="block h-3 w-3/5 rounded-full bg-sunk" />
        </li>
      ))}
    </ul>
  );
}
