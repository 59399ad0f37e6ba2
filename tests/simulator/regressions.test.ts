import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import * as invariants from './invariants.ts';
import { regressions } from './regressions.ts';
import { runPlan } from './run-plan.ts';
import { numberOf } from './weighted-commands.ts';
import { openTier1 } from './world-1/open-world.ts';

test.each(regressions.filter(({ tier }) => tier === 1))('$name', async ({ plan: { seed, steps } }) => {
  const plan = { seed, steps: steps.map(([name, dice]) => ({ command: numberOf(commands, name), dice })) };
  const { violations } = await runPlan({ plan, tier: await openTier1(), bug: null, commands, invariants });
  expect(violations).toEqual([]);
});
