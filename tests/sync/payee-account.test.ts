import { randomUUID } from 'node:crypto';
import { sqlState } from '@cession/server/db/sql-state.ts';
import { agreementTable, payeeAccountTable } from '@cession/server/notice/agreement-tables.ts';
import type { Role } from '@cession/shared/people/actor.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import { inCompany } from '@cession/server/db/company-transaction.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openQueueWorld, type QueueWorld } from './queue-world.ts';
import type { Server, Work } from './work-at-company.ts';

let world: QueueWorld;
let second: Server;
beforeAll(async () => {
  world = await openQueueWorld();
  second = world.openServer();
});
afterAll(() => world.stop());

let work: Work;
let agreementId: string;
let [anna, bela, chief, otherChief, both, rep]: SyncActor[] = [];
beforeEach(async () => {
  work = await world.newCompany();
  [anna, bela] = [person('coordinator'), person('coordinator')];
  [chief, otherChief] = [person('chief-accountant'), person('chief-accountant')];
  [both, rep] = [person('coordinator', 'chief-accountant'), person('rep')];
  agreementId = await newAgreement();
});

const person = (...roles: Role[]): SyncActor => ({ userId: randomUUID(), companyId: work.companyId, roles });

async function act(who: SyncActor | undefined, name: string, args: object, through = world.server): Promise<Verdict> {
  if (who === undefined) throw new Error('nobody acts');
  const answer = await through.spine.perform(who, { id: randomUUID(), name, v: 1, args, at: world.now() });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const office = {
  ...{ legalName: 'Hídfő Faktor Zrt.', jurisdiction: 'HU', numbers: [], seat: 'Budapest' },
  ...{ contactName: '', contactPhone: '', contactEmail: '' },
};
const terms = {
  ...{ number: 'HF-1', signedOn: '2026-03-16', jurisdiction: 'HU', recourse: true, currency: 'HUF' },
  ...{ registerEntry: null, threeParty: null, status: 'open' },
};

async function newAgreement(): Promise<string> {
  const ids = { agreementId: randomUUID(), factorId: randomUUID() };
  await act(anna, 'factor.save', { id: ids.factorId, ...office });
  expect(await act(anna, 'agreement.save', { ...ids, ...terms })).toMatchObject({ state: 'applied' });
  return ids.agreementId;
}

const account = {
  ...{ holderName: 'Hídfő Faktor Zrt.', bankName: 'MBH Bank', because: 'letter of the factor' },
  numbers: { kind: 'iban', iban: 'HU53103001052481637049020002', bic: null, giro: '10300105-24816370-49020002' },
};

async function propose(who: SyncActor | undefined, over: string | null, more: object = {}, through = world.server) {
  const accountId = randomUUID();
  const verdict = await act(
    who,
    'payee-account.propose',
    { accountId, agreementId, over, ...account, ...more },
    through,
  );
  return { accountId, verdict };
}

const release = (who: SyncActor | undefined, accountId: string, replaces: string | null, through = world.server) =>
  act(who, 'payee-account.release', { accountId, agreementId, replaces }, through);

async function rowsNow() {
  const [agreement, accounts] = await inCompany(
    world.server.database,
    work.companyId,
    {},
    async (tx) =>
      [
        (await tx.select().from(agreementTable)).find(({ id }) => id === agreementId),
        await tx.select().from(payeeAccountTable).orderBy(payeeAccountTable.version),
      ] as const,
  );
  return {
    inForce: agreement?.accountId ?? null,
    states: accounts.map(({ version, status }) => `${version} ${status}`),
  };
}

const refused = (code: string) => ({ state: 'rejected', refusal: { code } });

describe('the account debtors pay to', () => {
  test('comes into force by a second person, and supersedes the one before in the same moment', async () => {
    const first = await propose(anna, null);
    expect(await rowsNow()).toEqual({ inForce: null, states: ['1 proposed'] });
    expect(await release(chief, first.accountId, null)).toMatchObject({ state: 'applied' });
    const next = await propose(bela, first.accountId);
    expect(await rowsNow()).toEqual({ inForce: first.accountId, states: ['1 released', '2 proposed'] });
    expect(await release(chief, next.accountId, first.accountId)).toMatchObject({ state: 'applied' });
    expect(await rowsNow()).toEqual({ inForce: next.accountId, states: ['1 superseded', '2 released'] });
  });

  test('is never released or turned down by whoever proposed it, whatever roles they hold', async () => {
    const { accountId } = await propose(both, null);
    expect(await release(both, accountId, null)).toMatchObject(refused('payee-account.own-proposal'));
    const no = await act(both, 'payee-account.reject', { accountId, agreementId, because: 'on second thought' });
    expect(no).toMatchObject(refused('payee-account.own-proposal'));
    expect(await rowsNow()).toEqual({ inForce: null, states: ['1 proposed'] });
  });

  test('is not for a coordinator to release, nor for a chief to propose, nor for a rep at all', async () => {
    const { accountId } = await propose(anna, null);
    expect(await release(bela, accountId, null)).toMatchObject(refused('permission.denied'));
    expect((await propose(chief, accountId)).verdict).toMatchObject(refused('permission.denied'));
    expect(await release(rep, accountId, null)).toMatchObject(refused('permission.denied'));
    expect((await propose(rep, accountId)).verdict).toMatchObject(refused('permission.denied'));
  });

  test('is decided once: after a no with its reason there is no yes', async () => {
    const { accountId } = await propose(anna, null);
    await act(chief, 'payee-account.reject', { accountId, agreementId, because: 'the factor knows nothing of it' });
    expect(await release(chief, accountId, null)).toMatchObject(refused('payee-account.decided'));
    expect(await rowsNow()).toEqual({ inForce: null, states: ['1 rejected'] });
  });

  test('cannot be an earlier proposal: a newer one has taken its place', async () => {
    const earlier = await propose(anna, null);
    const later = await propose(anna, earlier.accountId);
    expect(await release(chief, earlier.accountId, null)).toMatchObject(refused('payee-account.decided'));
    expect(await release(chief, later.accountId, null)).toMatchObject({ state: 'applied' });
    expect(await rowsNow()).toEqual({ inForce: later.accountId, states: ['1 rejected', '2 released'] });
  });

  test('is released only against the account that was compared with it', async () => {
    const { accountId } = await propose(anna, null);
    expect(await release(chief, accountId, randomUUID())).toMatchObject(refused('payee-account.changed'));
  });

  test('is refused while a number of it is wrong, whoever types it', async () => {
    const slip = { ...account.numbers, iban: 'HU53103001052481673049020002' };
    expect((await propose(anna, null, { numbers: slip })).verdict).toMatchObject({
      refusal: { code: 'payee-account.number-wrong', parts: ['iban'] },
    });
    const other = { ...account.numbers, giro: '11600006-02481630-75000008' };
    expect((await propose(anna, null, { numbers: other })).verdict).toMatchObject({
      refusal: { code: 'payee-account.number-wrong', parts: ['giro'] },
    });
    const american = { kind: 'us', aba: '021000021', account: '004183627', bic: null, lockbox: null };
    expect((await propose(anna, null, { numbers: american })).verdict).toMatchObject({
      refusal: { code: 'payee-account.number-wrong', parts: ['kind'] },
    });
  });

  test('has a holder, without letters nobody can see', async () => {
    for (const holderName of ['', '   ', 'Hídfő\u202eFaktor', 'Hídfő\u200bFaktor']) {
      expect((await propose(anna, null, { holderName })).verdict).toMatchObject(refused('mutation.malformed'));
    }
  });

  test('cannot ride along when the coordinator saves the agreement, which keeps factor, law and currency', async () => {
    const { accountId } = await propose(anna, null);
    await release(chief, accountId, null);
    const factorId = randomUUID();
    await act(anna, 'factor.save', { id: factorId, ...office });
    const smuggled = { agreementId, factorId, ...terms, accountId: null };
    expect(await act(anna, 'agreement.save', smuggled)).toMatchObject(refused('agreement.fixed'));
    expect((await rowsNow()).inForce).toBe(accountId);
  });

  test('answers another company as if it did not exist', async () => {
    const { accountId } = await propose(anna, null);
    const stranger = { ...person('chief-accountant'), companyId: (await world.newCompany()).companyId };
    const theirs = { id: randomUUID(), name: 'payee-account.release', v: 1, at: world.now() };
    const answer = await world.server.spine.perform(stranger, {
      ...theirs,
      args: { accountId, agreementId, replaces: null },
    });
    expect(answer).toMatchObject({ ok: true, value: refused('agreement.not-found') });
    expect(await rowsNow()).toEqual({ inForce: null, states: ['1 proposed'] });
  });
});

describe('when several people act at once, on two servers', () => {
  test('one of six proposals takes the next version, the others are told to look again', async () => {
    const answers = await Promise.all(
      [anna, bela, anna, bela, anna, bela].map((who, turn) => propose(who, null, {}, turn % 2 ? second : world.server)),
    );
    const states = answers.map(({ verdict }) => verdict.refusal?.code ?? verdict.state);
    expect(states.toSorted()).toEqual(['applied', ...Array<string>(5).fill('payee-account.changed')]);
    expect((await rowsNow()).states).toEqual(['1 proposed']);
  });

  test('a yes and a no to one proposal: exactly one of them counts', async () => {
    const { accountId } = await propose(anna, null);
    const [yes, no] = await Promise.all([
      release(chief, accountId, null),
      act(otherChief, 'payee-account.reject', { accountId, agreementId, because: 'not from them' }, second),
    ]);
    expect([yes.state, no.state].toSorted()).toEqual(['applied', 'rejected']);
    const { inForce, states } = await rowsNow();
    expect({ inForce, states }).toEqual(
      yes.state === 'applied'
        ? { inForce: accountId, states: ['1 released'] }
        : { inForce: null, states: ['1 rejected'] },
    );
  });

  test('a debtor gets one limit, however many coordinators set it', async () => {
    const { cardId } = await work.capture();
    const limit = { agreementId, cardId, amountMinor: 100, status: 'requested', decidedOn: null, note: '' };
    const set = (who: SyncActor | undefined, through: Server) =>
      act(who, 'limit.set', { limitId: randomUUID(), ...limit }, through);
    const answers = await Promise.all([set(anna, world.server), set(bela, second), set(anna, second)]);
    expect(answers.map(({ refusal, state }) => refusal?.code ?? state).toSorted()).toEqual([
      'applied',
      'limit.exists',
      'limit.exists',
    ]);
  });
});

test('the database itself keeps no account in force that one person made alone', async () => {
  const { accountId } = await propose(anna, null);
  const alone = inCompany(world.server.database, work.companyId, {}, (tx) =>
    tx.execute(
      sql`update payee_account set status = 'released', decided_by = proposed_by, row_ver = row_ver + 1 where id = ${accountId}`,
    ),
  );
  await expect(alone.catch((error: unknown) => Promise.reject(new Error(sqlState(error) ?? 'none')))).rejects.toThrow(
    '23514',
  );
});
