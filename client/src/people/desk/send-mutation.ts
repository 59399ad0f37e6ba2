import type { Instant } from '@cession/shared/kernel/instant.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { AnyMutator, ArgsOf } from '@cession/shared/sync/mutator.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import { deskPerform } from '@cession/shared/sync/sync-procedures.ts';
import { ask, AskFailure } from '../../device/ask-server.ts';
import { now } from '../../device/clock.ts';
import { newId } from '../../device/new-id.ts';

export type DeskMutation = InputOfProcedure<typeof deskPerform>;

/** What came of it. `unsent`: the server has not answered; the same message may be sent again. */
export type Sent =
  | { readonly kind: 'done' }
  /** Safe on the server, applied later: it waits for something, or the office looks into it. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly code: string; readonly refusal: { readonly code: string } }
  | { readonly kind: 'unsent'; readonly signedOut: boolean };

/** One intent with the id it keeps however often it is sent. */
export function mutationOf<M extends AnyMutator>(mutator: M, args: ArgsOf<M>): DeskMutation {
  return { id: newMutationId(), name: mutator.name, v: mutator.version, args, at: thisInstant() };
}

export function newMutationId(): DeskMutation['id'] {
  return newId() as DeskMutation['id']; // a new UUID is nobody else's id
}

export function thisInstant(): Instant {
  return msToInstant(now());
}

export async function sendMutation(mutation: DeskMutation): Promise<Sent> {
  return answerOf(async () => sentOf(await ask(deskPerform, mutation)));
}

/** A failure to reach the server is an outcome, not a surprise. */
export async function answerOf<T>(
  asking: () => Promise<T>,
): Promise<T | Extract<Sent, { kind: 'refused' | 'unsent' }>> {
  try {
    return await asking();
  } catch (cause) {
    if (!(cause instanceof AskFailure)) throw cause;
    switch (cause.fault) {
      case 'unreachable':
      case 'busy':
        return { kind: 'unsent', signedOut: false };
      case 'signed-out':
        return { kind: 'unsent', signedOut: true };
      case 'forbidden':
        return { kind: 'refused', code: 'permission.denied', refusal: { code: 'permission.denied' } };
      case 'refused':
        return { kind: 'refused', code: cause.code, refusal: { code: 'mutation.malformed' } };
    }
  }
}

function sentOf(verdict: Verdict): Sent {
  switch (verdict.state) {
    case 'applied':
    case 'conflict':
    case 'noop':
      return { kind: 'done' };
    case 'received':
    case 'held':
    case 'quarantined':
      return { kind: 'kept' };
    case 'rejected': {
      const refusal = verdict.refusal ?? { code: 'mutation.malformed' };
      return { kind: 'refused', code: refusal.code, refusal };
    }
  }
}
