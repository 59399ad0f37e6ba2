import { diceOf } from '../dice.ts';
import { createTrace, type Trace } from '../trace.ts';
import type { OpenTier, TracedWorld } from '../run-plan.ts';
import type { Dice, Plan, Seams, SimOffice, SimPhone } from '../world.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { createModelServer } from '../server-model/model-server.ts';
import { createFrontDoor, type FrontDoor } from './front-door.ts';
import { createIds } from './ids.ts';
import { DANUBE, firstRows, PEOPLE, VOLGA } from './people.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { EMPTY_DISK, type DiskState } from './sim-disk.ts';
import { createSimPhone, type OwnPhone } from './sim-phone.ts';

const START_MS = Date.UTC(2026, 10, 20, 8);

export async function openTier1(): Promise<OpenTier> {
  return { world: openWorld, stop: async () => undefined };
}

async function openWorld(plan: Plan, seams: Seams): Promise<TracedWorld> {
  const trace = createTrace();
  const scheduler = createScheduler(START_MS, (at, { who, what }) => trace.note({ at, who, what }));
  const ids = createIds(plan.seed);
  const takeDice = (dice: Dice) => {
    scheduler.takeDice(dice);
    ids.takeDice(diceOf(dice.below(0x7fff_ffff)));
  };
  takeDice(diceOf(plan.seed));
  const surprises: unknown[] = [];
  const surprise = (error: unknown) => void surprises.push(error);
  const server = createServer(scheduler, ids.next, seams, surprise);
  const cast: Cast = { trace, scheduler, seams, uuid: ids.next, own: [], acknowledged: 0 };
  const door = createFrontDoor(server, scheduler, surprise);
  const office = officeOf(server, scheduler, door, (who, what) => trace.note({ at: scheduler.now(), who, what }));
  for (const companyId of [DANUBE, VOLGA]) await scheduler.until(server.writeRows(companyId, firstRows(companyId)));
  return {
    ...{ tier: 1, people: PEOPLE, truth: server.truth, happenings: trace.happenings, takeDice, office },
    get phones() {
      return cast.own.map(({ phone }) => phone);
    },
    id: ids.next,
    goOn: (dice, events) => scheduler.goOn(dice, events).then(() => undefined),
    note: (what) => trace.note({ at: scheduler.now(), who: '', what }),
    traceHash: trace.hash,
    surprises: () => surprises,
    addPhone: (actor) => addPhone(cast, door, `p${cast.own.length + 1}`, actor, EMPTY_DISK),
    advance: (ms) => scheduler.advance(ms),
    heal: (rounds) => heal(server, office, scheduler, cast.own, rounds),
    stop: async () => undefined,
  };
}

function createServer(scheduler: Scheduler, uuid: () => string, seams: Seams, surprise: (error: unknown) => void) {
  return createModelServer({
    step: (what) => scheduler.turn({ who: 'server', what }),
    ...{ now: scheduler.now, mono: scheduler.now, uuid, seams, surprise },
    rand: () => scheduler.dice().below(1_000_000) / 1_000_000,
    timer: { after: (ms, work) => ({ cancel: scheduler.after(ms, work) }) },
  });
}

/** Everybody with a phone. */
interface Cast {
  readonly trace: Trace;
  readonly scheduler: Scheduler;
  readonly seams: Seams;
  readonly uuid: () => string;
  readonly own: OwnPhone[];
  acknowledged: number;
}

async function addPhone(
  cast: Cast,
  door: FrontDoor,
  name: string,
  actor: SyncActor,
  state: DiskState,
): Promise<SimPhone> {
  const { trace, scheduler, seams, uuid } = cast;
  const at = () => scheduler.now();
  const own = createSimPhone(
    {
      ...{ name, actor, scheduler, door, seams, uuid },
      copyTo: (other, same, copied) => addPhone(cast, door, other, same, copied),
      acknowledge: () => (cast.acknowledged += 1),
      tell: (what) => trace.note({ at: at(), who: name, what }),
      note: ({ what, isToServer, kind, isAnswer, text, body }) => {
        const [who, to] = isToServer ? [name, 'server'] : ['server', name];
        trace.note({ at: at(), who, to, what, message: { kind, isAnswer, actor, body } }, text);
      },
    },
    state,
  );
  cast.own.push(own);
  await own.phone.start();
  return own.phone;
}

type Server = ReturnType<typeof createModelServer>;
const PROCESSES = ['s1', 's2'] as const;
const DOWN_MS = 5000;
const ROUND_MS = 31_000;
/** Longer than anything in the product rests by itself. */
const LONG_MS = 11 * 60_000;
const FINAL_ROUNDS = 10;

function officeOf(
  server: Server,
  scheduler: Scheduler,
  door: FrontDoor,
  tell: (who: string, what: string) => void,
): SimOffice {
  return {
    killProcess: async () => {
      const process = scheduler.dice().pick(PROCESSES);
      if (!server.isUp(process)) return;
      tell('office', `kills ${process}`);
      server.kill(process);
      door.hangUp(process);
      scheduler.after(scheduler.dice().below(DOWN_MS), () => server.revive(process));
    },
    backup: async () => {
      tell('office', 'makes a backup');
      server.backup();
    },
    restore: async () => {
      tell('office', 'restores the backup');
      server.restore();
      for (const process of PROCESSES) door.hangUp(process);
    },
    deploy: async (version) => {
      tell('office', `deploys the server of ${version}`);
      server.deploy(version);
      for (const process of PROCESSES) door.hangUp(process);
    },
    perform: (actor, name, args) => {
      tell('desk', `does ${name}`);
      return scheduler.until(server.perform(actor, name, args));
    },
    work: () => scheduler.until(server.work()),
  };
}

async function heal(server: Server, office: SimOffice, scheduler: Scheduler, own: readonly OwnPhone[], rounds: number) {
  for (const process of PROCESSES) if (!server.isUp(process)) server.revive(process);
  await office.deploy('today');
  for (const phone of own) await phone.mend();
  const round = async (ms: number): Promise<string> => {
    await scheduler.sleep(ms);
    await scheduler.until(server.work());
    await scheduler.sleep(0);
    return fingerprint(server, own);
  };
  let before = await fingerprint(server, own);
  for (let left = rounds; left > 0; left -= 1) {
    for (const { phone } of own) phone.sync();
    // In the end whatever rests by itself gets its time; while a story is set up nothing does.
    const isLong = rounds >= FINAL_ROUNDS && left < rounds;
    const now = await round(isLong ? LONG_MS : ROUND_MS);
    if (now === before && (isLong || rounds < FINAL_ROUNDS)) return { isQuiet: true };
    before = now;
  }
  return { isQuiet: false };
}

async function fingerprint(server: Server, own: readonly OwnPhone[]): Promise<string> {
  const clocks = await Promise.all([DANUBE, VOLGA].map((companyId) => server.truth.clock(companyId)));
  return [...clocks, await server.truth.epoch(), ...own.map((phone) => phone.fingerprint())].join('\n');
}
