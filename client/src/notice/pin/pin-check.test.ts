import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { isPin, sealPin, waitBeforeTry, type KeptPin } from './pin-check.ts';
import { pinOf } from './pin-store.ts';

const ANNA = { companyId: 'company', userId: 'anna' };
const wrongTimes = (wrong: number, wrongAt: number): KeptPin => ({
  ...{ v: 1, salt: '00', rounds: 310_000, hash: '' },
  wrong,
  wrongAt,
});

describe('the PIN that takes the tablet back', () => {
  test('is four to eight digits', () => {
    expect(['1234', '12345678'].map(isPin)).toEqual([true, true]);
    expect(['123', '123456789', '12a4', ''].map(isPin)).toEqual([false, false, false, false]);
  });

  test('is nowhere on the device as it was typed, and differs with every salt', async () => {
    const [one, two] = await Promise.all([1, 2].map((fill) => sealPin('2468', new Uint8Array(16).fill(fill))));
    expect(JSON.stringify(one)).not.toContain('2468');
    expect(one?.hash).not.toBe(two?.hash);
    expect(one?.rounds).toBeGreaterThanOrEqual(210_000);
  });

  test('opens for the right digits only, and belongs to one person', async () => {
    const pin = pinOf(ANNA);
    expect(await pin.isSet()).toBe(false);
    await pin.set('2468');
    expect(await pin.isSet()).toBe(true);
    expect(await pinOf({ ...ANNA, userId: 'peter' }).isSet()).toBe(false);
    expect(await pin.tryIt('1111')).toEqual({ kind: 'wrong' });
    expect(await pin.tryIt('2468')).toEqual({ kind: 'right' });
  });

  test('makes a guesser wait after three, also after a reload, and forgives the right one', async () => {
    const pin = pinOf({ ...ANNA, userId: 'guessed' });
    await pin.set('2468');
    for (const guess of ['0000', '1111', '2222']) expect(await pin.tryIt(guess)).toEqual({ kind: 'wrong' });
    const again = pinOf({ ...ANNA, userId: 'guessed' });
    expect((await again.tryIt('2468')).kind).toBe('wait');
    expect(await again.waiting()).toBeGreaterThan(3000);
  });

  test('waits longer every time, five minutes at most, and never longer because a clock was set back', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map(
      (wrong) => waitBeforeTry(wrongTimes(wrong, 1000), 1000) / 1000,
    );
    expect(waits).toEqual([0, 0, 0, 5, 15, 30, 60, 120, 300, 300, 300]);
    expect(waitBeforeTry(wrongTimes(3, 1_000_000), 0)).toBe(5000);
    expect(waitBeforeTry(wrongTimes(3, 0), 5000)).toBe(0);
  });
});
