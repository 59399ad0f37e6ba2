import type { OriginalMove, OriginalState } from '@cession/shared/document/document.ts';
import { useText } from '../text/use-text.ts';

/** The way a paper has gone: each step with who, when and where, the newest first. */
export function OriginalLedger({ moves }: { moves: readonly (OriginalMove & { readonly byName: string })[] }) {
  const text = useText();
  const { t, formatDate } = text;
  if (moves.length === 0) return null;
  return (
    <ol className="grid gap-1.5 text-1 text-ink-2">
      {moves.toReversed().map((move) => (
        <li key={`${move.at} ${move.state}`}>
          {t('document.move', {
            state: stateName(t, move.state),
            name: move.byName,
            date: formatDate(move.at),
          })}
          {[move.place, move.because ?? ''].filter((each) => each !== '').map((each) => ` · ${each}`)}
        </li>
      ))}
    </ol>
  );
}

export function stateName(t: ReturnType<typeof useText>['t'], state: OriginalState): string {
  return t(`document.original.${state}`);
}
