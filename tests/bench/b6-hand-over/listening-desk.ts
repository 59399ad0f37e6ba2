/** An accountant's desk with the queue open: every poke asks for it again, as the desk's screens do. */
import { performance } from 'node:perf_hooks';
import type { QueueList } from '@cession/shared/handoff/queue-view.ts';
import { openBrowserLine } from './browser-line.ts';
import type { SignedIn } from './signed-in.ts';

export interface ListeningDesk {
  open(): Promise<void>;
  /** When each card was first in an answer. */
  readonly seen: ReadonlyMap<string, number>;
  failed(): number;
  close(): void;
}

export function openListeningDesk(origin: string, { cookie }: SignedIn): ListeningDesk {
  const line = openBrowserLine(origin, cookie);
  const seen = new Map<string, number>();
  let latest = 0;
  let failed = 0;
  const ask = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const input = { show: 'waiting', jurisdiction: null, search: '' };
    const { rows } = await line.ask<QueueList>('queue.list', input, 'GET');
    // A poke that came meanwhile has thrown this answer away and asked anew.
    if (mine !== latest) return;
    const at = performance.now();
    for (const { cardId } of rows) if (!seen.has(cardId)) seen.set(cardId, at);
  };
  return {
    open: async () => {
      await line.listen(() => {
        ask().catch((failure: unknown) => {
          failed += 1;
          console.error('the desk could not ask', failure);
        });
      });
      await ask();
    },
    seen,
    failed: () => failed,
    close: () => line.close(),
  };
}
