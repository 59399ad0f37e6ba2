import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RegisterAnswer } from './ask-register.ts';
import { followHash, hashIn, type HashNews } from './follow-hash.ts';

const HASH = 'ab'.repeat(32);
const SEALED = { known: true, stage: 'sealed' } as Extract<RegisterAnswer, { known: true }>; // all that is read here

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  ['', null, null, false],
  ['#', null, null, false],
  [`#${HASH}`, HASH, null, false],
  [`#${HASH.toUpperCase()}`, HASH, null, false],
  ['#1A2B%203c4d%205e6f', '1a2b3c4d5e6f', null, false],
  ['#1a2b3c4d', null, '1a2b3c4d', false],
  [`#${HASH.slice(1)}`, null, null, true],
  [`#${HASH}0`, null, null, true],
  ['#<script>', null, null, true],
])(
  'the address %j holds the hash %j or the code %j, and anything else is noticed',
  (fragment, hash, code, isGarbled) => {
    expect(hashIn(fragment)).toEqual({ hash, code, isGarbled });
  },
);

test('it asks ever less often until the paper is sealed, then never again', async () => {
  const answers: RegisterAnswer[] = [{ known: false }, 'unreachable', { known: false }, SEALED];
  const { asked, news } = follow(() => answers.shift() ?? SEALED);
  await vi.advanceTimersByTimeAsync(0);
  expect(news.at(-1)).toEqual({ answer: { known: false }, asking: false, goesOn: true });
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked).toEqual([0, 5_000, 15_000, 35_000]);
  expect(news.at(-1)).toEqual({ answer: SEALED, asking: false, goesOn: false });
});

test('nobody looks: nothing is asked until the page comes to the front', async () => {
  let visible = true;
  const { asked, follower } = follow(
    () => ({ known: false }),
    () => visible,
  );
  visible = false;
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked).toEqual([0]);
  visible = true;
  follower.askNow();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([0, 3_600_000]);
});

test('a page that went to another code says nothing more of this one', async () => {
  const { news, follower } = follow(() => SEALED);
  follower.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(news).toEqual([{ answer: null, asking: true, goesOn: true }]);
});

function follow(answer: () => RegisterAnswer, isVisible = () => true) {
  const asked: number[] = [];
  const news: HashNews[] = [];
  const began = Date.now();
  const ask = async (hash: string): Promise<RegisterAnswer> => {
    expect(hash).toBe(HASH);
    asked.push(Date.now() - began);
    return answer();
  };
  const follower = followHash(HASH, ask, isVisible, (each) => void news.push(each));
  return { asked, news, follower };
}
