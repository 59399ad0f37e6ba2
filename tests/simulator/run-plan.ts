import { diceOf } from './dice.ts';
import type { Command } from './commands/command.ts';
import { countEvents, NO_EVENTS, type Events } from './eventful.ts';
import { createPlay, type Play } from './play.ts';
import { commandAt } from './weighted-commands.ts';
import type { Bug, Dice, Happening, Plan, Seams, SimWorld, Violation } from './world.ts';

/** A world whose events can be told apart by one number. */
export interface TracedWorld extends SimWorld {
  traceHash(): string;
}

/** Opens worlds of one tier, one after the other. */
export interface OpenTier {
  world(plan: Plan, seams: Seams): Promise<TracedWorld>;
  stop(): Promise<void>;
}

export interface Invariants {
  afterStep(play: Play): Promise<readonly Violation[]>;
  atRest(play: Play): Promise<readonly Violation[]>;
}

export interface GivenRun {
  readonly plan: Plan;
  readonly tier: OpenTier;
  readonly bug: Bug | null;
  readonly commands: readonly Command[];
  readonly invariants: Invariants;
}

export interface PlanRun {
  readonly steps: number;
  readonly traceHash: string;
  readonly violations: readonly Violation[];
  readonly happenings: readonly Happening[];
  readonly events: Events;
}

const ROUNDS = 40;

/** One story from its first phone to the peace at its end, and what was not as promised. */
export async function runPlan(given: GivenRun): Promise<PlanRun> {
  const { plan, tier, bug } = given;
  const world = await tier.world(plan, bug?.seams ?? {});
  let steps = 0;
  let violations: readonly Violation[];
  let events = NO_EVENTS;
  try {
    violations = await tell(given, world, () => (steps += 1));
    events = await countEvents(world.truth);
  } catch (error) {
    violations = [{ invariant: 'thrown', what: error instanceof Error ? String(error.stack) : String(error) }];
  } finally {
    await world.stop();
  }
  const surprises = (world.surprises?.() ?? []).map((one) => ({ invariant: 'surprise', what: wordsOf(one) }));
  return {
    ...{ steps, traceHash: world.traceHash(), happenings: world.happenings, events },
    violations: [...violations, ...surprises],
  };
}

async function tell(
  { plan, commands, invariants }: GivenRun,
  world: TracedWorld,
  count: () => void,
): Promise<readonly Violation[]> {
  const play = await createPlay(world, diceOf(plan.seed));
  for (const step of plan.steps) {
    count();
    const command = commandAt(commands, step.command);
    world.note?.(`— ${command.name} —`);
    const dice: Dice = diceOf(step.dice);
    world.takeDice?.(diceOf(step.dice ^ 0x5eed));
    await command.run(play, dice);
    // Or it would be chance how far they are when somebody asks the database next.
    await world.rest?.();
    play.steps += 1;
    const violations = await invariants.afterStep(play);
    if (violations.length > 0) return violations;
  }
  world.note?.('— everything is well again —');
  world.takeDice?.(diceOf(plan.seed ^ 0x4ea1));
  const { isQuiet } = await world.heal(ROUNDS);
  const violations = await invariants.atRest(play);
  if (isQuiet) return violations;
  return [...violations, { invariant: 'I4', what: `nothing comes to rest within ${ROUNDS} rounds` }];
}

function wordsOf(thing: unknown): string {
  return thing instanceof Error ? String(thing.stack) : JSON.stringify(thing);
}
