import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppProcess } from '../support/app-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let app: AppProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp({ DATABASE_URL: database.url, DEMO: 'on' });
});

afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

test('a server on a database of its own is killed, and its data and programs leave with it in the end', async () => {
  const own = await startApp({});
  await own.kill();
  await own.stop();
  await expect(fetch(`${own.url}/healthz`)).rejects.toThrow('fetch failed');
});

test('a server killed without warning is back at the same address with the same data', async () => {
  const before = await fetch(`${app.url}/healthz`);
  expect(before.status).toBe(200);
  await app.kill();
  await expect(fetch(`${app.url}/healthz`)).rejects.toThrow('fetch failed');
  await app.restart();
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});
