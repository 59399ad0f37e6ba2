import { expect, inject, test } from 'vitest';
import { inParallel } from './in-parallel.ts';
import { manyRuns, type Asked, type Found } from './many-runs.ts';

const asked: Asked = {
  ...{ tier: 2, from: 1, runs: 150, bug: null, path: null, firstOnly: true, shrinks: true },
  postgresUrl: inject('postgresUrl'),
};

/** What a person needs who has to find out why. */
function inWords(violations: readonly Found[]): readonly string[] {
  return violations.map(({ seed, path, invariant, what }) => `--from ${seed} --path ${path}: ${invariant}: ${what}`);
}

test('150 stories over real storage, two real server processes and one PostgreSQL end with everything promised (I1 to I14)', async () => {
  const { runs, steps, violations, events } = await inParallel(asked);
  expect(inWords(violations)).toEqual([]);
  expect(runs).toBe(asked.runs);
  expect(steps).toBeGreaterThan(4000);
  // People clashed, decided, were returned, accepted and refused.
  for (const [what, count] of Object.entries(events)) expect(count, what).toBeGreaterThan(0);
}, 600_000);

test('the same seed tells the same story, although several connections are at work at once', async () => {
  const fifteen = { ...asked, from: 1, runs: 15 };
  const [once, again] = [await manyRuns(fifteen), await manyRuns(fifteen)];
  expect(again.hashes).toEqual(once.hashes);
});
