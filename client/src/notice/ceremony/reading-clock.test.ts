import { expect, test } from 'vitest';
import { createReadingClock } from './reading-clock.ts';

function atDesk(told: readonly string[] = []) {
  let at = 0;
  const clock = createReadingClock(() => at, told);
  return { clock, wait: (ms: number) => (at += ms) };
}

test('a section is told once, with the time it stood on the glass, when it has left it', () => {
  const { clock, wait } = atDesk();
  clock.show('claims', true, false);
  wait(3000);
  expect(clock.take(false)).toEqual([]);
  clock.show('claims', true, true);
  wait(500);
  clock.show('claims', false, true);
  wait(9000);
  expect(clock.take(false)).toEqual([{ section: 'claims', ms: 3500 }]);
  clock.show('claims', true, true);
  clock.show('claims', false, true);
  expect(clock.take(true)).toEqual([]);
});

test('coming back adds to the time; what was never seen to its end is not read', () => {
  const { clock, wait } = atDesk();
  clock.show('payment', true, false);
  wait(1000);
  clock.show('payment', false, false);
  clock.show('law', true, false);
  wait(400);
  clock.show('payment', true, true);
  wait(1000);
  expect(clock.take(true)).toEqual([{ section: 'payment', ms: 2000 }]);
});

test('time behind the cover does not count', () => {
  const { clock, wait } = atDesk();
  clock.show('claims', true, true);
  wait(1000);
  clock.pause();
  wait(60_000);
  clock.show('claims', true, true);
  wait(500);
  expect(clock.take(true)).toEqual([{ section: 'claims', ms: 1500 }]);
});

test('what was told before the tablet was started anew is not told again', () => {
  const { clock } = atDesk(['claims']);
  clock.show('claims', true, true);
  expect(clock.take(true)).toEqual([]);
});
