import { expect, test } from 'vitest';
import { allBugs } from './all-bugs.ts';
import { commands } from './commands.ts';
import * as invariants from './invariants.ts';
import { planFrom } from './plan.ts';
import { runPlan } from './run-plan.ts';
import { openTier1 } from './world-1/open-world.ts';
import type { Bug } from './world.ts';

const MOST_RUNS = 500;
const bugs = (await allBugs()).filter(({ tier }) => tier === 1);

/** After how many stories one of the promises is seen broken that this bug breaks; null: in none of them. */
async function runsUntilFound(bug: Bug): Promise<number | null> {
  const tier = await openTier1();
  for (let seed = 1; seed < MOST_RUNS; seed += 1) {
    const { violations } = await runPlan({ plan: planFrom(seed), tier, bug, commands, invariants });
    if (violations.some(({ invariant }) => bug.breaks.includes(invariant))) return seed;
  }
  return null;
}

test('there are bugs to be found', () => {
  expect(bugs.length).toBeGreaterThan(0);
});

test.each(bugs)('a product with the bug "$name" breaks its promise in less than 500 stories', async (bug) => {
  expect(await runsUntilFound(bug)).not.toBeNull();
});
