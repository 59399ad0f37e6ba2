import { randomUUID } from 'node:crypto';
import { PERMISSIONS } from '@cession/shared/people/permissions.ts';
import { procedures, type ProcedureName } from '@cession/shared/procedures.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startComposedApp, type ComposedApp } from '../support/composed-app.ts';

const ORIGIN = 'http://localhost:8787';
const AT = '2026-11-21T10:00:00.000Z';
const names = Object.keys(procedures).toSorted() as ProcedureName[]; // the keys of a literal object
const signedIn = { rep: 'rep1', accountant: 'accountant1', admin: 'admin' } as const;
type Who = keyof typeof signedIn;

let app: ComposedApp;
const cookies = new Map<Who, string>();
let companyId: string;
beforeAll(async () => {
  app = await startComposedApp();
  for (const who of Object.keys(signedIn) as Who[])
    cookies.set(who, await app.signIn(`${signedIn[who]}@danube.example`)); // as above
  const me = await app.ask(cookieOf('rep'), 'people.me', {});
  companyId = (me.body as { result: { data: { companyId: string } } }).result.data.companyId; // what people.me answers
});
afterAll(() => app.stop());

const cookieOf = (who: Who): string => cookies.get(who) ?? '';
/** Somebody whose role includes it, so that nothing but the input is judged. */
function whoMay(name: ProcedureName): Who {
  return (
    (['rep', 'accountant', 'admin'] as const).find((who) => PERMISSIONS[name].some((role) => role === who)) ?? 'admin'
  );
}

interface Sent {
  readonly method?: string;
  readonly body?: BodyInit | null;
  readonly headers?: Record<string, string>;
}

const json = { 'content-type': 'application/json', origin: ORIGIN };
const send = (path: string, { method = 'POST', body = null, headers = {} }: Sent) =>
  app.fetch(path, { method, body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) });
const post = (name: string, body: string, headers: Record<string, string> = {}) =>
  send(`/trpc/${name}`, { body, headers: { ...json, cookie: cookieOf(whoMay(name as ProcedureName)), ...headers } }); // a name of the list

/** A refusal has a status of ours, a code for programs and a sentence for people, and no insides of the server. */
async function expectRefusal(answer: Response, statuses: readonly number[] = [400]): Promise<string> {
  const text = await answer.text();
  expect(statuses, text).toContain(answer.status);
  const body = JSON.parse(text) as {
    code?: string;
    message?: string;
    error?: { message: string; data: { code: string } };
  };
  const [code, sentence] = [body.error?.data.code ?? body.code, body.error?.message ?? body.message];
  expect(code).toMatch(/^[A-Za-z][\w.-]+$/);
  expect(sentence).toMatch(/^[A-Z].*[.!]$/);
  expect(text).not.toMatch(/stack|node_modules|zod|drizzle|select |insert |at \//i);
  return code ?? '';
}

/** How many rows there are of everything a person can cause; whatever is refused leaves it as it was. */
async function rowCounts(): Promise<unknown> {
  const client = await app.database.$client.connect();
  try {
    await client.query("select set_config('app.company', $1, false)", [companyId]);
    const tables = [
      'card',
      'card_key',
      'handoff',
      'queue_item',
      'question',
      'conflict',
      'mutation',
      'disputed_mutation',
    ];
    const more = ['departure', 'device', 'people', 'membership', 'auth_user', 'auth_session', 'auth_account'];
    const counts = [...tables, ...more].map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
    const { rows } = await client.query(
      `select ${counts}, (select ver from company_clock where company_id = $1) as ver`,
      [companyId],
    );
    return rows;
  } finally {
    client.release(true);
  }
}

async function expectNothingChanged(attempt: () => Promise<unknown>): Promise<void> {
  const before = await rowCounts();
  await attempt();
  expect(await rowCounts()).toEqual(before);
}

/** One right input for each, to be spoilt. A new procedure does not compile without a line here. */
const rightInput: Record<ProcedureName, Record<string, unknown>> = {
  'sync.push': {
    ...{ p: 1, epoch: null, device: randomUUID(), incarnation: randomUUID(), app: 'test' },
    ...{ pending: { count: 0, oldest: null }, mutations: [] },
  },
  'sync.pull': {
    ...{ p: 1, epoch: null, device: randomUUID(), incarnation: randomUUID(), scope: null, cursor: 0 },
    ...{ page: null, limit: 10, verdictsFor: [] },
  },
  'sync.reconcile': { p: 1, device: randomUUID(), ids: [] },
  'desk.perform': { id: randomUUID(), name: 'card.edit', v: 1, args: { cardId: randomUUID(), changes: {} }, at: AT },
  'queue.list': { show: 'waiting', jurisdiction: null, search: '' },
  'queue.item': { cardId: randomUUID() },
  'queue.next': { mutationId: randomUUID(), at: AT },
  'queue.load': {},
  'accepted.list': { jurisdiction: null, search: '', from: null, page: 0 },
  'accepted.export': { jurisdiction: null, search: '', from: null, format: 'csv' },
  'documents.of-card': { cardId: randomUUID() },
  'originals.list': { show: 'outstanding', ownerId: null },
  'agreements.list': {},
  'agreements.customers': { search: '' },
  'notice-queue.list': { show: 'waiting', search: '' },
  'notice-queue.item': { ceremonyId: randomUUID() },
  'notice.board': { show: 'all' },
  'notice.show': { noticeId: randomUUID() },
  'notice.evidence': { ceremonyId: randomUUID() },
  'device.challenge': {},
  'device.enrol': {
    nonce: 'bm9uY2U',
    publicKey: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) },
    label: 'tablet',
    build: 'test',
    signature: 'c2ln',
    replaces: null,
  },
  'device.beacon': { deviceKey: 'A'.repeat(43) },
  'device.list': {},
  'device.revoke': { deviceKey: 'A'.repeat(43), because: 'lost', compromisedSince: null },
  'people.me': {},
  'people.list': {},
  'people.save': {
    id: null,
    name: 'Somebody',
    email: 'some@danube.example',
    roles: ['rep'],
    active: true,
    password: null,
  },
  'office.held-up': {},
};
const takesSomething = names.filter((name) => Object.keys(rightInput[name]).length > 0);

