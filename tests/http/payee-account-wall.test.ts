import { randomUUID } from 'node:crypto';
import { inCompany } from '@cession/server/db/company-transaction.ts';
import { mutators, type MutationName } from '@cession/shared/mutators.ts';
import { ROLES, type Role } from '@cession/shared/people/actor.ts';
import { procedures, type ProcedureName } from '@cession/shared/procedures.ts';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startComposedApp, type Answer, type ComposedApp } from '../support/composed-app.ts';
import { plausibleArgs, type Aim } from '../support/plausible-args.ts';

const AT = '2026-11-21T10:00:00.000Z';
/** Right to the last check digit, and not the factor's. */
const THIEF = 'HU71103001052481673049020006';
const mutationNames = [...mutators.values()].map(({ name }) => name).toSorted() as MutationName[]; // names of the list
const procedureNames = Object.keys(procedures).toSorted() as ProcedureName[]; // the keys of a literal object

/** Everybody but the two who answer for the account together. */
const powerless = ROLES.filter((role) => role !== 'coordinator' && role !== 'chief-accountant');
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

/** An agreement of the demo with an account in force and a proposal that waits: what a thief would aim at. */
interface Target {
  readonly agreement: string;
  readonly factor: string;
  readonly inForce: string;
  readonly proposal: string;
  readonly card: string;
  readonly limit: string;
}

let app: ComposedApp;
let target: Target;
let companyId: string;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  app = await startComposedApp();
  for (const role of ROLES) cookies.set(role, await app.signIn(addressOf[role]));
  companyId = (await profileOf('rep')).companyId;
  target = await findTarget();
});
afterAll(() => app.stop());

async function profileOf(role: Role): Promise<{ companyId: string }> {
  const { body } = await app.ask(cookies.get(role) ?? '', 'people.me', {});
  return (body as { result: { data: { companyId: string } } }).result.data; // what people.me answers
}

/** Asks the database itself, behind the wall of the company. */
function rowsOf(query: SQL): Promise<Record<string, unknown>[]> {
  return inCompany(app.database, companyId, { accessMode: 'read only' }, async (tx) => (await tx.execute(query)).rows);
}

async function findTarget(): Promise<Target> {
  const [found] = await rowsOf(sql`
    select a.id as agreement, a.factor_id as factor, a.account_id as "inForce", p.id as proposal,
      l.id as limit, l.card_id as card
    from agreement a
    join payee_account p on p.agreement_id = a.id and p.status = 'proposed'
    join debtor_limit l on l.agreement_id = a.id
    where a.account_id is not null limit 1`);
  if (!found) throw new Error('the demo has no agreement with a proposal that waits');
  return found as unknown as Target; // as the query names them
}

/** Every byte of every account, and which one each agreement names. */
async function accountsNow(): Promise<string> {
  const accounts = await rowsOf(sql`select p::text as row from payee_account p order by id`);
  const named = await rowsOf(sql`select id, account_id from agreement order by id`);
  expect(accounts.length).toBeGreaterThan(4);
  return JSON.stringify([accounts, named]);
}

const texts = [
  ...[
    'legalName',
    'contract',
    'card.edit',
    'EUR',
    '2026-11-21',
    AT,
    THIEF,
    'a'.repeat(64),
    'A'.repeat(43),
    '+36 1 555 0100',
    'image/jpeg',
  ],
  ...['x@danube.example', '{}', 'Hídfő Faktor Zrt.', 'contacts.0190a000-0000-7000-8000-000000000001.name'],
];

/** Three ways to aim: as the screens would, every id the account in force, every id the agreement. */
function aims(): Aim[] {
  const named: Readonly<Record<string, string>> = {
    ...{ accountId: target.proposal, agreementId: target.agreement, factorId: target.factor, id: randomUUID() },
    ...{ replaces: target.inForce, over: target.proposal, cardId: target.card, limitId: target.limit },
  };
  return [
    { texts, idOf: (key) => named[key] ?? randomUUID() },
    { texts, idOf: () => target.inForce },
    { texts, idOf: () => target.agreement },
  ];
}

/** What no schema asks for: rows of other tables, the fields of an account, everything a merge could fall for. */
function smuggled(): object {
  const row = { id: target.inForce, agreementId: target.agreement, status: 'released', holderName: 'Thief Kft.' };
  const numbers = { kind: 'iban', iban: THIEF, bic: null, giro: null };
  return {
    ...{ table: 'payee-accounts', op: 'put', row: { ...row, numbers }, rows: [{ ...row, numbers }], numbers },
    ...{ status: 'released', holderName: 'Thief Kft.', account: { ...row, numbers }, payee: { ...row, numbers } },
    ...{ edits: { ref: { table: 'payee-accounts', id: target.inForce }, changes: { numbers } } },
    ...{ changes: { legalName: 'x', 'payee-accounts': 'x', 'numbers.iban': THIEF, accountId: target.proposal } },
    ...{ actor: { roles: ['coordinator', 'chief-accountant'] }, roles: ['chief-accountant'], companyId: randomUUID() },
    constructor: { prototype: { roles: ['chief-accountant'] } },
  };
}

