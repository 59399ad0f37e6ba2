import { expect, test } from 'vitest';
import type { Channel, Locks } from './ports.ts';
import { leadInOneTab } from './one-tab-leader.ts';

/** One tab among others: time, words and visibility are moved by hand. */
function tab(locks: Locks | null) {
  let now = 0;
  let visible = true;
  let jobs: { at: number; run: () => void }[] = [];
  let hear: (message: unknown) => void = () => {};
  let see: (now: 'visible' | 'hidden') => void = () => {};
  const said: unknown[] = [];
  const events: string[] = [];
  const channel: Channel = {
    post: (message) => said.push(message),
    listen: (listener) => {
      hear = listener;
      return () => {};
    },
    close: () => {},
  };
  const ports = {
    ...{ locks, channel, env: { mono: () => now }, report: (surprise: unknown) => events.push(String(surprise)) },
    life: {
      isVisible: () => visible,
      watch: (watcher: (now: 'visible' | 'hidden') => void) => {
        see = watcher;
        return () => {};
      },
    },
    timer: {
      after: (ms: number, run: () => void) => {
        const job = { at: now + ms, run };
        jobs.push(job);
        return () => {
          jobs = jobs.filter((other) => other !== job);
        };
      },
    },
  };
  const seat = { lead: () => events.push('lead'), stop: () => events.push('stop') };
  const leader = leadInOneTab(ports, 'sync', seat);
  return {
    ...{ events, said, leader, hear: (message: unknown) => hear(message) },
    show: async (next: boolean) => {
      visible = next;
      see(next ? 'visible' : 'hidden');
      await Promise.resolve();
    },
    pass: async (ms: number) => {
      now += ms;
      const due = jobs.filter((job) => job.at <= now);
      jobs = jobs.filter((job) => job.at > now);
      for (const job of due) job.run();
      await Promise.resolve();
    },
  };
}

function locksHeldElsewhere() {
  const asked: boolean[] = [];
  const locks: Locks = {
    hold: async (_name, { steal, giveUp }, work) => {
      asked.push(steal);
      if (steal) await work(new AbortController().signal);
      else await new Promise<void>((resolve) => giveUp.addEventListener('abort', () => resolve()));
      return steal;
    },
  };
  return { locks, asked };
}

test('without locks in the browser the tab just syncs, while it is seen', async () => {
  const { events, show, said } = tab(null);
  await Promise.resolve();
  expect(events).toEqual(['lead']);
  expect(said).toHaveLength(1);
  await show(false);
  await show(true);
  expect(events).toEqual(['lead', 'stop', 'lead']);
});

test('a tab waits behind a holder that gives signs of life', async () => {
  const { locks, asked } = locksHeldElsewhere();
  const { events, said, hear, pass } = tab(locks);
  for (let beat = 0; beat < 12; beat += 1) {
    await pass(10_000);
    hear('leader-beat');
  }
  expect(events).toEqual([]);
  expect(said).toEqual([]);
  expect(asked).toEqual([false]);
});

test('a holder that is silent for 30 seconds loses the lock to a tab that is seen', async () => {
  const { locks, asked } = locksHeldElsewhere();
  const { events, pass } = tab(locks);
  for (let turn = 0; turn < 3; turn += 1) await pass(10_000);
  expect(asked).toEqual([false, true]);
  expect(events).toEqual(['lead']);
});

test('a hidden tab takes no lock from anybody', async () => {
  const { locks, asked } = locksHeldElsewhere();
  const { events, pass, show } = tab(locks);
  await show(false);
  for (let turn = 0; turn < 6; turn += 1) await pass(10_000);
  expect(asked).toEqual([false]);
  expect(events).toEqual([]);
});
