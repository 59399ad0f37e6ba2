import type { Sync } from './start-sync.ts';

/**
 * Keeps the page from reloading under a push on its way or under typing that is not on the disk yet.
 * `hold` answers the release, as device/hold-reload.ts does.
 */
export function holdWhileBusy(
  { board, drafts }: Pick<Sync, 'board' | 'drafts'>,
  hold: (reason: string) => () => void,
): () => void {
  let release: (() => void) | null = null;
  const look = () => {
    const isBusy = board.facts().sendingIds.size > 0 || drafts.hasUnsaved();
    if (isBusy) release ??= hold('sync');
    else {
      release?.();
      release = null;
    }
  };
  const stops = [board.subscribe(look), drafts.subscribe(look)];
  look();
  return () => {
    for (const stop of stops) stop();
    release?.();
  };
}