describe.each(names)('%s', (name) => {
  test('refuses what is no JSON of ours', async () => {
    await expectNothingChanged(async () => {
      for (const body of ['{', '{"p":1', '\u0000', '<html>Welcome to the hotel</html>', '"\\ud800', "{'p':1}"]) {
        await expectRefusal(await post(name, body));
      }
      await expectRefusal(
        await send(`/trpc/${name}`, {
          body: new Uint8Array([0xff, 0xfe, 0x80]),
          headers: { ...json, cookie: cookieOf(whoMay(name)) },
        }),
      );
    });
  });

  test('refuses ten megabytes, whether or not they are announced', async () => {
    await expectNothingChanged(async () => {
      const large = JSON.stringify({ ...rightInput[name], search: 'x'.repeat(10 * 1024 * 1024) });
      await expectRefusal(await post(name, large), [413]);
      await expectRefusal(await post(name, '{}', { 'content-length': '10485760' }), [413]);
    });
  });

  test('refuses what did not come from our own pages', async () => {
    await expectNothingChanged(async () => {
      const body = JSON.stringify(rightInput[name]);
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: '', 'sec-fetch-site': 'cross-site' },
        { origin: 'http://localhost:8787.evil.example' },
      ]) {
        expect(await expectRefusal(await post(name, body, headers), [403])).toBe('origin.foreign');
      }
    });
  });

  test('answers nobody with a cookie that is forged, cut, or of nobody', async () => {
    const body = JSON.stringify(rightInput[name]);
    const own = cookieOf(whoMay(name));
    await expectNothingChanged(async () => {
      for (const cookie of [
        '',
        own.slice(0, -6),
        own.replace(/=.{8}/, '=AAAAAAAA'),
        `${own.split('=')[0]}=${randomUUID()}.${'A'.repeat(43)}%3D`,
        `${own.split('=')[0]}=%E0%A4%A`,
        `${own.split('=')[0]}=${'x'.repeat(5000)}`,
        'cession.session_token=',
      ]) {
        expect(await expectRefusal(await post(name, body, { cookie }), [401])).toBe('unauthorized');
      }
    });
  });

  test('is asked one at a time, in one way', async () => {
    const headers = { ...json, cookie: cookieOf(whoMay(name)) };
    const body = JSON.stringify({ 0: rightInput[name], 1: rightInput[name] });
    await expectNothingChanged(async () => {
      for (const path of [
        `/trpc/${name},${name}?batch=1`,
        `/trpc/${name}?batch=1`,
        `/trpc/${','.repeat(500)}?batch=1`,
      ]) {
        await expectRefusal(await send(path, { body, headers }), [400, 404, 405]);
      }
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        await expectRefusal(await send(`/trpc/${name}`, { method, body: '{}', headers }), [400, 404, 405]);
      }
      if (procedures[name].kind === 'mutation') {
        const asked = encodeURIComponent(JSON.stringify(rightInput[name]));
        await expectRefusal(await send(`/trpc/${name}?input=${asked}`, { method: 'GET', headers }), [405]);
      }
    });
  });

  test('refuses other kinds of bodies', async () => {
    const body = JSON.stringify(rightInput[name]);
    await expectNothingChanged(async () => {
      for (const type of [
        'text/plain',
        'application/xml',
        'application/x-www-form-urlencoded',
        'application/octet-stream',
        '',
      ]) {
        await expectRefusal(await post(name, body, { 'content-type': type }), [400, 405, 411, 415]);
        await expectRefusal(
          await post(name, body, { 'content-type': type, 'content-length': String(body.length) }),
          [400, 405, 415],
        );
      }
      const form = 'multipart/form-data; boundary=x';
      await expectRefusal(
        await post(name, body, { 'content-type': form, 'content-length': String(body.length) }),
        [400, 405, 415],
      );
    });
  });
});

