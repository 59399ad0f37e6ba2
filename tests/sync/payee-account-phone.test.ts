import type { ConfirmedRow } from '@cession/client/store/local-records.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import { payeeAccounts, type PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capture } from './journey-phone.ts';
import { openJourney, type Journey } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

/** Right to the last check digit, and not the factor's. */
const THIEF = 'HU71103001052481673049020006';

let world: Journey;
beforeAll(async () => {
  world = await openJourney();
});
afterAll(() => world.stop());

const accountsOnServer = () => world.sql('select p::text as row from payee_account p order by id');

/** Every account on this phone's disk becomes the thief's, in both stores. */
async function forge(store: LocalStore): Promise<string[]> {
  return store.tx('rw', ['confirmed', 'view'], async (tx) => {
    const held = (await tx.all('confirmed')).filter(({ table }) => table === payeeAccounts.name);
    const forged: ConfirmedRow[] = held.map((record) => {
      const account = record.row as PayeeAccount; // rows of that table
      return {
        ...record,
        row: { ...account, status: 'released', numbers: { kind: 'iban', iban: THIEF, bic: null, giro: null } },
      };
    });
    await tx.put('confirmed', forged);
    await tx.put(
      'view',
      forged.map(({ key, table, id, row }) => ({ key, table, id, row })),
    );
    return forged.map(({ id }) => id);
  });
}

test('what somebody writes into the storage of a phone never reaches the server, and the next version undoes it', async () => {
  let disk: LocalStore | undefined;
  const around = (store: LocalStore): LocalStore => {
    disk = store;
    return store;
  };
  const phone = await world.phone('rep1@danube.example', { around });
  await phone.syncNow();
  if (disk === undefined) throw new Error('the phone has no storage');
  const before = await accountsOnServer();
  expect((await forge(disk)).length).toBeGreaterThan(4);
  expect(await phone.disk()).toContain(THIEF);

  const reopened = await phone.reopen();
  await capture(reopened, newCustomer());
  await reopened.syncNow();
  expect(reopened.sync.outbox.items(), 'the phone had something to say').toEqual([]);
  expect(await accountsOnServer()).toEqual(before);

  await decideAboutEverything();
  await reopened.syncNow();
  const decided = await world.sql<{ id: string }>(
    'select id from payee_account where decided_at > now() - interval $$1 hour$$',
  );
  expect(decided.length).toBeGreaterThan(0);
  const kept = await numbersOn(reopened);
  for (const { id } of decided) expect(kept.get(id)).not.toContain(THIEF);
  await reopened.close();
});

/** A chief accountant turns down what waits: the row gets a new version, which every phone fetches. */
async function decideAboutEverything(): Promise<void> {
  const chief = await world.desk('chief@danube.example');
  const waiting = await world.sql<{ id: string; agreement_id: string }>(
    `select id, agreement_id from payee_account where status = 'proposed'`,
  );
  for (const { id, agreement_id: agreementId } of waiting) {
    const because = 'the factor was called and knows nothing of it';
    expect(await chief.perform('payee-account.reject', { accountId: id, agreementId, because })).toMatchObject({
      state: 'applied',
    });
  }
}

async function numbersOn(phone: { disk(): Promise<string> }): Promise<Map<string, string>> {
  const stores = JSON.parse(await phone.disk()) as { table?: string; id: string; row: unknown }[][]; // what it keeps
  const records = stores.flat().filter(({ table }) => table === payeeAccounts.name);
  return new Map(records.map(({ id, row }) => [id, JSON.stringify(row)]));
}
