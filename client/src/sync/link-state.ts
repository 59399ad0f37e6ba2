import type { LinkState } from './meta.ts';
import type { TransportFailure } from './ports.ts';

/** What a run that ended like this says about the way to the server. */
export function linkAfter(failure: TransportFailure | null): LinkState {
  if (!failure) return 'ok';
  switch (failure.kind) {
    case 'sign-in':
      return 'paused-auth';
    case 'forbidden':
      return 'blocked';
    case 'upgrade':
      return 'needs-update';
    case 'unreachable':
    case 'busy':
    case 'forked':
    case 'too-large':
    case 'refused':
      return 'unreachable';
  }
}

/** Trying again by itself would change nothing: a person has to act. */
export function needsPerson(failure: TransportFailure): boolean {
  return linkAfter(failure) !== 'unreachable';
}
