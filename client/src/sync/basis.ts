import { createDrafts, type Drafts } from './drafts.ts';
import { createLoopBoard, type LoopBoard } from './loop-board.ts';
import { createMirror, type Mirror } from './mirror.ts';
import type { SyncPorts } from './ports.ts';
import type { ReadAhead } from '../store/read-ahead.ts';

/** What a screen reads and types into. One for the first moments and for everything after, so that nothing is kept twice. */
export interface Basis {
  readonly mirror: Mirror;
  readonly drafts: Drafts;
  readonly board: LoopBoard;
  /** Reads the phone into the mirror, once, whoever asks first; after a failure the next one who asks tries again. */
  load(): Promise<void>;
}

export function createBasis(ports: SyncPorts, late: string | null = null, ahead: ReadAhead | null = null): Basis {
  const mirror = createMirror(ports.store, late, ahead);
  let loading: Promise<void> | null = null;
  return {
    mirror,
    drafts: createDrafts(ports),
    board: createLoopBoard(ports.channel),
    load: () =>
      (loading ??= mirror.load().catch((failure: unknown) => {
        loading = null;
        throw failure;
      })),
  };
}
