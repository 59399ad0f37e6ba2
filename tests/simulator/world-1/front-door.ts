import { hash } from 'node:crypto';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { TransportFailure } from '@cession/client/sync/ports.ts';
import type { Result } from '@cession/shared/kernel/result.ts';
import type { RequestRefusal } from '@cession/server/sync/spine-parts.ts';
import { ProcessIsDown, type ModelServer, type ProcessName } from '../server-model/model-parts.ts';
import type { MessageKind } from '../world.ts';
import { said, type FromOutside } from './from-outside.ts';
import type { Scheduler } from './scheduler.ts';

/** A message as it leaves a phone. */
export interface Sent {
  readonly kind: MessageKind;
  readonly words: string;
  readonly text: string;
  readonly body: unknown;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** null: the process died and nobody answered. */
export type Answer = Pick<FromOutside, 'status' | 'retryAfter' | 'isJson' | 'text'> | null;

/** Where messages reach one of the processes: who speaks comes from the session, the body is a copy. */
export interface FrontDoor {
  receive(actor: SyncActor, sent: Sent, phone: string): Promise<Answer>;
  /** Whoever waits for this process hears that the connection is gone. */
  hangUp(process: ProcessName): void;
}

export function createFrontDoor(
  server: ModelServer,
  scheduler: Scheduler,
  surprise: (what: unknown) => void,
): FrontDoor {
  const open: Record<ProcessName, Set<() => void>> = { s1: new Set(), s2: new Set() };

  return {
    hangUp: (process) => {
      for (const lose of open[process]) lose();
      open[process].clear();
    },
    receive: async (actor, sent, phone) => {
      await scheduler.turn({ who: 'network', what: `brings ${sent.kind} of ${phone}` });
      const process: ProcessName = scheduler.dice().below(2) === 0 ? 's1' : 's2';
      if (!server.isUp(process)) return null;
      const { promise: lost, resolve } = Promise.withResolvers<null>();
      const lose = () => resolve(null);
      open[process].add(lose);
      const answer = serve(server, process, actor, sent).catch((error: unknown) => {
        if (error instanceof ProcessIsDown) return null;
        surprise(error);
        return said(500, 'INTERNAL_SERVER_ERROR');
      });
      const heard = await Promise.race([answer, lost]);
      open[process].delete(lose);
      return heard;
    },
  };
}

async function serve(server: ModelServer, process: ProcessName, actor: SyncActor, sent: Sent): Promise<Answer> {
  const spine = server.processes[process];
  const body: unknown = JSON.parse(sent.text);
  switch (sent.kind) {
    case 'push':
      return ofSpine(await spine.receivePush(actor, body));
    case 'pull':
      return ofSpine(await spine.servePull(actor, body));
    case 'reconcile':
      return ofSpine(await spine.reconcile(actor, body));
    case 'file-parts':
    case 'file-put':
    case 'file-complete':
      return ofFile(server, process, actor, sent, body as FileBody); // written by the line of the phone
  }
}

interface FileBody {
  readonly sha256: string;
  readonly n: number;
  readonly partSha256: string;
}

async function ofFile(
  server: ModelServer,
  process: ProcessName,
  actor: SyncActor,
  { kind, bytes }: Sent,
  { sha256, n, partSha256 }: FileBody,
): Promise<Answer> {
  const desk = server.files(process);
  if (kind === 'file-parts') return ofFailure(await desk.parts(actor, sha256));
  if (kind === 'file-complete') return ofFailure(await desk.complete(actor, sha256));
  return ofFailure(await desk.put(actor, sha256, n, bytes ?? new Uint8Array(), partSha256));
}

function ofSpine(answer: Result<unknown, RequestRefusal>): Answer {
  return answer.ok ? success(answer.value) : said(answer.error.status, answer.error.code);
}

/** The model tells a file's failure as the phone would sort it; back into the answer that is sorted so. */
function ofFailure(answer: Result<unknown, TransportFailure>): Answer {
  if (answer.ok) return success(answer.value ?? null);
  const { error } = answer;
  if (error.kind === 'refused') return said(error.status, error.code);
  if (error.kind === 'too-large') return said(413, 'PAYLOAD_TOO_LARGE');
  return error.kind === 'unreachable' ? null : said(500, 'INTERNAL_SERVER_ERROR');
}

function success(value: unknown): Answer {
  return { status: 200, retryAfter: null, isJson: true, text: JSON.stringify(value) };
}

export function sha256Of(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
