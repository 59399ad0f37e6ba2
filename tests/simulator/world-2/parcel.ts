/** A message between a phone and the server, while it is on its way. */
import type { FetchIt } from '@cession/client/sync/http-transport.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Fault, MessageKind } from '../world.ts';

/** What the server said, read whole. */
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One phone's end of the line. */
export interface LineEnd {
  readonly name: string;
  readonly actor: SyncActor;
  isCut(): boolean;
  isExpired(): boolean;
  /** The fault the next message of this kind meets; taken. */
  takeFault(kind: MessageKind): Fault | null;
}

/** A message on its way: to the server, and back with its answer. */
export interface Parcel {
  readonly from: LineEnd;
  readonly kind: MessageKind;
  /** `twice` is delivered twice at the same moment. */
  readonly fault: Fault | null;
  readonly body: unknown;
  phase: 'request' | 'answer';
  /** The phone waits for it no more. */
  isGhost: boolean;
  readonly notBefore: number;
  send(through: FetchIt): Promise<Heard>;
  hears(heard: Heard): void;
  breaks(): void;
  heard: Heard | null;
}
