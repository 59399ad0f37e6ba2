import { expect, test } from 'vitest';
import { createMemoryStore } from '../store/memory-store.ts';
import { createDrafts } from './drafts.ts';
import { holdWhileBusy } from './hold-while-busy.ts';
import { IDLE_LOOP } from './sync-status.ts';

function form() {
  const store = createMemoryStore();
  const jobs: { ms: number; run: () => void }[] = [];
  const timer = { after: (ms: number, run: () => void) => (jobs.push({ ms, run }), () => {}) };
  const env = { now: () => 0, mono: () => 0, rand: () => 0, uuid: () => '', hash: async () => '' };
  const surprises: unknown[] = [];
  const drafts = createDrafts({ store, timer, env, report: (surprise) => surprises.push(surprise) });
  return { store, jobs, drafts, surprises };
}

test('every change is on the disk within 300 ms', async () => {
  const { drafts, jobs, store } = form();
  drafts.save('card', { name: 'D' });
  drafts.save('card', { name: 'Da' });
  expect(jobs.every((job) => job.ms <= 300)).toBe(true);
  jobs.at(-1)?.run();
  await drafts.flush();
  expect(await store.restart().tx('r', ['drafts'], (tx) => tx.get('drafts', 'card'))).toMatchObject({
    value: { name: 'Da' },
  });
});

test('a phone without room says so at the form, keeps what was typed, and saves it when there is room', async () => {
  const { drafts, store, surprises } = form();
  store.failWrites('full');
  drafts.save('card', { name: 'Danube' });
  await drafts.flush();
  expect(drafts.state('card')).toBe('full');
  expect(await drafts.read('card')).toEqual({ name: 'Danube' });
  store.failWrites(null);
  await drafts.flush();
  expect(drafts.state('card')).toBe('saved');
  expect(surprises).toEqual([]);
});

test('the page may not reload under typing that is not on the disk', async () => {
  const { drafts } = form();
  const held = new Set<string>();
  const hold = (reason: string) => {
    held.add(reason);
    return () => held.delete(reason);
  };
  const stop = holdWhileBusy({ board: { facts: () => IDLE_LOOP, subscribe: () => () => {} } as never, drafts }, hold);
  drafts.save('card', { name: 'D' });
  expect(held.size).toBe(1);
  await drafts.flush();
  expect(held.size).toBe(0);
  stop();
});
