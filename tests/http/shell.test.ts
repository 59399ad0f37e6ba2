import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import { createHttp, type HttpParts, type Mount } from '@cession/server/app/http.ts';
import { listen, type Listening } from '@cession/server/app/listen.ts';
import { createLog } from '@cession/server/app/log.ts';
import { freePort } from '../support/app-process.ts';

type Shell = { url: string; log: string[]; stop(): Promise<void> };

const INDEX = '<!doctype html><title>Cession</title>';
const VERIFY = '<!doctype html><title>Check a notice</title>';
const SCRIPT = `export const words = '${'receivable '.repeat(500)}';`;
const clientDir = mkdtempSync(join(tmpdir(), 'cession-client-'));
let database: Database;
let shell: Shell;

beforeAll(async () => {
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), INDEX);
  writeFileSync(join(clientDir, 'verify.html'), VERIFY);
  writeFileSync(join(clientDir, 'sw.js'), 'self.addEventListener("fetch", () => {});');
  writeFileSync(join(clientDir, 'assets', 'app-1a2b3c.js'), SCRIPT);
  writeFileSync(join(clientDir, '.hidden'), 'not for you');
  database = openDatabase(inject('postgresUrl'), 2, { warn: () => undefined });
  shell = await open({});
});

afterAll(async () => {
  await shell.stop();
  await database.$client.end();
  rmSync(clientDir, { recursive: true, force: true });
});

const mounts: Mount[] = [
  {
    path: '/trpc/*',
    handler: async (request) => Response.json({ got: request.method === 'GET' ? null : await request.text() }),
  },
  { path: '/api/caller', handler: (request) => Response.json({ address: request.headers.get('x-client-address') }) },
  { path: '/api/bug', handler: () => Promise.reject(new Error('the password is swordfish')) },
  {
    path: '/api/stream',
    handler: () => new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } }),
  },
];

async function open(parts: Partial<HttpParts>): Promise<Shell> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  const log = createLog('info', { pretty: false, write: (line) => lines.push(line) });
  const http = createHttp({
    mounts,
    database,
    version: '1.2.3',
    clientDir,
    log,
    publicUrl: 'https://cession.example',
    ...parts,
  });
  const door: Listening = await listen(http.fetch, '127.0.0.1', port);
  return { url, log: lines, stop: () => door.stop(20_000) };
}

const ask = (path: string, init?: RequestInit) => fetch(`${shell.url}${path}`, init);
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

