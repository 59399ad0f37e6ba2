import { expect, inject, test } from 'vitest';
import { commands } from './commands.ts';
import * as invariants from './invariants.ts';
import { regressions, type Regression } from './regressions.ts';
import { runPlan, type OpenTier } from './run-plan.ts';
import { numberOf } from './weighted-commands.ts';
import { openTier1 } from './world-1/open-world.ts';
import { openTier2 } from './world-2/open-world.ts';

const ofTier = (wanted: Regression['tier']) => regressions.filter(({ tier }) => tier === wanted);

async function tellAgain({ plan: { seed, steps } }: Regression, tier: OpenTier) {
  const plan = { seed, steps: steps.map(([name, dice]) => ({ command: numberOf(commands, name), dice })) };
  return (await runPlan({ plan, tier, bug: null, commands, invariants })).violations;
}

test.each(ofTier(1))('$name', async (regression) => {
  expect(await tellAgain(regression, await openTier1())).toEqual([]);
});

test.each(ofTier(2))('$name (real storage)', async (regression) => {
  const tier = await openTier2(inject('postgresUrl'));
  try {
    expect(await tellAgain(regression, tier)).toEqual([]);
  } finally {
    await tier.stop();
  }
});
