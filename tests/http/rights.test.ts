import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mutators, type MutationName } from '@cession/shared/mutators.ts';
import type { QueueList } from '@cession/shared/handoff/queue-view.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { sampleNoticeData } from '@cession/shared/notice/wording/sample-notice.ts';
import { ROLES, type Role } from '@cession/shared/people/actor.ts';
import { PERMISSIONS } from '@cession/shared/people/permissions.ts';
import { procedures, type ProcedureName } from '@cession/shared/procedures.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startComposedApp, type Answer, type ComposedApp } from '../support/composed-app.ts';

const AT = '2026-11-21T10:00:00.000Z';
const sample = sampleNoticeData('HU');
const procedureNames = Object.keys(procedures).toSorted() as ProcedureName[]; // the keys of a literal object
const mutationNames = [...mutators.values()].map((mutator) => mutator.name).toSorted() as MutationName[]; // names of the list

const addressOf: Record<Role, string> = {
  rep: 'rep1@danube.example',
  'client-manager': 'manager@danube.example',
  coordinator: 'coordinator@danube.example',
  accountant: 'accountant1@danube.example',
  'chief-accountant': 'chief@danube.example',
  'sales-manager': 'sales@danube.example',
  admin: 'admin@danube.example',
  auditor: 'auditor@danube.example',
};

