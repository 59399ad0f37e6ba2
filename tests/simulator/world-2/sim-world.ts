/** One world of tier 2: founded, told what to do, let go on, healed, and cleared away. */
import { createHash } from 'node:crypto';
import type { SessionAnswer } from '@cession/server/people/session-actor.ts';
import { diceOf } from '../dice.ts';
import type { TracedWorld } from '../run-plan.ts';
import { createIds } from '../world-1/ids.ts';
import { DANUBE, firstRows, PEOPLE, VOLGA } from '../world-1/people.ts';
import type { Dice, Plan, Seams, SimPhone } from '../world.ts';
import { createFlow, settled } from './flow.ts';
import { createHashedTrace, type Note } from './hashed-trace.ts';
import { heal, MOST_EVENTS } from './heal.ts';
import type { Ground } from './open-world.ts';
import type { PhoneParts, WorldPhone } from './phone-body.ts';
import { createSimLine } from './sim-line.ts';
import { createSimOffice, type WorldOffice } from './sim-office.ts';
import { createSimPhone } from './sim-phone.ts';
import { createSimTime } from './sim-time.ts';
import { createSimTruth } from './sim-truth.ts';

let worlds = 0;

export async function createWorld2(ground: Ground, plan: Plan, seams: Seams): Promise<TracedWorld> {
  worlds += 1;
  const nature = createNature(plan, seams, `sim-${worlds}`);
  const { ids, chance, time, trace, line, phones, settle, surprises } = nature;
  const { dice } = chance;
  await ground.db.empty(ids.next());
  const office = openOffice(ground, nature);
  for (const companyId of [DANUBE, VOLGA]) await office.found(companyId, firstRows(companyId));
  const flow = createFlow({ line, office, settle });
  // While time passes, what is on its way arrives.
  const advance = (ms: number) => time.advance(ms, () => flow.goOn(dice, MOST_EVENTS));
  const truth = createSimTruth(ground.db.eye, office.written);
  return {
    ...{ tier: 2, people: PEOPLE, phones, office, truth, advance, happenings: trace.happenings, id: ids.next },
    takeDice: (next) => {
      chance.take(next);
      ids.takeDice(diceOf(next.below(0x7fff_ffff)));
    },
    rest: settle,
    note: (what) => trace.note({ who: '', what }),
    traceHash: trace.hash,
    surprises: () => surprises,
    addPhone: (actor) => addPhone(nature, actor),
    goOn: flow.goOn,
    heal: (rounds) => heal({ phones, office, flow, advance, dice, truth }, rounds),
    stop: async () => {
      for (const phone of phones) await phone.end();
    },
  };
}

/** All that is there before the server is. */
function createNature(plan: Plan, seams: Seams, prefix: string) {
  const ids = createIds(plan.seed);
  const chance = createChance(diceOf(plan.seed));
  const time = createSimTime();
  const trace = createHashedTrace(time.now);
  const line = createSimLine({ elapsed: time.elapsed, note: trace.note, dice: chance.dice });
  const phones: WorldPhone[] = [];
  const surprises: unknown[] = [];
  let acks = 0;
  return {
    ...{ seams, ids, chance, time, trace, line, phones, surprises },
    settle: () => settled(phones),
    dbName: (own: string) => `${prefix}-${own}`,
    nextAck: () => (acks += 1),
  };
}

type Nature = ReturnType<typeof createNature>;

function openOffice(ground: Ground, { line, trace, seams, chance, time, ids, surprises }: Nature): WorldOffice {
  const { dice } = chance;
  return createSimOffice({
    ...{ ...ground, line, note: trace.note, seams, dice },
    env: {
      ...{ now: time.now, mono: time.elapsed, uuid: ids.next, rand: () => dice.below(1000) / 1000 },
      hash: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    },
    log: logTo(trace.note, surprises),
    who: async (headers) => session(headers.get('cookie')),
  });
}

async function addPhone(nature: Nature, actor: PhoneParts['actor']): Promise<SimPhone> {
  const { phones, line, time, seams, chance, ids, trace, settle, dbName, nextAck } = nature;
  const phone = createSimPhone({
    ...{ name: `p${phones.length + 1}`, actor, line, time, seams, settle, dbName, nextAck },
    ...{ dice: chance.dice, uuid: ids.next, note: trace.note },
    joined: (twin) => void phones.push(twin),
  });
  phones.push(phone);
  await phone.start();
  return phone;
}

/** Dice that can be exchanged while others hold them. */
function createChance(first: Dice): { readonly dice: Dice; take(next: Dice): void } {
  let now = first;
  return {
    dice: { below: (n) => now.below(n), chance: (percent) => now.chance(percent), pick: (from) => now.pick(from) },
    take: (next) => void (now = next),
  };
}

function session(cookie: string | null): SessionAnswer {
  const found = PEOPLE.find(({ userId }) => cookie === `person=${userId}`);
  if (found === undefined) return { kind: 'signed-out' };
  return { kind: 'signed-in', actor: found, name: found.userId, email: `${found.userId}@example` };
}

/** What the server finds worth a line is for whoever reads the trace; what it calls an error is a bug. */
function logTo(note: Note, surprises: unknown[]) {
  const say = (event: string) => note({ who: 'server', what: `~ ${event}` });
  return {
    info: () => undefined,
    warn: say,
    error: (event: string, fields: Readonly<Record<string, unknown>> = {}) => {
      say(event);
      surprises.push(fields['error'] ?? event);
    },
  };
}
