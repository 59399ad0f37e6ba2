/** The way between a phone and the server, with everything that goes wrong on it. */
import type { FetchIt } from '@cession/client/sync/http-transport.ts';

export type Fault =
  /** Never arrives. */
  | 'lost request'
  /** The server has done its work; the phone does not hear of it. */
  | 'lost answer'
  /** The network delivers it twice at the same moment. */
  | 'twice'
  /** The phone gives up; the request arrives later, when `deliverLate` says so. */
  | 'late'
  /** The same, although the phone has had its answer. */
  | 'again later'
  /** A hotel's page stands in between and says 200. */
  | 'captive portal'
  /** The sign-in has run out. */
  | 'signed out'
  /** A proxy in front of the server has lost it. */
  | 'broken gateway'
  /** The connection ends in the middle of the answer. */
  | 'half an answer';

export const FAULTS: readonly Fault[] = [
  ...(['lost request', 'lost answer', 'twice', 'late', 'again later'] as const),
  ...(['captive portal', 'signed out', 'broken gateway', 'half an answer'] as const),
];

export interface Line {
  readonly fetchIt: FetchIt;
  /** The next request about this procedure meets this fault. */
  fail(fault: Fault, procedure?: 'sync.push' | 'sync.pull'): void;
  /** The sign-in has run out, until told otherwise. */
  expire(is: boolean): void;
  /** No signal, until told otherwise. */
  cut(is: boolean): void;
  isCut(): boolean;
  /** Requests the phone has given up on reach the server now, perhaps more than once. */
  deliverLate(times?: number): Promise<void>;
  /** From now on the phone talks to another process of the same server. */
  moveTo(server: FetchIt): void;
  /** Signal, sign-in, and no faults ahead. */
  heal(): void;
  /** Faults no request has met yet. */
  ahead(): number;
  /** Every answer of the server, word for word. */
  readonly heard: readonly { readonly procedure: string; readonly text: string }[];
}

type Send = () => Promise<Response>;

export function createLine(server: FetchIt, cookie: string): Line {
  const faults: { readonly fault: Fault; readonly procedure: string }[] = [];
  const late: Send[] = [];
  const heard: { procedure: string; text: string }[] = [];
  let there = server;
  let isCut = false;
  let isExpired = false;
  const sendNow = async (url: string, init: RequestInit, cookieNow: string): Promise<Response> => {
    const headers = { ...plainHeaders(init.headers), cookie: cookieNow, origin: 'http://localhost:8787' };
    const answer = await there(url, { ...init, headers });
    const text = await answer.text();
    heard.push({ procedure: url.split('/').at(-1) ?? '', text });
    return new Response(text, { status: answer.status, headers: answer.headers });
  };
  return {
    fetchIt: async (url, init) => {
      if (isCut) throw new TypeError('fetch failed');
      const at = faults.findIndex(({ procedure }) => url.endsWith(procedure));
      const [met] = at < 0 ? [] : faults.splice(at, 1);
      const { signal: _, ...rest } = init;
      return deliver(met?.fault ?? null, { send: (as = isExpired ? '' : cookie) => sendNow(url, rest, as), late });
    },
    fail: (fault, procedure = 'sync.push') => void faults.push({ fault, procedure }),
    heal: () => {
      faults.length = 0;
      isCut = false;
      isExpired = false;
    },
    ahead: () => faults.length,
    expire: (is) => void (isExpired = is),
    cut: (is) => void (isCut = is),
    isCut: () => isCut,
    deliverLate: async (times = 1) => {
      for (const send of late.splice(0)) for (let time = 0; time < times; time += 1) await send();
    },
    moveTo: (next) => void (there = next),
    heard,
  };
}

interface Delivery {
  send(cookie?: string): Promise<Response>;
  readonly late: Send[];
}

async function deliver(fault: Fault | null, { send, late }: Delivery): Promise<Response> {
  switch (fault) {
    case null:
      return send();
    case 'lost request':
      throw new TypeError('fetch failed');
    case 'lost answer':
      await send();
      throw new TypeError('fetch failed');
    case 'twice':
      return (await Promise.all([send(), send()]))[0];
    case 'late':
      late.push(send);
      throw new TypeError('fetch failed');
    case 'again later':
      late.push(send);
      return send();
    case 'captive portal':
      return new Response('<html><body>Welcome to Hotel Duna!</body></html>', {
        headers: { 'content-type': 'text/html' },
      });
    case 'signed out':
      return send('');
    case 'broken gateway':
      return new Response('<h1>502 Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
    case 'half an answer': {
      const whole = await send();
      const text = await whole.text();
      return new Response(text.slice(0, text.length / 2), { status: whole.status, headers: whole.headers });
    }
  }
}

function plainHeaders(given: HeadersInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(given).entries());
}
