import type { PushRequest } from '@cession/shared/sync/protocol.ts';
import { expect, test } from 'vitest';
import { createHttpTransport, type FetchIt } from './http-transport.ts';
import type { Timer } from '../device/ports.ts';
import type { TransportFailure } from './ports.ts';

const NOW = '2026-11-20T08:00:00.000Z';
const EPOCH = '00000000-0000-7000-8000-00000000000e';
const REQUEST: PushRequest = {
  p: 1,
  epoch: null,
  device: EPOCH,
  incarnation: EPOCH,
  app: '1',
  pending: { count: 0, oldest: null },
  mutations: [],
};
const noTimer: Timer = { after: () => () => {} };

function answering(status: number, body: string, headers: Record<string, string> = {}): FetchIt {
  const type = body.startsWith('<') ? 'text/html' : 'application/json';
  return async () => new Response(body, { status, headers: { 'content-type': type, ...headers } });
}

function refusing(httpStatus: number, message: string): string {
  return JSON.stringify({ error: { message, code: -32000, data: { code: 'X', httpStatus, path: 'sync.push' } } });
}

test('a push is one POST of plain JSON, and its answer is checked', async () => {
  const calls: { url: string; method: string | undefined; body: unknown }[] = [];
  const data = { epoch: EPOCH, now: NOW, verdicts: [] };
  const transport = createHttpTransport(noTimer, async (url, init) => {
    calls.push({ url, method: init.method, body: JSON.parse(typeof init.body === 'string' ? init.body : '') });
    return answering(200, JSON.stringify({ result: { data } }))(url, init);
  });
  expect(await transport.push(REQUEST)).toEqual({ ok: true, value: data });
  expect(calls).toEqual([{ url: '/trpc/sync.push', method: 'POST', body: REQUEST }]);
});

const FAILURES: [string, FetchIt, TransportFailure][] = [
  ['an expired sign-in', answering(401, refusing(401, 'UNAUTHORIZED')), { kind: 'sign-in' }],
  ['a revoked phone', answering(403, refusing(403, 'FORBIDDEN')), { kind: 'forbidden' }],
  ['a copied phone', answering(409, refusing(409, 'DEVICE_FORKED')), { kind: 'forked' }],
  ['too much at once', answering(413, refusing(413, 'too large')), { kind: 'too-large' }],
  ['an old app', answering(426, refusing(426, 'upgrade')), { kind: 'upgrade' }],
  ['a bad request', answering(400, refusing(400, 'bad')), { kind: 'refused', status: 400, code: 'X' }],
  [
    'a server out of breath',
    answering(429, refusing(429, 'slow down'), { 'retry-after': '7' }),
    { kind: 'busy', status: 429, retryAfterMs: 7000 },
  ],
  ['a proxy without server', answering(502, '<html>Bad gateway'), { kind: 'busy', status: 502, retryAfterMs: null }],
  ['a hotel page', answering(200, '<html>Welcome'), { kind: 'unreachable', why: 'captive-portal' }],
  ["a hotel page's 401", answering(401, '<html>Sign in'), { kind: 'unreachable', why: 'captive-portal' }],
  ['half an answer', answering(200, '{"result":{"da'), { kind: 'unreachable', why: 'garbled' }],
  ['another answer', answering(200, '{"result":{"data":{"a":1}}}'), { kind: 'unreachable', why: 'garbled' }],
  ['no network', () => Promise.reject(new TypeError('fetch failed')), { kind: 'unreachable', why: 'network' }],
];

test.each(FAILURES)('%s is told apart from everything else', async (_name, fetchIt, failure) => {
  const answer = await createHttpTransport(noTimer, fetchIt).push(REQUEST);
  expect(answer).toEqual({ ok: false, error: failure });
});

test('a server that never answers is given up after 20 seconds', async () => {
  const waits: number[] = [];
  const impatient: Timer = {
    after: (ms, run) => {
      waits.push(ms);
      queueMicrotask(run);
      return () => {};
    },
  };
  const never: FetchIt = (_url, init) =>
    new Promise((_resolve, reject) => {
      const giveUp = () => reject(new DOMException('aborted', 'AbortError'));
      if (init.signal?.aborted) giveUp();
      init.signal?.addEventListener('abort', giveUp);
    });
  const answer = await createHttpTransport(impatient, never).push(REQUEST);
  expect(answer).toEqual({ ok: false, error: { kind: 'unreachable', why: 'timeout' } });
  expect(waits).toEqual([20_000]);
});
