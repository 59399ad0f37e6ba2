import { FileComplete, FileParts } from '@cession/shared/document/file-answers.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { PullResponse, PushResponse, ReconcileResponse } from '@cession/shared/sync/protocol.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { FileTransport } from '@cession/client/document/file-transport.ts';
import { failureOf } from '@cession/client/sync/classify-failure.ts';
import type { Transport, TransportFailure } from '@cession/client/sync/ports.ts';
import type { Fault, MessageKind } from '../world.ts';
import type { Answer, FrontDoor, Sent } from './front-door.ts';
import { answerInstead, asHeard, isInstead, LOST, TIMED_OUT, type FromOutside } from './from-outside.ts';
import type { Lifeline } from './lifeline.ts';
import type { Scheduler } from './scheduler.ts';

type SafeParse<T> = {
  safeParse(data: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
};

/** The way between one phone and the server, with everything that goes wrong on it. */
export interface SimLine {
  transport(tab: Lifeline): Transport;
  fileTransport(tab: Lifeline): FileTransport;
  meet(fault: Fault, kind: MessageKind): void;
  cut(is: boolean): void;
  isCut(): boolean;
  expire(is: boolean): void;
  /** Signal, sign-in, and no faults ahead. */
  mend(): void;
}

export interface LineParts {
  readonly phone: string;
  readonly actor: SyncActor;
  readonly scheduler: Scheduler;
  readonly door: FrontDoor;
  /** `text` is the message word for word, `body` the same as a value. */
  note(said: Said): void;
}

export interface Said {
  readonly what: string;
  readonly isToServer: boolean;
  readonly kind: MessageKind;
  readonly isAnswer: boolean;
  readonly text: string;
  readonly body: unknown;
}

/** The product reads every answer by its schema; here one in so many is, which finds as much and costs less. */
const READ_ONE_OF = 10;
const PATIENCE_MS = 20_000;
const SLOW_MS = 8000;
const LATE_MS = 90_000;

/** What is wrong between this phone and the server right now. */
interface Trouble {
  isCut: boolean;
  isExpired: boolean;
  readonly faults: { readonly fault: Fault; readonly kind: MessageKind }[];
}

type Ask = <T>(tab: Lifeline, sent: Sent, answer: SafeParse<T> | null) => Promise<Result<T, TransportFailure>>;

export function createSimLine(parts: LineParts): SimLine {
  const trouble: Trouble = { isCut: false, isExpired: false, faults: [] };
  const ask = createAsk(parts, trouble);
  return {
    meet: (fault, kind) => void trouble.faults.push({ fault, kind }),
    cut: (is) => void (trouble.isCut = is),
    isCut: () => trouble.isCut,
    expire: (is) => void (trouble.isExpired = is),
    mend: () => {
      trouble.faults.length = 0;
      Object.assign(trouble, { isCut: false, isExpired: false });
    },
    transport: (tab) => ({
      push: (body) => ask(tab, json('push', body, `push of ${body.mutations.length}`), PushResponse),
      pull: (body) => ask(tab, json('pull', body, `pull from ${body.cursor}`), PullResponse),
      reconcile: (body) => ask(tab, json('reconcile', body, `reconcile ${body.ids.length}`), ReconcileResponse),
    }),
    fileTransport: (tab) => ({
      parts: (sha256) => ask(tab, json('file-parts', { sha256 }, `file-parts ${sha256.slice(0, 6)}`), FileParts),
      put: (sha256, n, bytes, partSha256) => {
        const body = { sha256, n, partSha256 };
        return ask(tab, { ...json('file-put', body, `file-put ${sha256.slice(0, 6)} ${n}`), bytes }, null);
      },
      complete: (sha256) =>
        ask(tab, json('file-complete', { sha256 }, `file-complete ${sha256.slice(0, 6)}`), FileComplete),
    }),
  };
}

function json(kind: MessageKind, body: unknown, words: string): Sent {
  return { kind, words, body, text: JSON.stringify(body), bytes: null };
}

function createAsk(parts: LineParts, trouble: Trouble): Ask {
  let reads = 0;
  return async <T>(tab: Lifeline, sent: Sent, answer: SafeParse<T> | null) => {
    const heard = await say(parts, trouble, tab, sent);
    const isAnswered = heard.status !== null && heard.status < 400 && heard.isJson && !heard.isTorn;
    const body: unknown = isAnswered ? JSON.parse(heard.text) : null;
    const { kind } = sent;
    parts.note({ kind, what: `hears ${asWords(heard)}`, isToServer: false, isAnswer: true, text: heard.text, body });
    if (!isAnswered) return err(failureOf(asHeard(heard), heard.isTorn ? 'null' : heard.text));
    reads += 1;
    // Nobody reads the answer to a part; every other one is what this procedure answers.
    if (answer === null || reads % READ_ONE_OF > 0) return ok(body as T);
    const parsed = answer.safeParse(body);
    return parsed.success ? ok(parsed.data) : err({ kind: 'unreachable', why: 'garbled' });
  };
}

/** From the moment it leaves the phone until the phone hears something, or gives up. */
async function say(parts: LineParts, trouble: Trouble, tab: Lifeline, sent: Sent): Promise<FromOutside> {
  const { scheduler, phone, note } = parts;
  const { kind, text, body } = sent;
  const fault = takeFault(trouble, kind);
  const way = createWay(parts, sent, tab);
  note({ what: `sends ${sent.words}`, isToServer: true, kind, isAnswer: false, text, body });
  if (fault !== null) note({ kind, what: `meets ${fault}`, isToServer: true, isAnswer: false, text: '', body: null });
  await scheduler.turn({ who: phone, what: `${kind} leaves`, owner: tab });
  if (trouble.isCut) return LOST;
  if (trouble.isExpired) return answerInstead('status-401');
  const patience = Promise.withResolvers<FromOutside>();
  const cancel = scheduler.after(PATIENCE_MS, () => patience.resolve(TIMED_OUT), tab);
  const heard = await Promise.race([way(fault), patience.promise]);
  cancel();
  return trouble.isCut ? LOST : heard;
}

function takeFault({ faults }: Trouble, kind: MessageKind): Fault | null {
  const at = faults.findIndex((one) => one.kind === kind);
  return at === -1 ? null : (faults.splice(at, 1)[0]?.fault ?? null);
}

function asWords({ status, timedOut, isJson, isTorn }: FromOutside): string {
  if (timedOut) return 'nothing for 20 s';
  if (status === null) return 'nothing';
  if (!isJson) return `${status} of somebody else`;
  return isTorn ? `half of a ${status}` : String(status);
}

/** What the network does with one message under a fault. */
function createWay({ scheduler, door, actor, phone }: LineParts, sent: Sent, tab: Lifeline) {
  const arrive = (): Promise<Answer> => door.receive(actor, sent, phone);
  const back = async (answer: Answer): Promise<FromOutside> => {
    await scheduler.turn({ who: 'server', what: `answers ${sent.kind}`, owner: tab });
    return answer === null ? LOST : { ...answer, timedOut: false, isTorn: false };
  };
  const pause = (ms: number) => new Promise<void>((resolve) => scheduler.after(ms, resolve));
  const later = (): void => {
    const ms = scheduler.dice().below(LATE_MS);
    scheduler.after(ms, () => void arrive());
  };
  return async (fault: Fault | null): Promise<FromOutside> => {
    if (fault !== null && isInstead(fault)) return answerInstead(fault);
    switch (fault) {
      case null:
        return back(await arrive());
      case 'lost-request':
        return LOST;
      case 'lost-answer':
        await arrive();
        return LOST;
      case 'twice':
        return back(await Promise.race([arrive(), arrive()]));
      case 'late':
        later();
        return LOST;
      case 'again-later':
        later();
        return back(await arrive());
      case 'slow':
        await pause(scheduler.dice().below(SLOW_MS));
        return back(await arrive());
      case 'half-an-answer': {
        const heard = await back(await arrive());
        return { ...heard, isTorn: heard.status !== null };
      }
    }
  };
}
