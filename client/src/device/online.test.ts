import { expect, test } from 'vitest';
import { createOnline } from './online.ts';

const patient = { after: () => () => {} };

function probing(answer: () => Promise<Response>) {
  return createOnline(patient, answer).probe();
}

test('our own server answers JSON', async () => {
  const health = Response.json({ version: '1', database: 'up' });
  expect(await probing(async () => health)).toBe('reachable');
});

test('a page that wants a sign-in for the network is not our server', async () => {
  const page = new Response('<html>', { headers: { 'content-type': 'text/html' } });
  expect(await probing(async () => page)).toBe('captive-portal');
});

test('no answer, half an answer and silence for three seconds are all "not reachable"', async () => {
  expect(await probing(() => Promise.reject(new TypeError('no network')))).toBe('unreachable');
  const half = new Response('{"ver', { headers: { 'content-type': 'application/json' } });
  expect(await probing(async () => half)).toBe('unreachable');
  const waits: number[] = [];
  const impatient = {
    after: (ms: number, run: () => void) => {
      waits.push(ms);
      queueMicrotask(run);
      return () => {};
    },
  };
  const silent = createOnline(
    impatient,
    (_url, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('late')))),
  );
  expect(await silent.probe()).toBe('unreachable');
  expect(waits).toEqual([3000]);
});
