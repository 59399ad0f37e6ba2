import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { PageLife, Timer } from '../device/ports.ts';
import { openStore } from './open-store.ts';
import { keepStoreHealthy } from './store-health.ts';

let phones = 0;

async function phone() {
  phones += 1;
  const opened = await openStore(
    { companyId: 'c', userId: `p${phones}` },
    { newerVersion: () => {}, blocked: () => {} },
  );
  if (!opened.ok) throw new Error('not open');
  let visible = true;
  let see: (now: 'visible' | 'hidden') => void = () => {};
  const life: PageLife = {
    isVisible: () => visible,
    watch: (watcher) => {
      see = watcher;
      return () => {};
    },
  };
  const jobs: { ms: number; run: () => void }[] = [];
  const timer: Timer = { after: (ms, run) => (jobs.push({ ms, run }), () => {}) };
  const health = keepStoreHealthy(opened.value, life, timer);
  const show = (next: boolean) => {
    visible = next;
    see(next ? 'visible' : 'hidden');
  };
  const due = (ms: number) => jobs.splice(0).forEach((job) => job.ms <= ms && job.run());
  return { store: opened.value, health, show, due };
}

test('the database is closed under a hidden page and answers again when it is seen', async () => {
  const { store, health, show, due } = await phone();
  show(false);
  due(0);
  expect(store.db.isOpen()).toBe(false);
  show(true);
  await store.tx('r', ['meta'], (tx) => tx.all('meta'));
  expect(store.db.isOpen()).toBe(true);
  expect(health.state()).toBe('well');
  store.close();
});

test('a database that no longer opens is said to be lost, not waited for', async () => {
  const { store, health, show } = await phone();
  const states: string[] = [];
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  health.subscribe(() => {
    states.push(health.state());
    if (health.state() === 'lost') resolve();
  });
  store.close();
  show(true);
  await lost;
  expect(states).toEqual(['mending', 'lost']);
});
