import type { FileTransport } from '@cession/client/document/file-transport.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import type { SpineLog, Timer } from '@cession/server/sync/env.ts';
import type { MutationName } from '@cession/shared/mutators.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { Seams, Truth } from '../world.ts';

export type ProcessName = 's1' | 's2';

/** What the model needs of the simulated world. All time and chance come from here. */
export interface ModelServerParts {
  /** Asked before every statement of every transaction, by the name `<process> <statement>`. */
  step(name: string): Promise<void>;
  /** Virtual milliseconds since 1970. */
  now(): number;
  mono(): number;
  rand(): number;
  uuid(): string;
  /** Waits for locks, and the pauses between attempts, in virtual time. */
  readonly timer: Timer;
  readonly log?: SpineLog;
  readonly seams?: Seams;
  /** Errors that answered nobody: bugs. */
  surprise?(error: unknown): void;
}

/** The way of bytes into one process, as the phone's own transport would tell it. */
export interface FileDesk {
  readonly parts: WithActor<FileTransport['parts']>;
  readonly put: WithActor<FileTransport['put']>;
  readonly complete: WithActor<FileTransport['complete']>;
}
type WithActor<F extends (...args: never[]) => unknown> = (actor: SyncActor, ...args: Parameters<F>) => ReturnType<F>;

export interface ModelServer {
  /** Stay the same objects for good. Asked of a process that is down, everything rejects with `ProcessIsDown`. */
  readonly processes: Readonly<Record<ProcessName, ServerSpine>>;
  files(process: ProcessName): FileDesk;
  isUp(process: ProcessName): boolean;
  /** Open transactions are undone, and whatever the process was asked is never answered. */
  kill(process: ProcessName): void;
  revive(process: ProcessName): void;
  readonly truth: Truth;
  backup(): void;
  /** The database as it was at the last backup, under a new epoch. Both processes were killed and are up again. */
  restore(): void;
  deploy(version: 'today' | 'yesterday'): void;
  /** Somebody at a desk. null when the request was not taken in or the process died meanwhile. */
  perform(actor: SyncActor, name: string, args: unknown): Promise<Verdict | null>;
  /** A round of the worker, in every process that is up. */
  work(): Promise<void>;
  /** People, companies: what the server writes outside any mutation. */
  writeRows(companyId: string, changes: readonly Change[]): Promise<void>;
}

/** Thrown to whoever speaks to a process that is down: the world makes a lost connection of it. */
export class ProcessIsDown extends Error {
  override readonly name = 'ProcessIsDown';
}

/** Mutators a server of yesterday has never heard of. */
export const LATE_MUTATORS: ReadonlySet<MutationName> = new Set([
  'document.add',
  'document.describe',
  'document.attach-file',
  'document.remove',
  'document.restore',
  'original.move',
]);
