/** A phone as the server sees it: what it sends, and where its pulls stand. It keeps no rows. */
import { randomBytes, randomUUID } from 'node:crypto';
import { uuidV7 } from '@cession/shared/kernel/id.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { Base, PullRequest, PullResponse, PushRequest, WireMutation } from '@cession/shared/sync/protocol.ts';

export interface WirePhone {
  say(name: string, args: unknown, base?: Base): WireMutation;
  pushRequest(mutations: readonly WireMutation[]): PushRequest;
  pullRequest(more?: Partial<PullRequest>): PullRequest;
  /** Moves the cursor when the answer was the last page. */
  heard(answer: PullResponse): void;
  standAt(place: Pick<PullRequest, 'epoch' | 'scope' | 'cursor'>): void;
}

export function newWirePhone(): WirePhone {
  const device = randomUUID();
  const incarnation = randomUUID();
  let seq = 0;
  let at: Pick<PullRequest, 'epoch' | 'scope' | 'cursor'> = { epoch: null, scope: null, cursor: 0 };
  return {
    say: (name, args, base) => {
      seq += 1;
      const mutation = { id: newId(), seq, name, v: 1, args, at: msToInstant(Date.now()) };
      return base === undefined ? mutation : { ...mutation, base };
    },
    pushRequest: (mutations) => ({
      ...{ p: 1, epoch: at.epoch, device, incarnation, app: 'bench' },
      pending: { count: mutations.length, oldest: null },
      mutations: [...mutations],
    }),
    pullRequest: (more = {}) => ({
      ...{ p: 1, device, incarnation, page: null, limit: 1000, verdictsFor: [] },
      ...at,
      ...more,
    }),
    heard: ({ epoch, scope, cursor }) => {
      if (cursor !== undefined) at = { epoch, scope, cursor };
    },
    standAt: (place) => {
      at = place;
    },
  };
}

/** As phones make them: UUID version 7. */
export function newId(): string {
  return uuidV7(Date.now(), randomBytes(10));
}