/** Arguments of every mutation, about given rows. A new mutation does not compile without a line here. */
interface Target {
  readonly cardId: string;
  readonly handoffId: string;
  readonly userId: string;
}
const anOffice = {
  ...{ legalName: 'Taken over', jurisdiction: 'HU', numbers: [], seat: '' },
  ...{ contactName: '', contactPhone: '', contactEmail: '' },
};
const aDocument = (cardId: string) => ({ documentId: randomUUID(), cardId });
const described = { type: 'other', note: '', form: 'copy', dueOn: null };
const argsFor: Record<MutationName, (target: Target) => unknown> = {
  'card.create': () => ({ cardId: randomUUID(), jurisdiction: 'HU', changes: {} }),
  'card.edit': ({ cardId }) => ({ cardId, changes: { legalName: 'Taken over' } }),
  'card.discard': ({ cardId }) => ({ cardId }),
  'card.keep-both': ({ cardId }) => ({ cardId, otherId: randomUUID(), because: 'two shops' }),
  'card.use-existing': ({ cardId }) => ({ draftId: cardId, existingId: randomUUID() }),
  'card.resolve-conflict': ({ cardId }) => ({ conflictId: randomUUID(), cardId, path: 'legalName', value: 'x' }),
  'card.share': ({ cardId, userId }) => ({ cardId, userId, shared: true }),
  'card.hand-over': ({ cardId }) => ({ cardId, handoffId: randomUUID() }),
  'document.add': ({ cardId }) => ({
    ...aDocument(cardId),
    ...described,
    fileName: 'a.jpg',
    file: null,
    noticeId: null,
  }),
  'document.describe': ({ cardId }) => ({ ...aDocument(cardId), ...described }),
  'document.attach-file': ({ cardId }) => ({
    ...aDocument(cardId),
    fileName: 'a.jpg',
    file: { sha256: '0'.repeat(64), byteLength: 3, mediaType: 'image/jpeg' },
  }),
  'document.remove': ({ cardId }) => aDocument(cardId),
  'document.restore': ({ cardId }) => aDocument(cardId),
  'original.move': ({ cardId }) => ({ ...aDocument(cardId), to: 'received', place: 'Shelf 3', because: '' }),
  'queue.claim': ({ cardId }) => ({ cardId }),
  'queue.renew': ({ cardId }) => ({ cardId }),
  'queue.put-back': ({ cardId }) => ({ cardId }),
  'queue.snooze': ({ cardId }) => ({ cardId, until: '2099-01-01T00:00:00.000Z' }),
  'queue.take-over': ({ cardId }) => ({ cardId }),
  'handoff.accept': ({ cardId, handoffId }) => ({ cardId, handoffId }),
  'handoff.return': ({ cardId, handoffId }) => ({
    cardId,
    handoffId,
    points: [{ path: 'legalName', code: 'missing', note: '' }],
    note: '',
  }),
  'handoff.undo-return': ({ cardId, handoffId }) => ({ cardId, handoffId }),
  'notice.prepare': ({ cardId }) => ({
    ...{ noticeId: sample.noticeId, cardId, agreementId: randomUUID(), language: 'hu', data: sample },
    ...{ dataSha256: createHash('sha256').update(canonicalJson(sample)).digest('hex'), replaces: null },
  }),
  'notice.close-ceremony': () => ({
    ...{ ceremonyId: randomUUID(), noticeId: randomUUID(), outcome: 'refused', bundle: '{}', signerNames: [] },
    ...{ bundleSha256: 'a'.repeat(64), head: 'b'.repeat(64), pdfSha256: 'c'.repeat(64), deviceKey: 'd'.repeat(43) },
    ...{
      closedAt: AT,
      happenedAt: AT,
      objections: { stated: 'not-stated' },
      debtConfirmed: false,
      defencesWaived: false,
    },
  }),
  'notice.record-later': () => ({ noticeId: randomUUID(), outcome: 'by-post', on: AT, note: 'RL 123' }),
  'notice.log-call-back': () => ({
    ...{ noticeId: randomUUID(), number: '+36 1 555 0101', spokeWith: 'A', result: 'confirmed', note: '' },
  }),
  'notice.withdraw': () => ({ noticeId: randomUUID(), because: 'typed twice' }),
  'notice.activate': () => ({
    ...{ noticeId: randomUUID(), agreementId: randomUUID(), accountId: null, limitId: null, ceremonyId: null },
  }),
  'ceremony.decide': () => ({
    ...{ ceremonyId: randomUUID(), noticeId: randomUUID() },
    ...{ decision: 'accept', because: 'looked at it' },
  }),
  'notice.take': () => ({ ceremonyId: randomUUID() }),
  'notice.put-back': () => ({ ceremonyId: randomUUID() }),
  'notice.file': () => ({ ceremonyId: randomUUID(), note: '' }),
  'question.ask': ({ cardId }) => ({ questionId: randomUUID(), cardId, path: 'legalName', text: 'Who is this?' }),
  'question.answer': () => ({ questionId: randomUUID(), text: 'Me' }),
  'card.offer-ownership': ({ cardId, userId }) => ({ cardId, to: userId, because: '' }),
  'card.accept-ownership': ({ cardId }) => ({ cardId }),
  'card.decline-ownership': ({ cardId }) => ({ cardId, because: 'not mine' }),
  'factor.save': () => ({ ...anOffice, id: randomUUID() }),
  'supplier.save': () => ({ ...anOffice, signatories: [], specimen: null }),
  'agreement.save': () => ({
    ...{ agreementId: randomUUID(), factorId: randomUUID(), number: 'F-1', signedOn: '2026-01-02', jurisdiction: 'HU' },
    ...{ recourse: true, currency: 'HUF', registerEntry: null, threeParty: null, status: 'open' },
  }),
  'limit.set': ({ cardId }) => ({
    ...{ limitId: randomUUID(), agreementId: randomUUID(), cardId, amountMinor: 1, status: 'requested' },
    ...{ decidedOn: null, note: '' },
  }),
  'payee-account.propose': () => ({
    ...{ accountId: randomUUID(), agreementId: randomUUID(), over: null, holderName: 'Bank', bankName: 'Bank' },
    ...{ numbers: { kind: 'iban', iban: 'HU42117730161111101800000000', bic: null, giro: null }, because: 'a new one' },
  }),
  'payee-account.release': () => ({ accountId: randomUUID(), agreementId: randomUUID(), replaces: null }),
  'payee-account.reject': () => ({ accountId: randomUUID(), agreementId: randomUUID(), because: 'not theirs' }),
};

let app: ComposedApp;
const cookies = new Map<Role | 'other rep' | 'other accountant', string>();
let victim: Target;

