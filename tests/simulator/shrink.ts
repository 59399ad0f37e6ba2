import fc from 'fast-check';
import { drawing, planFrom, plans } from './plan.ts';
import { runPlan, type GivenRun, type PlanRun } from './run-plan.ts';
import type { Plan } from './world.ts';

/** The smallest story found that still goes wrong in the same way, and the way back to it. */
export interface Counterexample {
  readonly path: string;
  readonly plan: Plan;
  readonly run: PlanRun;
}

type Given = Omit<GivenRun, 'plan'>;

const MOST_TRIES = 600;

export async function shrink(given: Given, seed: number): Promise<Counterexample> {
  const first = await runPlan({ ...given, plan: planFrom(seed) });
  const invariants = new Set(first.violations.map(({ invariant }) => invariant));
  let smallest = { plan: planFrom(seed), run: first };
  let tries = 0;
  const holds = fc.asyncProperty(plans, async (plan) => {
    tries += 1;
    if (tries > MOST_TRIES) return true;
    const run = await runPlan({ ...given, plan });
    const isSame = run.violations.some(({ invariant }) => invariants.has(invariant));
    if (isSame) smallest = { plan, run };
    return !isSame;
  });
  const { counterexamplePath } = await fc.check(holds, drawing(seed));
  return { path: counterexamplePath ?? '0', ...smallest };
}

/** The story at the end of a path that `shrink` answered. */
export async function replay(given: Given, seed: number, path: string): Promise<Counterexample> {
  let found: Counterexample | null = null;
  const tell = fc.asyncProperty(plans, async (plan) => {
    found ??= { path, plan, run: await runPlan({ ...given, plan }) };
    return true;
  });
  await fc.check(tell, { ...drawing(seed), path, endOnFailure: true });
  if (found === null) throw new Error(`there is nothing at the path ${path} of seed ${seed}`);
  return found;
}
