import type {
  PullRequest,
  PullResponse,
  PushRequest,
  PushResponse,
  ReconcileRequest,
  ReconcileResponse,
} from '@cession/shared/sync/protocol.ts';
import type { Result } from '@cession/shared/kernel/result.ts';
import type { Channel, Env, Locks, Online, PageLife, Timer } from '../device/ports.ts';
import type { LocalStore } from '../store/local-store.ts';

/** Why the server gave no answer we can use. None of these says anything about a mutation. */
export type TransportFailure =
  | { readonly kind: 'unreachable'; readonly why: 'network' | 'timeout' | 'captive-portal' | 'garbled' }
  | { readonly kind: 'busy'; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'forked' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'upgrade' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string };

export interface Transport {
  push(request: PushRequest): Promise<Result<PushResponse, TransportFailure>>;
  pull(request: PullRequest): Promise<Result<PullResponse, TransportFailure>>;
  reconcile(request: ReconcileRequest): Promise<Result<ReconcileResponse, TransportFailure>>;
}

export interface SyncPorts {
  readonly env: Env;
  readonly timer: Timer;
  readonly locks: Locks | null;
  readonly channel: Channel;
  readonly life: PageLife;
  readonly online: Online;
  readonly store: LocalStore;
  readonly transport: Transport;
  /** The app's version, sent with every push. A new one has the view decided again. */
  readonly appVersion: string;
  /** Where surprises of background work go: bugs, never expected failures. */
  readonly report: (surprise: unknown) => void;
  /** A place between two effects where a simulator may stop the world. */
  readonly step?: (name: string) => void | Promise<void>;
}
