/** How a message leaves a phone, by the fault it meets, and how its tab hears of it or gives it up. */
import type { FetchIt } from '@cession/client/sync/http-transport.ts';
import type { Lifeline } from '../world-1/lifeline.ts';
import type { Dice, Fault, MessageKind } from '../world.ts';
import { answerInstead, cutShort, isInstead } from './answers-instead.ts';
import type { Note } from './hashed-trace.ts';
import type { Heard, LineEnd, Parcel } from './parcel.ts';

/** What is on its way, as a message that sets off sees it. */
interface Road {
  readonly elapsed: () => number;
  readonly note: Note;
  readonly dice: Dice;
  readonly put: (parcel: Parcel) => void;
  readonly remove: (parcel: Parcel) => void;
  readonly carries: (parcel: Parcel) => boolean;
}

interface Message {
  readonly end: LineEnd;
  readonly tab: Lifeline;
  readonly url: string;
  readonly init: RequestInit;
}

type Content = Pick<Parcel, 'from' | 'kind' | 'body' | 'send' | 'heard'>;

const SLOW_MS = 9000;

export function sendOff(road: Road, message: Message): Promise<Response> {
  const { end, url, init } = message;
  const kind = kindOf(url, init);
  if (end.isCut()) return failed();
  const fault = end.takeFault(kind);
  const body = bodyOf(init);
  road.note({
    who: end.name,
    to: 'server',
    what: `${kind}${fault === null ? '' : ` meets ${fault}`}`,
    message: { kind, isAnswer: false, actor: end.actor, body },
  });
  if (fault === 'lost-request') return failed();
  if (fault !== null && isInstead(fault)) return Promise.resolve(answerInstead(fault));
  const content: Content = { from: end, kind, body, send: sending(message), heard: null };
  if (fault === 'late' || fault === 'again-later') road.put(ghostOf(content));
  return fault === 'late' ? failed() : answerTo(content, fault, road, message);
}

function failed(): Promise<never> {
  return Promise.reject(new TypeError('fetch failed'));
}

/** The server gets it some day, and nobody waits for the answer. */
function ghostOf(content: Content): Parcel {
  const nobody = { hears: () => undefined, breaks: () => undefined, isGhost: true, notBefore: 0 };
  return { ...content, ...nobody, phase: 'request', fault: null };
}

function answerTo(content: Content, fault: Fault | null, road: Road, { tab, init }: Message): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const notBefore = fault === 'slow' ? road.elapsed() + SLOW_MS : 0;
  const parcel: Parcel = {
    ...{ ...content, fault, phase: 'request', isGhost: false, notBefore },
    hears: (heard) => {
      if (!tab.isDead()) resolve(new Response(fault === 'half-an-answer' ? cutShort(heard.text) : heard.text, heard));
    },
    breaks: () => {
      if (!tab.isDead()) reject(new TypeError('fetch failed'));
    },
  };
  road.put(parcel);
  const giveUp = () => abandon(parcel, road);
  tab.onDeath(giveUp);
  init.signal?.addEventListener('abort', () => {
    giveUp();
    if (!tab.isDead()) reject(new DOMException('given up', 'AbortError'));
  });
  return promise;
}

function abandon(parcel: Parcel, road: Road): void {
  if (!road.carries(parcel)) return;
  parcel.isGhost = true;
  // What has been answered, or never left the phone, is gone; the rest still arrives some day.
  if (parcel.phase === 'answer' || road.dice.chance(40)) road.remove(parcel);
}

function sending({ end, url, init }: Message) {
  return async (through: FetchIt): Promise<Heard> => {
    const headers = new Headers(init.headers);
    headers.set('origin', 'http://localhost:8787');
    headers.set('x-cession-person', end.actor.userId);
    if (!end.isExpired()) headers.set('cookie', `person=${end.actor.userId}`);
    // What a phone gives up, the server does all the same.
    const answer = await through(url, { ...init, signal: null, headers });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
}

function kindOf(url: string, { method }: RequestInit): MessageKind {
  if (url.includes('/sync.push')) return 'push';
  if (url.includes('/sync.pull')) return 'pull';
  if (url.includes('/sync.reconcile')) return 'reconcile';
  if (url.endsWith('/complete')) return 'file-complete';
  return method === 'PUT' ? 'file-put' : 'file-parts';
}

function bodyOf({ body }: RequestInit): unknown {
  if (typeof body === 'string') return JSON.parse(body) as unknown;
  return body instanceof Uint8Array ? { bytes: body.byteLength } : null;
}
