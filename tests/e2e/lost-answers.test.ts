import { expect, test } from 'vitest';
import { arrived } from './support/arrived.ts';
import { createCard, fillSections, handOver } from './support/card-steps.ts';
import { hungarianCustomer, type Customer } from './support/customers.ts';
import { queueRow } from './support/desk-steps.ts';
import { signInAs, sitAtDesk, takePhone, untilReadyOffline, type Person } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();

test('the answer to the first push is lost on its way: one card, one queue item, and the phone ends at "With accounting"', async () => {
  const rep = await takePhone(stage);
  const customer = hungarianCustomer('Vízipók Hobbi Kft.', '2719384');
  await handOverOffline(rep, customer);

  // The server hears everything; the phone hears nothing, once.
  let swallowed = 0;
  await rep.page.route('**/trpc/sync.push*', async (route) => {
    if (swallowed > 0) return route.continue();
    swallowed += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await rep.context.setOffline(false);

  await expectOneOf(rep, customer);
  expect(swallowed).toBe(1);
});

test('the server dies between receipt and decision: started again it decides once, and nobody sends anything twice', async () => {
  const rep = await takePhone(stage);
  const customer = hungarianCustomer('Napraforgó Ovi Kft.', '2630517');
  await handOverOffline(rep, customer);

  // Somebody holds the company's counter, which a decision takes last: received work stays undecided.
  const holder = await stage.connect();
  await holder.query('begin');
  await holder.query('select ver from company_clock where company_id = app_company() for update');
  await rep.context.setOffline(false);
  await expect.poll(() => undecided(), { timeout: 15_000 }).toBeGreaterThan(0);
  await stage.app.kill();
  await holder.query('rollback');
  expect(await arrived(stage, customer.name)).toEqual({ cards: 0, items: 0, handoffs: 0 });
  await stage.app.restart();

  await expectOneOf(rep, customer);
});

async function handOverOffline(rep: Person, customer: Customer): Promise<void> {
  await signInAs(rep, stage, 'rep2');
  await untilReadyOffline(rep);
  await rep.context.setOffline(true);
  await createCard(rep.page, 'Hungary', customer);
  await fillSections(rep.page, customer);
  await handOver(rep.page);
  await rep.page.getByRole('link', { name: 'Waiting to send' }).waitFor();
}

async function expectOneOf(rep: Person, customer: Customer): Promise<void> {
  await rep.page.getByText(/^With accounting since/).waitFor({ timeout: 90_000 });
  await rep.page.goto(`${stage.url}/outbox`);
  await rep.page.getByText('Everything is sent', { exact: true }).waitFor();
  expect(await arrived(stage, customer.name)).toEqual({ cards: 1, items: 1, handoffs: 1 });
  const accountant = await sitAtDesk(stage);
  await signInAs(accountant, stage, 'accountant1');
  await queueRow(accountant.page, customer.name).waitFor();
  expect(await queueRow(accountant.page, customer.name).count()).toBe(1);
}

async function undecided(): Promise<number> {
  const [row] = await stage.sql<{ count: number }>(
    `select count(*)::int as count from mutation where state = 'received'`,
  );
  return row?.count ?? 0;
}
