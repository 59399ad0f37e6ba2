import { openQueueItem } from '@cession/shared/handoff/desk-procedures.ts';
import { renewLease } from '@cession/shared/handoff/work-the-queue.ts';
import type { QueueRow } from '@cession/shared/handoff/queue-view.ts';
import { instantToMs } from '@cession/shared/kernel/instant.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { now } from '../../device/clock.ts';
import { leaseLeft, shouldRenew, type LeaseLeft } from './lease-left.ts';
import { mutationOf, sendMutation } from '../../people/desk/send-mutation.ts';

/** Who has the item, seen by one person at one moment. */
export type Hold =
  | { readonly kind: 'mine'; readonly left: LeaseLeft }
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'nobody' };

type Holdable = Pick<QueueRow, 'heldBy' | 'heldByName' | 'leaseUntil'>;

export function holdOf(row: Holdable, userId: string, nowMs: number): Hold {
  if (row.heldBy === null || row.leaseUntil === null) return { kind: 'nobody' };
  const left = leaseLeft(instantToMs(row.leaseUntil), nowMs);
  if (left.state === 'over') return { kind: 'nobody' };
  return row.heldBy === userId ? { kind: 'mine', left } : { kind: 'other', name: row.heldByName ?? '' };
}

const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Work on a held item keeps it: a pointer or a key renews the lease, at most once a minute, without a word. */
export function useLeaseRenewal(cardId: ArgsOf<typeof renewLease>['cardId'], held: boolean): void {
  useRenewal(held, openQueueItem.name, () => sendMutation(mutationOf(renewLease, { cardId })));
}

/** `asked` names the question whose answer tells the time left. */
export function useRenewal(held: boolean, asked: string, renew: () => Promise<unknown>): void {
  const queries = useQueryClient();
  const latest = useRef(renew);
  useEffect(() => {
    latest.current = renew;
  });
  useEffect(() => {
    if (!held) return undefined;
    let last = now();
    const act = () => {
      if (!shouldRenew(last, now())) return;
      last = now();
      // No answer changes nothing: the next movement tries again, and the words beside the name tell the time left.
      void latest.current().then(() => queries.invalidateQueries({ queryKey: [asked] }));
    };
    for (const kind of ACTIVITY) window.addEventListener(kind, act, { passive: true });
    return () => {
      for (const kind of ACTIVITY) window.removeEventListener(kind, act);
    };
  }, [held, asked, queries]);
}
