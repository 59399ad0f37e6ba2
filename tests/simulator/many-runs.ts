import { commands } from './commands.ts';
import { diagramOf } from './diagram.ts';
import { allBugs } from './all-bugs.ts';
import { addEvents, NO_EVENTS, type Events } from './eventful.ts';
import * as invariants from './invariants.ts';
import { planFrom } from './plan.ts';
import { runPlan, type GivenRun, type OpenTier } from './run-plan.ts';
import { replay, shrink, type Counterexample } from './shrink.ts';
import { hashOfHashes } from './trace.ts';
import { commandAt } from './weighted-commands.ts';
import type { Tier, Violation } from './world.ts';

export interface Asked {
  readonly tier: Tier;
  readonly from: number;
  readonly runs: number;
  readonly bug: string | null;
  /** Looks at one run only: the one at this path of seed `from`. */
  readonly path: string | null;
  /** Stops after the first run that went wrong. */
  readonly firstOnly: boolean;
  /** Makes what went wrong as small as it gets before it is told. */
  readonly shrinks: boolean;
  /** A PostgreSQL that already runs, for tier 2. */
  readonly postgresUrl?: string;
}

export interface Found extends Violation {
  readonly seed: number;
  readonly path: string;
  /** The story as `regressions.ts` keeps them: its seed, and its commands by name with their dice. */
  readonly plan: { readonly seed: number; readonly steps: readonly (readonly [command: string, dice: number])[] };
  readonly diagram: string;
}

export interface ManyRuns {
  readonly runs: number;
  readonly steps: number;
  readonly hashes: readonly string[];
  readonly violations: readonly Found[];
  readonly events: Events;
}

/** One after the other. */
export async function manyRuns(asked: Asked): Promise<ManyRuns> {
  const tier = await openTier(asked);
  try {
    const given = { tier, commands, invariants, bug: await bugNamed(asked.bug) };
    return await (asked.path === null ? runAll(given, asked) : runOne(given, asked.from, asked.path));
  } finally {
    await tier.stop();
  }
}

export function traceHashOf({ hashes }: Pick<ManyRuns, 'hashes'>): string {
  return hashOfHashes(hashes);
}

async function runAll(given: Omit<GivenRun, 'plan'>, { from, runs, firstOnly, shrinks }: Asked): Promise<ManyRuns> {
  const hashes: string[] = [];
  const violations: Found[] = [];
  let steps = 0;
  let events = NO_EVENTS;
  for (let seed = from; seed < from + runs; seed += 1) {
    const plan = planFrom(seed);
    const run = await runPlan({ ...given, plan });
    // Whatever else this process has to do gets its turn between two worlds, never within one.
    await new Promise((resolve) => setImmediate(resolve));
    hashes.push(run.traceHash);
    steps += run.steps;
    events = addEvents(events, run.events);
    if (run.violations.length === 0) continue;
    violations.push(...foundIn(seed, shrinks ? await shrink(given, seed) : { path: '0', plan, run }));
    if (firstOnly) break;
  }
  return { runs: hashes.length, steps, hashes, violations, events };
}

async function runOne(given: Omit<GivenRun, 'plan'>, seed: number, path: string): Promise<ManyRuns> {
  const one = await replay(given, seed, path);
  const { steps, traceHash, events } = one.run;
  return { runs: 1, steps, hashes: [traceHash], violations: foundIn(seed, one), events };
}

function foundIn(seed: number, { path, plan, run }: Counterexample): readonly Found[] {
  const diagram = diagramOf(run.happenings);
  const steps = plan.steps.map(({ command, dice }) => [commandAt(commands, command).name, dice] as const);
  return run.violations.map(({ invariant, what }) => ({
    ...{ seed, path, invariant, what, diagram },
    plan: { seed: plan.seed, steps },
  }));
}

/** Only the wanted tier is loaded: the second needs a database. */
async function openTier({ tier, postgresUrl }: Asked): Promise<OpenTier> {
  if (tier === 1) return (await import('./world-1/open-world.ts')).openTier1();
  return (await import('./world-2/open-world.ts')).openTier2(postgresUrl);
}

async function bugNamed(name: string | null) {
  if (name === null) return null;
  const bug = (await allBugs()).find((one) => one.name === name);
  if (bug === undefined) throw new Error(`there is no bug called ${name}`);
  return bug;
}
