/** Who dies when. Drawn from the seed; everything that dies is started again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from './world.ts';

/** Until told to stop; answers when everything that was killed is up again. */
export function letFateLoose(world: World): () => Promise<void> {
  const end = new AbortController();
  const under: Promise<void>[] = [];
  const strike = (what: string, blow: () => Promise<void>): void => {
    under.push(blow().catch((error: unknown) => world.say(`${what} did not come back: ${String(error)}`)));
  };
  const every = async (least: number, most: number, blow: () => void): Promise<void> => {
    while (await waited(least + world.dice.below(most - least), end.signal)) blow();
  };
  const loops = [
    every(8000, 22_000, () => strikeSomebody(world, strike)),
    every(60_000, 90_000, () => strike('PostgreSQL', () => killDatabase(world))),
  ];
  return async () => {
    end.abort();
    await Promise.all(loops);
    await Promise.all(under);
  };
}

function strikeSomebody(world: World, strike: (what: string, blow: () => Promise<void>) => void): void {
  const { dice, front, back } = world;
  const thrown = dice.below(100);
  if (thrown < 40) strike('a browser', () => killPhone(world));
  else if (thrown < 70) strike('a server', () => killServer(world));
  else if (thrown < 84) strike('the line', () => front.cut(2000 + dice.below(4000)));
  else if (thrown < 92) strike('the line to the database', () => back.mute(200 + dice.below(1500)));
  else strike('the line to the database', async () => back.reset());
}

async function killPhone({ dice, phones, busy, tally, say }: World): Promise<void> {
  const phone = dice.pick(phones);
  if (!busy.take(phone)) return;
  tally.kills.browser += 1;
  await phone.die();
  await pause(dice.below(2500));
  for (let tries = 1; ; tries += 1) {
    try {
      await phone.open();
      break;
    } catch (error) {
      say(`phone ${phone.number} does not open: ${String(error).slice(0, 200)}`);
      await phone.die();
      if (tries === 5) throw error;
    }
  }
  busy.free(phone);
}

async function killServer({ dice, servers, busy, tally }: World): Promise<void> {
  const server = dice.pick(servers);
  if (!busy.take(server)) return;
  tally.kills.server += 1;
  await server.kill('SIGKILL');
  await pause(dice.below(2000));
  await startAgain(server.restart);
  busy.free(server);
}

async function killDatabase({ dice, database, back, tally }: World): Promise<void> {
  tally.kills.postgres += 1;
  await database.killAndRestart(dice.below(2000));
  back.leadTo(database.port());
}

/** A server that finds no database says so and ends; whoever looks after it starts it again. */
async function startAgain(restart: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await restart();
    } catch (error) {
      if (tries === 20) throw error;
      await pause(500);
    }
  }
}

async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  return pause(ms, true, { signal }).catch(() => false);
}
