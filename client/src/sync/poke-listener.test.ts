import { expect, test } from 'vitest';
import { listenForPokes } from './poke-listener.ts';
import type { PageLife, Timer } from '../device/ports.ts';

class FakeSource extends EventTarget {
  readonly CLOSED = 2;
  readyState = 1;
  closed = false;
  close(): void {
    this.closed = true;
  }
}

function listening() {
  const sources: FakeSource[] = [];
  const jobs: (() => void)[] = [];
  let see: (now: 'visible' | 'hidden') => void = () => {};
  let pokes = 0;
  const life: PageLife = {
    isVisible: () => true,
    watch: (watcher) => {
      see = watcher;
      return () => {};
    },
  };
  const timer: Timer = { after: (_ms, run) => (jobs.push(run), () => {}) };
  const open = () => {
    const source = new FakeSource();
    sources.push(source);
    return source as unknown as EventSource; // the four members the listener uses
  };
  const stop = listenForPokes(life, timer, () => (pokes += 1), open);
  return { sources, jobs, stop, show: (now: 'visible' | 'hidden') => see(now), pokes: () => pokes };
}

test('a poke is heard, a hidden page listens to nobody, a page seen again listens anew', () => {
  const { sources, show, pokes, stop } = listening();
  sources[0]?.dispatchEvent(new Event('poke'));
  expect(pokes()).toBe(1);
  show('hidden');
  expect(sources[0]?.closed).toBe(true);
  show('visible');
  expect(sources).toHaveLength(2);
  stop();
  expect(sources[1]?.closed).toBe(true);
});

test('a line the browser gave up is opened again later', () => {
  const { sources, jobs } = listening();
  const [first] = sources;
  if (first) first.readyState = first.CLOSED;
  first?.dispatchEvent(new Event('error'));
  for (const job of jobs) job();
  expect(sources).toHaveLength(2);
});