/** fetch gzips, resolves dots and forbids some headers by itself; this sends exactly what it is told. */
function askRaw(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: Record<string, unknown>; bytes: number }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(shell.url);
    const sent = rawRequest({ hostname, port, path, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('whoever asks', () => {
  test.each(['/', '/healthz', '/api/nothing', '/api/bug', '/assets/app-1a2b3c.js'])(
    '%s answers behind the same walls',
    async (path) => {
      const { headers } = await ask(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const wall of [
        "default-src 'self'",
        "script-src 'self';",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ]) {
        expect(policy).toContain(wall);
      }
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
      expect(headers.get('strict-transport-security')).toContain('max-age=');
      expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
    },
  );

  test('a plain-http address does not promise https', async () => {
    const plain = await open({ publicUrl: 'http://localhost:8787' });
    expect((await fetch(plain.url)).headers.get('strict-transport-security')).toBeNull();
    await plain.stop();
  });

  test('health says which version runs and whether the database answers', async () => {
    expect(await (await ask('/healthz')).json()).toMatchObject({ ok: true, version: '1.2.3', database: 'up' });
    const lost = openDatabase('postgres://nobody:x@127.0.0.1:1/none', 2, { warn: () => undefined });
    const sick = await open({ database: lost });
    const answer = await fetch(`${sick.url}/healthz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ ok: false, database: 'down' });
    await sick.stop();
    await lost.$client.end();
  });
});

describe('a person in a browser', () => {
  test('opens the app at any of its pages', async () => {
    const answer = await ask('/cards/123', { headers: { accept: 'text/html,*/*' } });
    expect(await answer.text()).toBe(INDEX);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['/verify', '/verify/'])(
    'without an account opens %s, which is a page of its own and never kept',
    async (path) => {
      const answer = await ask(path, { headers: { accept: 'text/html,*/*' } });
      expect(await answer.text()).toBe(VERIFY);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    },
  );

  test('keeps hashed files for ever and asks again for the service worker', async () => {
    expect((await ask('/assets/app-1a2b3c.js')).headers.get('cache-control')).toContain('immutable');
    const worker = await ask('/sw.js');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-type')).toContain('javascript');
    const again = await ask('/sw.js', { headers: { 'if-none-match': worker.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('gets scripts packed when it can unpack them', async () => {
    const packed = await askRaw('/assets/app-1a2b3c.js', { 'accept-encoding': 'br, gzip' });
    expect(packed).toMatchObject({ headers: { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } });
    expect(packed.bytes).toBeLessThan(SCRIPT.length / 5);
    const plain = await askRaw('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip;q=0' });
    expect(plain.bytes).toBe(SCRIPT.length);
  });
});

describe('bad input changes nothing and is answered with a code and a sentence', () => {
  test.each([
    '/trpcx',
    '/api/nothing',
    '/files/none',
    '/assets/gone.js',
    '/.hidden',
    '/%2e%2e/package.json',
    '/logo.png',
  ])('there is nothing at %s', async (path) => {
    const answer = await askRaw(path, { accept: '*/*' });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('json');
  });

  test.each(['/api/nothing', '/files/none', '/assets/gone.js', '/healthz/x'])(
    '%s is never answered with the app',
    async (path) => {
      expect((await ask(path, { headers: { accept: 'text/html' } })).status).toBe(404);
    },
  );

  test('nobody climbs out of the folder of the app', async () => {
    for (const path of [
      '/../../package.json',
      '/assets/../../package.json',
      '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
      '/assets\\..\\x',
    ]) {
      expect([400, 404]).toContain((await askRaw(path, {})).status);
    }
  });

  test('a body of ten megabytes is refused before anyone reads it', async () => {
    const answer = await post('/trpc/sync.push', JSON.stringify('x'.repeat(10_000_000)));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({
      code: 'body.too-large',
      message: 'This request is too large: at most 1 MB can be sent at once.',
    });
  });

  test('a body that hides its length is counted', async () => {
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let part = 0; part < 3; part += 1) controller.enqueue(new Uint8Array(600_000).fill(32));
        controller.close();
      },
    });
    const sent = {
      method: 'POST',
      body: chunks,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as const;
    expect((await ask('/trpc/sync.push', sent)).status).toBe(413);
  });

  test.each(['{"name":', 'not json', '{"a":1}}'])('%j is not JSON', async (body) => {
    const answer = await post('/trpc/sync.push', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      code: 'body.malformed',
      message: 'The body of this request is not readable JSON.',
    });
  });

  test('bytes that are not UTF-8 are not JSON either', async () => {
    const body = new Uint8Array([0x22, 0xff, 0xfe, 0x22]);
    expect(
      (await ask('/trpc/x', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status,
    ).toBe(400);
  });

  test.each([
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
  ])('a page of another site (%j) cannot act for a signed-in person', async (headers) => {
    const answer = await post('/trpc/sync.push', '{}', headers);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'origin.foreign' });
  });

  test.each([{ origin: 'https://cession.example' }, { 'sec-fetch-site': 'same-origin' }, {}])(
    'our own page (%j) can',
    async (headers) => {
      const answer = await post('/trpc/sync.push', '{"a":"ű я"}', headers);
      expect(await answer.json()).toEqual({ got: '{"a":"ű я"}' });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  test('a bug is answered with a number, and only the log knows more', async () => {
    const answer = await ask('/api/bug');
    const body = await answer.text();
    expect(answer.status).toBe(500);
    expect(body).not.toContain('swordfish');
    const { requestId }: { requestId: string } = JSON.parse(body);
    expect(shell.log.find((line) => line.includes(requestId))).toContain('swordfish');
  });
});

describe('behind a proxy', () => {
  test('a caller cannot choose the address it is counted by', async () => {
    const answer = await ask('/api/caller', {
      headers: { 'x-client-address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' },
    });
    expect(await answer.json()).toEqual({ address: '127.0.0.1' });
  });

  test('the trusted proxy is believed, and only for what it added itself', async () => {
    const proxied = await open({ trustedProxyHeader: 'x-forwarded-for' });
    const answer = await fetch(`${proxied.url}/api/caller`, { headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' } });
    expect(await answer.json()).toEqual({ address: '203.0.113.7' });
    await proxied.stop();
  });
});

test('an open event stream does not hold up the end', async () => {
  const short = await open({});
  const stream = await fetch(`${short.url}/api/stream`);
  expect(stream.headers.get('content-encoding')).toBeNull();
  const ending = stream.text().catch((error: unknown) => error);
  const asked = performance.now();
  await short.stop();
  expect(await ending).toBeInstanceOf(TypeError);
  expect(performance.now() - asked).toBeLessThan(5000);
});
