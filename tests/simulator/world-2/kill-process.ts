/** A server process that dies at some statement of some request, or when the answer was about to go out. */
import { never } from '../world-1/lifeline.ts';
import type { Dice } from '../world.ts';
import type { Delivery } from './deliver.ts';
import type { Heard, Parcel } from './parcel.ts';
import { PROCESSES, type Pools } from './server-pair.ts';
import type { ServerProcess } from './server-process.ts';
import type { SimDatabase } from './sim-database.ts';
import { throughGate, type Gate } from './statement-gate.ts';

/** A push of a few mutations takes about as many statements. */
const MOST_STATEMENTS = 40;

export async function killProcess(of: Delivery & { readonly pools: Pools }, dice: Dice): Promise<void> {
  const { servers, db, line, note, pools } = of;
  const place = dice.below(PROCESSES);
  const victim = servers.all()[place];
  if (victim === undefined) return;
  const doom = createDoom(victim.name, dice.below(MOST_STATEMENTS), db);
  const requests = line.ready().filter(({ phase }) => phase === 'request');
  const parcel = requests.length > 0 ? dice.pick(requests) : null;
  if (parcel !== null) {
    await Promise.race([answered(parcel, victim, doom.gate), doom.fell]);
    line.remove(parcel);
    parcel.breaks();
  }
  const over = parcel === null ? '' : ` over a ${parcel.kind}`;
  note({ who: 'office', what: `process ${place} is killed${over}${doom.isDead() ? ' in the middle' : ''}` });
  if (!doom.isDead()) await doom.fall();
  await pools.renew(place);
  const successor = servers.restart(place);
  if (dice.chance(50)) await successor.spine.leftOver.runOnce(true);
}

/** Nobody may be there any more to wait for the answer, or for its failing. */
function answered(parcel: Parcel, by: ServerProcess, gate: Gate): Promise<Heard> {
  const answer = throughGate(gate, () => parcel.send(by.fetchIt));
  answer.catch(() => undefined);
  return answer;
}

interface Doom {
  readonly gate: Gate;
  readonly fell: Promise<null>;
  isDead(): boolean;
  fall(): Promise<void>;
}

/** The process falls before this statement. */
function createDoom(processName: string, statement: number, db: SimDatabase): Doom {
  const { promise: fell, resolve } = Promise.withResolvers<null>();
  let left = statement;
  let isDead = false;
  const fall = async (): Promise<void> => {
    isDead = true;
    await db.cutOff(processName);
    resolve(null);
  };
  const pass = async (): Promise<void> => {
    left -= 1;
    if (left === 0 && !isDead) await fall();
    if (isDead) await never();
  };
  return { gate: { pass }, fell, isDead: () => isDead, fall };
}
