import { expect, test } from 'vitest';
import { inParallel } from './in-parallel.ts';
import { manyRuns, type Asked, type Found } from './many-runs.ts';

const asked: Asked = { tier: 1, from: 1, runs: 2000, bug: null, path: null, firstOnly: true, shrinks: true };

/** What a person needs who has to find out why. */
function inWords(violations: readonly Found[]): readonly string[] {
  return violations.map(({ seed, path, invariant, what }) => `--from ${seed} --path ${path}: ${invariant}: ${what}`);
}

test('2,000 stories of phones that lie, die and lose their signal end with everything promised (I1 to I14)', async () => {
  const { runs, steps, violations } = await inParallel(asked);
  expect(inWords(violations)).toEqual([]);
  expect(runs).toBe(asked.runs);
  expect(steps).toBeGreaterThan(60_000);
});

test('the same seed tells the same story, to the last message', async () => {
  const fifty = { ...asked, from: 5000, runs: 50 };
  const [once, again] = [await manyRuns(fifty), await manyRuns(fifty)];
  expect(again.hashes).toEqual(once.hashes);
  expect(new Set(once.hashes).size).toBe(fifty.runs);
});