describe.each(takesSomething)('%s', (name) => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  test('refuses another shape than it takes', async () => {
    await expectNothingChanged(async () => {
      const right = rightInput[name];
      const spoilt = Object.keys(right).flatMap((key) => [
        { ...right, [key]: undefined },
        { ...right, [key]: { toString: 'no' } },
        { ...right, [key]: [[[]]] },
        { ...right, [key]: -1.5 },
      ]);
      const bodies = [
        ...['null', '7', '"x"', '[]', 'true', '{}', nested(100_000)],
        ...spoilt.map((one) => JSON.stringify(one)),
      ];
      for (const body of bodies) {
        if (name === 'desk.perform' && isAboutArgs(body)) continue;
        await expectRefusal(await post(name, body), [400, 413, 426]);
      }
    });
  });

  test('whatever glyphs and years its texts hold, it never breaks', async () => {
    const right = rightInput[name];
    const strange = [
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\udfff x',
      '\u202e\u2066',
      '�',
      '%',
      '\\',
      "'; drop table card; --",
      '🧸'.repeat(40),
    ];
    const instants = ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2026-02-31T00:00:00.000Z'];
    for (const [key, value] of Object.entries(right)) {
      const texts = [...strange, ...instants].filter(() => typeof value === 'string' || value === null);
      for (const text of texts) {
        const answer = await post(name, JSON.stringify({ ...right, [key]: text }));
        expect([200, 400, 404, 409], `${key} = ${JSON.stringify(text)}: ${await answer.clone().text()}`).toContain(
          answer.status,
        );
        if (answer.status !== 200) await expectRefusal(answer, [400, 404, 409]);
      }
    }
  });

  test('keys of the language itself name nothing', async () => {
    const inner = JSON.stringify(rightInput[name]).slice(1);
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const answer = await post(name, `{"${key}":{"admin":true,"companyId":"${randomUUID()}"},${inner}`);
      expect(answer.status).toBeLessThan(500);
    }
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });
});

/** What lies in `args` is the mutator's to refuse: a verdict, with a receipt. */
function isAboutArgs(body: string): boolean {
  const asked = JSON.parse(body) as { args?: unknown } | null; // made above
  return (
    JSON.stringify(asked?.args) !== JSON.stringify(rightInput['desk.perform']['args']) &&
    typeof asked === 'object' &&
    asked !== null &&
    'id' in asked
  );
}

