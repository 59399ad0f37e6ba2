import { CopyButton } from '../../ui/copy-button.tsx';

/** A hash short enough to recognise, with its way to the clipboard whole. `what` names it for a screen reader. */
export function ShortHash({ value, what }: { value: string; what: string }) {
  return (
    <>
      <span className="font-mono [overflow-wrap:anywhere]" title={value}>
        {shortHash(value)}
      </span>{' '}
      <span className="inline-block px-2">
        <CopyButton value={value} what={what} />
      </span>
    </>
  );
}

export function shortHash(hash: string): string {
  return hash.length < 12 ? hash : `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}