function argsOf(name: MutationName, aim: Aim): object {
  const mutator = mutators.get(`${name}@1`);
  if (!mutator) throw new Error(`${name} has no first version`);
  return plausibleArgs(mutator.args, aim) as object; // every mutator takes an object
}

/** What a thief who knows the product would say first. */
function inPlainWords(): { name: MutationName; args: object }[] {
  const { agreement: agreementId, inForce, proposal } = target;
  const numbers = { kind: 'iban', iban: THIEF, bic: null, giro: null };
  const account = { numbers, holderName: 'Thief Kft.', bankName: '', because: 'a new bank' };
  return [
    { name: 'payee-account.propose', args: { accountId: randomUUID(), agreementId, over: proposal, ...account } },
    { name: 'payee-account.release', args: { accountId: proposal, agreementId, replaces: inForce } },
    { name: 'payee-account.reject', args: { accountId: proposal, agreementId, because: 'out of the way' } },
  ];
}

/** Every mutation, plausible and spoilt, in every way of aiming. */
function attempts(): { name: MutationName; args: object }[] {
  const madeUp = mutationNames.flatMap((name) =>
    aims().flatMap((aim) => {
      const args = argsOf(name, aim);
      return [
        { name, args },
        { name, args: { ...smuggled(), ...args } },
      ];
    }),
  );
  return [...inPlainWords(), ...madeUp];
}

const perform = (role: Role, name: string, args: unknown): Promise<Answer> =>
  app.ask(cookies.get(role) ?? '', 'desk.perform', { id: randomUUID(), name, v: 1, args, at: AT });

/** The same from a phone, as one push. */
function push(role: Role, list: readonly { name: string; args: unknown }[]): Promise<Answer> {
  const mutations = list.map(({ name, args }, place) => ({
    ...{ id: randomUUID(), seq: place + 1, v: 1, at: AT, name, args },
  }));
  return app.ask(cookies.get(role) ?? '', 'sync.push', {
    ...{ p: 1, epoch: null, device: randomUUID(), incarnation: randomUUID(), app: 'test' },
    ...{ pending: { count: mutations.length, oldest: null }, mutations },
  });
}

describe('I17: the payee account, from a session that does not answer for it', () => {
  test.each(mutationNames)('a sample can be made of every mutation, also of a new one: %s', (name) => {
    for (const aim of aims()) expect(argsOf(name, aim)).toBeTypeOf('object');
  });

  test.each(powerless)('no mutation changes it, said at a desk or pushed by a phone: %s', async (role) => {
    const before = await accountsNow();
    for (const { name, args } of attempts()) {
      expect((await perform(role, name, args)).status, name).toBeLessThan(500);
    }
    const pushed = await push(role, attempts().slice(0, 100));
    expect(pushed.status).toBeLessThan(500);
    expect(await accountsNow()).toBe(before);
  });

  test.each(powerless)('no question to the server changes it: %s', async (role) => {
    const before = await accountsNow();
    for (const name of procedureNames) {
      const right = aims().map((aim) => plausibleArgs(procedures[name].input, aim));
      for (const input of [...right, { ...smuggled() }, { ...(right[0] as object), ...smuggled() }]) {
        const { status } = await app.ask(cookies.get(role) ?? '', name, input);
        expect(status, name).toBeLessThan(500);
      }
    }
    expect(await accountsNow()).toBe(before);
  });

  test('odd paths on a card are a matter of that card, or refused', async () => {
    const before = await accountsNow();
    const paths = ['payee-accounts', `payee-accounts.${target.inForce}.numbers`, '__proto__', '__proto__.status'];
    const onCard = [`bankAccounts.${target.inForce}.iban`, `bankAccounts.${target.inForce}.holderName`];
    for (const path of [...paths, ...onCard, 'agreement.accountId', '../agreements', 'constructor.prototype.status']) {
      await perform('rep', 'card.edit', { cardId: target.card, changes: { [path]: THIEF } });
      await perform('rep', 'card.create', { cardId: target.inForce, jurisdiction: 'HU', changes: { [path]: THIEF } });
    }
    expect(await accountsNow()).toBe(before);
  });
});

describe('the payee account, from the session of one of the two who answer for it', () => {
  test('a chief accountant alone puts no account in force that nobody proposed', async () => {
    const known = await rowsOf(sql`select id, numbers::text, holder_name from payee_account order by id`);
    const before = await accountsNow();
    for (const { name, args } of attempts()) await perform('chief-accountant', name, args);
    const now = await rowsOf(sql`select id, numbers::text, holder_name from payee_account order by id`);
    expect(now).toEqual(known);
    expect(await accountsNow(), 'the attempts aim at what can be decided').not.toBe(before);
  });

  test('a coordinator alone adds proposals, and nothing else about it moves', async () => {
    const released = () =>
      rowsOf(sql`select p::text as row from payee_account p where status in ('released', 'superseded')
        order by id`);
    const named = () => rowsOf(sql`select id, account_id from agreement where account_id is not null order by id`);
    const before = [await released(), await named()];
    const all = await accountsNow();
    for (const { name, args } of attempts()) await perform('coordinator', name, args);
    expect([await released(), await named()]).toEqual(before);
    expect(await accountsNow(), 'the attempts aim at what can be proposed').not.toBe(all);
  });
});
