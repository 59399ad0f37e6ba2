import type { Channel } from '../device/ports.ts';
import type { LoopEvents } from './sync-loop.ts';
import { IDLE_LOOP, type LoopFacts } from './sync-status.ts';

/** What the loop is doing, on a board for the screens of this tab and, over the channel, of the others. */
export interface LoopBoard extends LoopEvents {
  sending(ids: readonly string[]): void;
  facts(): LoopFacts;
  subscribe(changed: () => void): () => void;
}

interface BoardMessage {
  readonly kind: 'loop';
  readonly sendingIds: readonly string[];
  readonly busy: boolean;
  readonly stuck: boolean;
  readonly nextTryInMs: number | null;
}

export function createLoopBoard(channel: Channel): LoopBoard {
  let facts = IDLE_LOOP;
  const listeners = new Set<() => void>();
  const show = (next: LoopFacts) => {
    facts = next;
    for (const changed of listeners) changed();
  };
  const change = (part: Partial<LoopFacts>) => {
    show({ ...facts, ...part });
    channel.post({ ...facts, kind: 'loop', sendingIds: [...facts.sendingIds] } satisfies BoardMessage);
  };
  channel.listen((message) => {
    if (!isBoardMessage(message)) return;
    const { kind: _kind, ...rest } = message;
    show({ ...rest, sendingIds: new Set(message.sendingIds) });
  });
  return {
    facts: () => facts,
    busy: (busy) => change({ busy }),
    stuck: (stuck) => {
      if (stuck !== facts.stuck) change({ stuck });
    },
    nextTry: (nextTryInMs) => {
      if (nextTryInMs !== facts.nextTryInMs) change({ nextTryInMs });
    },
    sending: (ids) => change({ sendingIds: new Set(ids) }),
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

function isBoardMessage(message: unknown): message is BoardMessage {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'loop';
}
