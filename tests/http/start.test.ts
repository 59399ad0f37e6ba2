import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from '../support/postgres.ts';
import { freePort } from '../support/app-process.ts';
import { repoRoot } from '../support/run-step.ts';

type Started = { child: ChildProcess; said(): string; complained(): string };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cession-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return join(folder, 'data');
}

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['server/src/app/main.ts'], {
    cwd: repoRoot,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await stop(child);
  });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return { child, said: () => said, complained: () => complained };
}

/** Resolves with the exit code. */
async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> {
  const gone = once(child, 'exit');
  child.kill(signal);
  return (await gone)[0];
}

async function untilRunning(app: Started): Promise<void> {
  while (!app.said().includes('Ctrl-C')) {
    if (app.child.exitCode !== null) throw new Error(`it ended: ${app.complained()}`);
    await Promise.race([once(app.child.stdout!, 'data'), once(app.child, 'exit')]);
  }
}

/** The lines an app that cannot start leaves behind. */
async function refusal(env: Record<string, string>): Promise<string> {
  const app = start(env);
  const [code] = await once(app.child, 'close');
  expect(code).toBe(1);
  return app.complained();
}

test('it starts on an empty folder, says where to go, and ends clean on Ctrl-C', async () => {
  const port = String(await freePort());
  const dataDir = newFolder();
  const app = start({ PORT: port, DATA_DIR: dataDir });
  await untilRunning(app);
  expect(app.said()).toContain(`http://localhost:${port}`);
  expect(app.said()).toMatch(/only over https/);
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toMatchObject({ ok: true, database: 'up' });
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  expect(await stop(app.child, 'SIGINT')).toBe(0);
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8').trimEnd()).toMatch(/database system is shut down$/);
});

test('killed without a goodbye, it starts again on the same data; meanwhile a second start is refused', async () => {
  const port = String(await freePort());
  const env = { PORT: port, DATA_DIR: newFolder() };
  const first = start(env);
  await untilRunning(first);
  expect(await refusal({ ...env, PORT: String(await freePort()) })).toMatch(
    /^Cession is already running on .+ \(pid \d+\)\.\n$/,
  );
  await stop(first.child, 'SIGKILL');
  const second = start(env);
  await untilRunning(second);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  expect(await stop(second.child)).toBe(0);
});

async function demoPeople(port: string): Promise<unknown[]> {
  return (await (await fetch(`http://127.0.0.1:${port}/api/demo`)).json()) as unknown[];
}

test('two processes share a database of one’s own', async () => {
  const { url, drop } = await createTestDatabase();
  const dataDir = newFolder();
  const ports = [String(await freePort()), String(await freePort())];
  const apps = ports.map((port) => start({ PORT: port, DATA_DIR: dataDir, DATABASE_URL: url, DEMO: 'on' }));
  await Promise.all(apps.map(untilRunning));
  const [one, other] = await Promise.all(ports.map(demoPeople));
  expect(one).toHaveLength(14);
  expect(other).toEqual(one);
  expect(await Promise.all(apps.map((app) => stop(app.child)))).toEqual([0, 0]);
  await drop();
});

test('without the demo the first admin comes from the environment, and without one the start says what to set', async () => {
  const { url, drop } = await createTestDatabase();
  const own = { DATA_DIR: newFolder(), DATABASE_URL: url, DEMO: 'off' };
  expect(await refusal(own)).toMatch(
    /^Nobody can sign in yet: set ADMIN_EMAIL, ADMIN_PASSWORD and ADMIN_COMPANY .*\n$/,
  );
  const port = String(await freePort());
  const admin = {
    ADMIN_EMAIL: 'first@own.example',
    ADMIN_PASSWORD: 'a long first password',
    ADMIN_COMPANY: 'Own Kft.',
  };
  const app = start({ ...own, ...admin, PORT: port });
  await untilRunning(app);
  const at = `http://127.0.0.1:${port}`;
  const signIn = (password: string) =>
    fetch(`${at}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://localhost:${port}` },
      body: JSON.stringify({ email: admin.ADMIN_EMAIL, password }),
    });
  expect((await signIn('a wrong password')).status).toBe(401);
  expect((await signIn(admin.ADMIN_PASSWORD)).status).toBe(200);
  expect(await demoPeople(port)).toEqual([]);
  expect(await stop(app.child)).toBe(0);
  await drop();
});

test('a wrong value, a taken port or a silent database each end the start with one line', async () => {
  const dataDir = newFolder();
  expect(await refusal({ PORT: 'eighty' })).toBe('PORT cannot be "eighty": it takes a whole number from 1 to 65535.\n');
  const nowhere = { DATA_DIR: dataDir, DATABASE_URL: 'postgres://cession:hunter2@127.0.0.1:1/cession' };
  expect(await refusal(nowhere)).toMatch(
    /^The database at 127\.0\.0\.1:1\/cession does not let us in: .*ECONNREFUSED.*\n$/,
  );
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = address !== null && typeof address === 'object' ? String(address.port) : '';
  expect(await refusal({ DATA_DIR: dataDir, PORT: port })).toContain(`Port ${port} on 127.0.0.1 is in use`);
  taken.close();
});
