import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const SECRET = 'a-secret-nobody-should-ever-see-in-a-log';
const POSTGRES = 'postgres://cession:hunter2-hunter2@db.example/cession';

test('with nothing set the app listens on this machine only and keeps its own database', () => {
  const read = readEnv({});
  expect(read).toMatchObject({
    ok: true,
    value: { port: 8787, host: '127.0.0.1', publicUrl: 'http://localhost:8787', databaseUrl: undefined, demo: 'auto' },
  });
});

test('an empty line in .env counts as not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '  ', DEMO: '' })).toEqual(readEnv({}));
});

test('the public address follows the port unless it is given', () => {
  expect(readEnv({ PORT: '9000' })).toMatchObject({ value: { publicUrl: 'http://localhost:9000' } });
  expect(readEnv({ PUBLIC_URL: 'https://cession.example/' })).toMatchObject({
    value: { publicUrl: 'https://cession.example' },
  });
});

test.each([
  ['PORT', '70000', 'PORT cannot be "70000": it takes a whole number from 1 to 65535.'],
  ['PORT', '80a', 'PORT cannot be "80a": it takes a whole number from 1 to 65535.'],
  ['DATABASE_POOL_SIZE', '1', 'DATABASE_POOL_SIZE cannot be "1": it takes a whole number from 2 to 500.'],
  ['DEMO', 'yes', 'DEMO cannot be "yes": it takes auto, on or off.'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL cannot be "loud": it takes debug, info, warn or error.'],
  ['PUBLIC_URL', 'cession.example', expect.stringContaining('PUBLIC_URL cannot be "cession.example"')],
  ['PUBLIC_URL', 'https://cession.example/app', expect.stringContaining('without a path')],
  ['DATABASE_URL', 'mysql://db/cession', expect.stringContaining('DATABASE_URL cannot be the given value')],
  ['TRUSTED_PROXY_HEADER', 'X Forwarded', expect.stringContaining('the name of one header')],
])('%s=%s stops the start with one line that says what is accepted', (name, value, line) => {
  expect(readEnv({ [name]: value })).toEqual({ ok: false, error: [line] });
});

test('a secret that is too short is refused without being shown', () => {
  const read = readEnv({ AUTH_SECRET: 'short-secret', ADMIN_PASSWORD: 'tiny-pass' });
  expect(read.ok).toBe(false);
  expect(JSON.stringify(read)).not.toMatch(/short-secret|tiny-pass/);
});

test('processes that share a database in production must be given the secret they share', () => {
  const shared = { NODE_ENV: 'production', DATABASE_URL: POSTGRES };
  expect(readEnv(shared)).toMatchObject({ ok: false, error: [expect.stringMatching(/^AUTH_SECRET is not set/)] });
  expect(readEnv({ ...shared, AUTH_SECRET: SECRET })).toMatchObject({ ok: true, value: { authSecret: SECRET } });
  expect(readEnv({ NODE_ENV: 'production' }).ok).toBe(true);
});

test('a first admin is described completely or not at all', () => {
  const whole = {
    ADMIN_EMAIL: 'a@danube.example',
    ADMIN_PASSWORD: 'correct horse battery',
    ADMIN_COMPANY: 'Danube Toys Kft.',
  };
  expect(readEnv(whole)).toMatchObject({
    value: { firstAdmin: { email: 'a@danube.example', company: 'Danube Toys Kft.' } },
  });
  expect(readEnv({ ADMIN_EMAIL: 'a@danube.example' })).toMatchObject({
    error: [expect.stringMatching(/^ADMIN_PASSWORD and ADMIN_COMPANY not set/)],
  });
});
