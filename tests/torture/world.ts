/** Everything of one run: database, servers, lines, phones; built up, and taken down to the last process. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startApp, type AppEnv, type AppProcess } from '../support/app-process.ts';
import { repoRoot } from '../support/run-step.ts';
import { openSavedFile, type SavedFile } from './acknowledged.ts';
import { openBackLine, type BackLine } from './back-line.ts';
import { bundleDriver } from './bundle-driver.ts';
import { startDatabase, type RealDatabase } from './database.ts';
import { diceFrom, type Dice } from './dice.ts';
import { openFrontLine, type FrontLine } from './front-line.ts';
import type { Options } from './options.ts';
import { Phone, type Owner } from './phone.ts';
import { createTally, type Tally } from './tally.ts';

export interface World {
  readonly dice: Dice;
  readonly tally: Tally;
  readonly saved: SavedFile;
  readonly database: RealDatabase;
  readonly front: FrontLine;
  readonly back: BackLine;
  readonly servers: readonly AppProcess[];
  readonly phones: readonly Phone[];
  /** Whoever is being killed and started again is left alone meanwhile. */
  readonly busy: { take(whom: object): boolean; free(whom: object): void };
  say(words: string): void;
}

/** Two phones of one rep, one of a colleague, one of another company; more of them in this order. */
const OWNERS: readonly Owner[] = [
  { name: 'Nagy Péter', email: 'rep1@danube.example' },
  { name: 'Kovács Júlia', email: 'rep2@danube.example' },
  { name: 'Nagy Péter', email: 'rep1@danube.example' },
  { name: 'Иванов Алексей', email: 'rep@volga.example' },
];

/** What ends what has been begun, last first; `now` for an end that cannot wait. */
export interface Endings {
  add(name: string, end: () => Promise<void> | void, now?: () => void): void;
  endAll(): Promise<void>;
  endNow(): void;
}

export async function buildWorld(options: Options, say: World['say'], endings: Endings): Promise<World> {
  const dice = diceFrom(options.seed);
  const tally = createTally();
  buildScreens();
  const own = await bundleDriver();
  const root = mkdtempSync(join(tmpdir(), 'cession-torture-'));
  const forget = (): void => rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  endings.add('folder', forget, forget);
  const saved = openSavedFile(join(root, 'saved.jsonl'));
  endings.add('file', saved.close);
  const database = await startDatabase(join(root, 'database'));
  endings.add('PostgreSQL', database.stop, database.killNow);
  const back = await openBackLine(tally);
  endings.add('back line', back.close);
  back.leadTo(database.port());
  const front = await openFrontLine(own, dice, tally);
  endings.add('front line', front.close);
  const servers = await startServers(database, back, front, join(root, 'server'), endings);
  front.leadTo(servers.map(({ url }) => Number(new URL(url).port)));
  const phones = Array.from({ length: options.phones }, (_, at) => {
    const owner = OWNERS[at % OWNERS.length];
    if (owner === undefined) throw new Error('every phone has an owner');
    const folder = join(root, `phone-${at}`);
    return new Phone({ number: at, owner, folder, url: front.url, saved, seed: () => dice.below(2 ** 31), say });
  });
  for (const phone of phones)
    endings.add(
      `phone ${phone.number}`,
      () => phone.die(),
      () => phone.killNow(),
    );
  return { dice, tally, saved, database, front, back, servers, phones, busy: whoIsBusy(), say };
}

function buildScreens(): void {
  if (existsSync(join(repoRoot, 'client', 'dist', 'index.html'))) return;
  // Standard output belongs to the result.
  const stdio = ['ignore', 2, 2] as const;
  const { status } = spawnSync('pnpm', ['--filter', '@cession/client', 'build'], { cwd: repoRoot, stdio: [...stdio] });
  if (status !== 0) throw new Error('the screens could not be built');
}

/** The first fills the database with the demo; the second finds it there. Both keep their keys in one folder. */
async function startServers(
  database: RealDatabase,
  back: BackLine,
  front: FrontLine,
  dataDir: string,
  endings: Endings,
): Promise<AppProcess[]> {
  mkdirSync(dataDir, { recursive: true });
  const behindLine = new URL(database.url());
  behindLine.port = String(back.port);
  const settings = {
    ...{ DATABASE_URL: behindLine.href, DATA_DIR: dataDir, DEMO: 'on', PUBLIC_URL: front.url },
    AUTH_SECRET: 'two servers that trust each other with one secret',
  };
  const servers: AppProcess[] = [];
  for (const _ of [1, 2]) {
    const server = await startPatiently({ ...settings, PORT: String(await freePort()) });
    endings.add('server', server.stop);
    servers.push(server);
  }
  return servers;
}

/** A busy machine may need more than one start's patience to fill the demo; what is there already stays. */
async function startPatiently(settings: AppEnv): Promise<AppProcess> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startApp(settings);
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

function whoIsBusy(): World['busy'] {
  const busy = new Set<object>();
  return {
    take: (whom) => {
      if (busy.has(whom)) return false;
      busy.add(whom);
      return true;
    },
    free: (whom) => void busy.delete(whom),
  };
}
