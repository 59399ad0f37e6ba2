import fc from 'fast-check';
import type { Plan, PlanStep } from './world.ts';

const MOST_STEPS = 80;
const MOST = 0x7fff_ffff;

/** Where the dice of a run begin is not worth shrinking: a smaller number is not a simpler one. */
const number = fc.noShrink(fc.nat(MOST));
const step: fc.Arbitrary<PlanStep> = fc.record({ command: number, dice: number });

/** Half of all plans have more than forty steps. Shrunk by leaving steps out; those that stay do what they did. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  seed: number,
  steps: fc.array(step, { minLength: 1, maxLength: MOST_STEPS, size: 'max' }),
});

/** How fast-check finds the plan of a seed first, and nothing after it. */
export function drawing(seed: number): fc.Parameters<[Plan]> {
  return { seed, numRuns: 1, unbiased: true };
}

export function planFrom(seed: number): Plan {
  const [plan] = fc.sample(plans, { seed, numRuns: 1, unbiased: true });
  if (plan === undefined) throw new Error('fast-check drew nothing');
  return plan;
}