beforeAll(async () => {
  app = await startComposedApp();
  for (const role of ROLES) cookies.set(role, await app.signIn(addressOf[role]));
  cookies.set('other rep', await app.signIn('rep@volga.example'));
  cookies.set('other accountant', await app.signIn('accountant@volga.example'));
  victim = await someCardInTheQueue();
});
afterAll(() => app.stop());

async function someCardInTheQueue(): Promise<Target> {
  const input = { show: 'waiting', jurisdiction: null, search: '' };
  const { body } = await app.ask(cookies.get('accountant') ?? '', 'queue.list', input);
  const [row] = (body as { result: { data: QueueList } }).result.data.rows; // what queue.list answers
  if (!row) throw new Error('the demo has no card in the queue');
  return { cardId: row.cardId, handoffId: row.handoffId, userId: row.ownerId };
}

describe('rights', () => {
  test('the table of who may do what is the one in docs/rights.md, as the server really answers', async () => {
    const lines = [];
    for (const name of procedureNames) lines.push(await lineOf(name, (role) => asksFor(role, name)));
    for (const name of mutationNames) lines.push(await lineOf(name, (role) => doesIt(role, name)));
    const page = readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8');
    const written = page
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines).toEqual(written);
  });

  test('every procedure and every mutation stands in the permission table, and nothing else does', () => {
    expect(Object.keys(PERMISSIONS).toSorted()).toEqual([...procedureNames, ...mutationNames].toSorted());
  });

  test.each(procedureNames)('nobody who is signed out is answered: %s', async (name) => {
    const answer = await app.ask(null, name, {});
    expect(answer.status).toBe(401);
  });

  // I7
  test.each(mutationNames)('another company hears of a foreign card what it hears of none: %s', async (name) => {
    for (const who of ['other rep', 'other accountant'] as const) {
      const foreign = await perform(cookies.get(who) ?? '', name, argsFor[name](victim));
      const missing = await perform(cookies.get(who) ?? '', name, argsFor[name](nothing()));
      expect(outcomeOf(foreign)).toEqual(outcomeOf(missing));
    }
  });

  // I7
  test('another company sees nothing of ours in any list', async () => {
    const cookie = cookies.get('other accountant') ?? '';
    const list = await app.ask(cookie, 'queue.list', { show: 'waiting', jurisdiction: null, search: '' });
    const item = await app.ask(cookie, 'queue.item', { cardId: victim.cardId });
    const people = await app.ask(cookies.get('admin') ?? '', 'people.list', {});
    expect(JSON.stringify(list.body)).not.toContain(victim.cardId);
    expect(item).toEqual({ status: 200, body: { result: { data: null } } });
    expect(JSON.stringify(people.body)).not.toContain('volga.example');
  });

  test('a page opened by one person is not answered with the session of another', async () => {
    const headers = {
      'content-type': 'application/json',
      origin: 'http://localhost:8787',
      cookie: cookies.get('rep') ?? '',
    };
    const asSomebody = (person: string) =>
      app.fetch('/trpc/people.me', { method: 'POST', body: '{}', headers: { ...headers, 'x-cession-person': person } });
    const { body } = await app.ask(cookies.get('rep') ?? '', 'people.me', {});
    const { userId } = (body as { result: { data: { userId: string } } }).result.data; // what people.me answers
    expect((await asSomebody(userId)).status).toBe(200);
    expect((await asSomebody(randomUUID())).status).toBe(401);
  });

  test('a closed account is refused at once, though its session was open', async () => {
    const admin = cookies.get('admin') ?? '';
    const added = await app.ask(admin, 'people.save', {
      ...{ id: null, name: 'Short Stay', email: 'short@danube.example', roles: ['rep'], active: true },
      password: 'a long password',
    });
    const { id } = (added.body as { result: { data: { id: string } } }).result.data; // what people.save answers
    const cookie = await app.signIn('short@danube.example', 'a long password');
    expect((await app.ask(cookie, 'people.me', {})).status).toBe(200);
    await app.ask(admin, 'people.save', {
      ...{ id, name: 'Short Stay', email: 'short@danube.example', roles: ['rep'], active: false, password: null },
    });
    expect((await app.ask(cookie, 'people.me', {})).status).toBeGreaterThanOrEqual(401);
  });

  test('whoever listens for news may stop listening, and is poked no more', async () => {
    const line = await app.fetch('/events', { headers: { cookie: cookies.get('rep') ?? '' } });
    expect(line.status).toBe(200);
    await expect(line.body?.cancel()).resolves.toBeUndefined();
    expect((await perform(cookies.get('rep') ?? '', 'card.create', argsFor['card.create'](nothing()))).status).toBe(
      200,
    );
    expect(app.log.join('\n')).not.toContain('poke.listener-failed');
  });

  test('two admins who shut each other out in the same moment leave one of them in', async () => {
    const [first, second] = [await newAdmin('first'), await newAdmin('second')];
    const demo = await listedAs('admin@danube.example');
    const [firstListed, secondListed] = [
      await listedAs('first@danube.example'),
      await listedAs('second@danube.example'),
    ];
    await save(first.cookie, { ...demo, roles: ['rep'] });
    const answers = await whileMembersAreLocked(() => [
      save(first.cookie, { ...secondListed, roles: ['rep'] }),
      save(second.cookie, { ...firstListed, roles: ['rep'] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
    const left = answers[0]?.status === 200 ? first : second;
    expect((await save(left.cookie, { ...demo, roles: ['admin'] })).status).toBe(200);
  });
});

/** Both requests are under way before either can write. */
async function whileMembersAreLocked(ask: () => Promise<Answer>[]): Promise<Answer[]> {
  const asked = await app.database.transaction(async (tx) => {
    await tx.execute(sql`select from membership for update`);
    const under = ask();
    const waiting = sql`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await app.database.execute<{ n: number }>(waiting)).rows[0]?.n).toBe(under.length);
    return { under };
  });
  return Promise.all(asked.under);
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
}

async function newAdmin(name: string): Promise<{ readonly cookie: string }> {
  const person = { id: null, name, email: `${name}@danube.example`, roles: ['admin'], active: true };
  await app.ask(cookies.get('admin') ?? '', 'people.save', { ...person, password: 'a long password' });
  return { cookie: await app.signIn(person.email, 'a long password') };
}

async function listedAs(email: string): Promise<Listed> {
  const { body } = await app.ask(cookies.get('admin') ?? '', 'people.list', {});
  const found = (body as { result: { data: readonly Listed[] } }).result.data.find((one) => one.email === email);
  if (!found) throw new Error(`nobody signs in as ${email}`);
  return found;
}

function save(cookie: string, { id, name, email, active, roles }: Listed & { roles: readonly Role[] }) {
  return app.ask(cookie, 'people.save', { id, name, email, active, roles, password: null });
}

async function lineOf(name: string, may: (role: Role) => Promise<boolean>): Promise<string> {
  const marks = [];
  for (const role of ROLES) marks.push((await may(role)) ? 'yes' : '–');
  return `| \`${name}\` | ${marks.join(' | ')} |`;
}

/** Refused by role, or let through to whatever its input deserves. */
async function asksFor(role: Role, name: ProcedureName): Promise<boolean> {
  const { status } = await app.ask(cookies.get(role) ?? '', name, { not: 'an input' });
  expect([200, 400, 403]).toContain(status);
  return status !== 403;
}

async function doesIt(role: Role, name: MutationName): Promise<boolean> {
  const answer = await perform(cookies.get(role) ?? '', name, argsFor[name](nothing()));
  expect(answer.status).toBe(200);
  return !JSON.stringify(answer.body).includes('permission.denied');
}

function perform(cookie: string, name: MutationName, args: unknown): Promise<Answer> {
  return app.ask(cookie, 'desk.perform', { id: randomUUID(), name, v: 1, args, at: AT });
}

function nothing(): Target {
  return { cardId: randomUUID(), handoffId: randomUUID(), userId: randomUUID() };
}

/** What was said, without what differs from one mutation to the next. */
function outcomeOf({ status, body }: Answer): unknown {
  const { result } = body as { result: { data: { state: string; refusal?: unknown } } }; // a verdict
  return { status, state: result.data.state, refusal: result.data.refusal ?? null };
}