describe('a mutation with strange contents', () => {
  const perform = (args: unknown, more: object = {}) =>
    app.ask(cookieOf('rep'), 'desk.perform', { id: randomUUID(), name: 'card.create', v: 1, at: AT, args, ...more });
  const card = (changes: unknown) => ({ cardId: randomUUID(), jurisdiction: 'HU', changes });

  test.each(
    Object.entries({
      'a NUL character': { legalName: 'a\u0000b' },
      'half a surrogate pair': { legalName: 'a\ud800' },
      'a field nobody knows': { isAdmin: true },
      'a field of the language': JSON.parse('{"constructor":"x"}') as unknown,
      'a name longer than any': { legalName: 'x'.repeat(301) },
      'a list for a text': { legalName: ['x'] },
      'five hundred and one fields': Object.fromEntries(
        Array.from({ length: 501 }, (_, at) => [`contacts.${randomUUID()}.name`, String(at)]),
      ),
      'contacts without an end': { [`contacts.${'x'.repeat(300)}.name`]: 'x' },
      'a day that never was': { contractDate: '2026-02-31' },
    }),
  )('is refused in words and makes no card: %s', async (_what, changes) => {
    const args = card(changes);
    const { status, body } = await perform(args);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { result: { data: { state: 'rejected', refusal: { code: 'mutation.malformed' } } } },
    });
    const item = await app.ask(cookieOf('accountant'), 'queue.item', { cardId: args.cardId });
    expect(item.body).toEqual({ result: { data: null } });
  });

  test('letters of every script, signs and faces come back as they were', async () => {
    const legalName = 'Őrült & Пчёлка «ЪЫ» 日本 עִבְרִית 👩🏽‍🚀 ﷽ \u200b\u202e';
    const args = card({ legalName });
    expect((await perform(args)).body).toMatchObject({ result: { data: { state: 'applied' } } });
    const pulled = await app.ask(cookieOf('rep'), 'sync.pull', { ...rightInput['sync.pull'], limit: 1000 });
    const { rows } = (
      pulled.body as { result: { data: { rows: { id: string; table: string; row: { values: object } }[] } } }
    ).result.data; // a pull
    expect(rows.find(({ id, table }) => id === args.cardId && table === 'cards')?.row.values).toEqual({ legalName });
  });

  test('said again with other contents under the same id, it changes nothing and the office hears of it', async () => {
    const id = randomUUID();
    const args = card({ legalName: 'First Kft.' });
    expect((await perform(args, { id })).body).toMatchObject({ result: { data: { state: 'applied' } } });
    const again = await perform({ ...args, changes: { legalName: 'Second Kft.' } }, { id });
    expect(again.body).toMatchObject({
      result: { data: { id, state: 'quarantined', refusal: { code: 'mutation.mismatch' } } },
    });
    await expectNothingChanged(() => perform({ ...args, changes: { legalName: 'Second Kft.' } }, { id }));
    expect((await perform(args, { id })).body).toMatchObject({ result: { data: { id, state: 'applied' } } });
  });

  test('deeper than anybody nests is refused alone', async () => {
    const asked = { ...rightInput['desk.perform'], id: randomUUID(), args: card({ legalName: 'DEEP' }) };
    const body = JSON.stringify(asked).replace('"DEEP"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const answer = await post('desk.perform', body);
    expect(await answer.json()).toMatchObject({ result: { data: { state: 'rejected' } } });
  });
});

describe('signing in', () => {
  const attempt = (body: string, headers: Record<string, string> = {}) =>
    send('/api/auth/sign-in/email', { body, headers: { ...json, ...headers } });

  test.each([
    '{}',
    'null',
    '[]',
    '7',
    '{"email":null,"password":null}',
    '{"email":{},"password":[]}',
    '{"email":"x","password":"y"}',
    '{"email":"rep1@danube.example\\u0000","password":"cession-demo"}',
    '{"email":"rep1@danube.example","password":"\\u0000\\ud800"}',
    '{"__proto__":{"email":"rep1@danube.example"},"password":"cession-demo"}',
    JSON.stringify({ email: 'rep1@danube.example', password: 'x'.repeat(200_000) }),
  ])('with %.60s lets nobody in and breaks nothing', async (body) => {
    await expectNothingChanged(async () => {
      const answer = await attempt(body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status, await answer.text()).toBeLessThan(500);
      expect(answer.headers.getSetCookie()).toEqual([]);
    });
  });

  test('a session that has run out is nobody’s', async () => {
    const cookie = await app.signIn('rep2@danube.example');
    expect((await app.ask(cookie, 'people.me', {})).status).toBe(200);
    await app.database.$client.query(
      `update auth_session set expires_at = now() - interval '1 minute'
        where user_id = (select id from auth_user where email = 'rep2@danube.example')`,
    );
    expect((await app.ask(cookie, 'sync.pull', rightInput['sync.pull'])).status).toBe(401);
  });
});
