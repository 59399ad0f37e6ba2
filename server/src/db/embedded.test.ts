import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbedded, type Embedded } from './embedded.ts';
import { stopPostmaster } from './embedded-postmaster.ts';
import { isRunning } from './process-identity.ts';

const isRoot = process.getuid?.() === 0;

function newDataDir(): string {
  const parent = mkdtempSync(join(tmpdir(), 'cession-embedded-'));
  onTestFinished(async () => {
    const pid = postmasterPid(join(parent, 'data'));
    if (pid !== undefined) await stopPostmaster(pid);
    rmSync(parent, { recursive: true, force: true });
  });
  return join(parent, 'data');
}

function postmasterPid(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The app in a process of its own, so that it can be killed. Resolves when its database is up. */
async function startElsewhere(
  dataDir: string,
  as?: { uid: number; gid: number },
): Promise<ChildProcess & { line: string }> {
  const module = JSON.stringify(join(import.meta.dirname, 'embedded.ts'));
  const program = `import(${module}).then(m => m.startEmbedded(${JSON.stringify(dataDir)}))
    .then(e => { console.log('up ' + e.url); setInterval(() => {}, 1000); }, e => console.log('refused ' + e.message));`;
  const child = spawn(process.execPath, ['-e', program], { ...as, stdio: ['ignore', 'pipe', 'inherit'], cwd: '/' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line]: string[] = await once(createInterface(child.stdout), 'line');
  return Object.assign(child, { line: line ?? '' });
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(statement);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('what is written is durable, alike on every machine, and seen by this machine only', async () => {
  const embedded = await startEmbedded(newDataDir(), { extraSettings: { max_connections: '33' } });
  const setting = (name: string) => ask(embedded.url, `select current_setting('${name}') as answer`);
  expect(await setting('fsync')).toBe('on');
  expect(await setting('synchronous_commit')).toBe('on');
  expect(await setting('full_page_writes')).toBe('on');
  expect(await setting('listen_addresses')).toBe('127.0.0.1');
  expect(await setting('max_connections')).toBe('33');
  expect(await setting('server_encoding')).toBe('UTF8');
  expect(await ask(embedded.url, "select lower('ЁЖ Ő') as answer")).toBe('ёж ő');
  expect(await ask(embedded.url, 'select rolsuper as answer from pg_roles where rolname = current_user')).toBe(false);
  await embedded.stop();
});

test('a database stays new until it was filled once, and its passwords are for its owner only', async () => {
  const dataDir = newDataDir();
  const newness: boolean[] = [];
  for (const confirm of [false, true, false]) {
    const embedded = await startEmbedded(dataDir);
    newness.push(embedded.isNew);
    if (confirm) embedded.confirmFirstUse();
    await embedded.stop();
  }
  expect(newness).toEqual([true, true, false]);
  expect(statSync(join(dataDir, 'postgres-keys.json')).mode & 0o777).toBe(0o600);
  expect(postmasterPid(dataDir)).toBeUndefined();
});

test('after a killed app the next start finds the running server and everything in it', async () => {
  const dataDir = newDataDir();
  const app = await startElsewhere(dataDir);
  await ask(app.line.slice(3), "create table note as select 'kept'::text as answer");
  const pid = postmasterPid(dataDir);
  await kill(app);
  const embedded = await startEmbedded(dataDir);
  expect(postmasterPid(dataDir)).toBe(pid);
  expect(await ask(embedded.url, 'select answer from note')).toBe('kept');
  await embedded.stop();
});

test('after a power cut, with app and server gone at once, the data is recovered', async () => {
  const dataDir = newDataDir();
  const app = await startElsewhere(dataDir);
  await ask(app.line.slice(3), "create table note as select 'kept'::text as answer");
  process.kill(postmasterPid(dataDir)!, 'SIGKILL');
  await kill(app);
  const embedded = await startEmbedded(dataDir);
  expect(await ask(embedded.url, 'select answer from note')).toBe('kept');
  await embedded.stop();
});

test('a pid file that names a living stranger does not stop the start', async () => {
  const dataDir = newDataDir();
  await (await startEmbedded(dataDir)).stop();
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n 1 2\nready\n`);
  const { uid, gid } = statSync(join(dataDir, 'postgres'));
  chownSync(pidFile, uid, gid);
  await (await startEmbedded(dataDir)).stop();
  expect(postmasterPid(dataDir)).toBeUndefined();
});

test('a second app on the same folder is refused in words, and the first goes on', async () => {
  const dataDir = newDataDir();
  const first = await startElsewhere(dataDir);
  await expect(startEmbedded(dataDir)).rejects.toThrow(`already running on ${dataDir} (pid ${first.pid})`);
  expect(await ask(first.line.slice(3), 'select 1 as answer')).toBe(1);
});

test('when the server cannot start, its own last words are shown', async () => {
  const dataDir = newDataDir();
  await (await startEmbedded(dataDir)).stop();
  appendFileSync(join(dataDir, 'postgres', 'postgresql.conf'), '\nno_such_setting = 1\n');
  const broken: Promise<Embedded> = startEmbedded(dataDir);
  await expect(broken).rejects.toThrow(/PostgreSQL did not start. It said:[\s\S]*no_such_setting/);
});

// Only root can become somebody else. Anybody but root already is the plain user of this story.
test('it runs the same for root and for a plain user, below a folder closed to others', async () => {
  const dataDir = newDataDir();
  const plain = isRoot ? { uid: 65_534, gid: 65_534 } : undefined;
  chmodSync(join(dataDir, '..'), 0o700);
  if (plain !== undefined) chownSync(join(dataDir, '..'), plain.uid, plain.gid);
  const asUser = await startElsewhere(dataDir, plain);
  expect(asUser.line).toMatch(/^up postgres:/);
  await kill(asUser);
  const embedded = await startEmbedded(dataDir);
  expect(await ask(embedded.url, 'select 1 as answer')).toBe(1);
  await embedded.stop();
});
