import { expect, test } from 'vitest';
import { arrived } from './support/arrived.ts';
import {
  answer,
  createCard,
  fillPeople,
  fillSections,
  fillTheRest,
  goOnTo,
  handOver,
  openSection,
  pasteRequisites,
} from './support/card-steps.ts';
import { hungarianCustomer, russianCustomer, russianRequisites } from './support/customers.ts';
import { acceptCard, exportAccepted, openInQueue, queueRow, returnCard, untilClaimed } from './support/desk-steps.ts';
import { PEOPLE, signInAs, sitAtDesk, takeMortalPhone, untilAllIsSaid, untilReadyOffline } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();

test('captured with no signal and a dying phone, two cards reach accounting once; one comes back, is fixed, accepted, exported', async () => {
  const phone = await takeMortalPhone(stage);
  const kekcinke = hungarianCustomer();

  // Morning, still in the office: the phone learns what it needs. At the customer's it starts with no signal.
  await signInAs(phone, stage, 'rep1');
  await untilReadyOffline(phone);
  await phone.turnOff();
  await phone.turnOn('/', 'offline');

  // At the first customer's table the battery dies in the middle of a form.
  await createCard(phone.page, 'Hungary', kekcinke);
  await openSection(phone.page, 'Company');
  await answer(phone.page, kekcinke.company);
  await goOnTo(phone.page, 'People and authority');
  await fillPeople(phone.page, kekcinke);
  await phone.page.getByText(/^Saved \d\d:\d\d$/).waitFor();
  await phone.die();

  // Charged again, still no signal: what was typed is in its form.
  await phone.turnOn('/', 'offline');
  await phone.page
    .getByRole('dialog', { name: 'Keep Cession on this phone' })
    .getByRole('button', { name: 'Later' })
    .click();
  await phone.page
    .getByRole('region', { name: 'Continue where you stopped' })
    .getByRole('link', { name: kekcinke.name })
    .click();
  await phone.page.getByRole('button', { name: 'Fehér Tünde' }).click();
  expect(await phone.page.getByLabel('E-mail', { exact: true }).inputValue()).toBe('feher.tunde@kekcinke.example');
  expect(await phone.page.getByLabel('Privacy notice given on').inputValue()).toBe('2026-11-02');
  await fillTheRest(phone.page, kekcinke);
  await handOver(phone.page);
  await phone.page
    .getByText('It goes to accounting by itself as soon as there is a connection. You can go on.')
    .waitFor();

  // The second customer's details come out of their mail.
  await phone.page.goto(`${stage.url}/cards/new`);
  await phone.page.getByRole('radio', { name: 'Russia' }).check();
  await pasteRequisites(phone.page, russianRequisites);
  await phone.page.getByRole('button', { name: 'Save card' }).click();
  await phone.page.getByRole('region', { name: 'Sections' }).waitFor();
  await fillSections(phone.page, russianCustomer, { person: 'Лебедева Анна Сергеевна' });
  await handOver(phone.page);
  await phone.page.goto(`${stage.url}/`);
  await phone.page.getByRole('link', { name: /^Outbox:/ }).click();
  await phone.page.getByRole('region', { name: 'Waiting to send' }).waitFor();
  await phone.page.getByText(`To accounting: ${kekcinke.name}`).waitFor();
  await phone.page.getByText(`To accounting: ${russianCustomer.name}`).waitFor();

  // The signal is back.
  await phone.context.setOffline(false);
  await phone.page.getByText('Everything is sent', { exact: true }).waitFor();
  for (const { name } of [kekcinke, russianCustomer])
    expect(await arrived(stage, name)).toEqual({ cards: 1, items: 1, handoffs: 1 });

  // Two accountants see it; the one who opens it has it.
  const katalin = await sitAtDesk(stage);
  const andras = await sitAtDesk(stage);
  await signInAs(katalin, stage, 'accountant1');
  await signInAs(andras, stage, 'accountant2');
  await queueRow(andras.page, kekcinke.name).waitFor();
  await openInQueue(katalin.page, kekcinke.name);
  await untilClaimed(katalin.page);
  await andras.page
    .getByRole('link', { name: new RegExp(`${kekcinke.name}.*held by ${PEOPLE.accountant1}`) })
    .waitFor();
  await openInQueue(andras.page, kekcinke.name);
  await andras.page.getByText(`${PEOPLE.accountant1} is working on this. You can read it.`).waitFor();
  expect(await andras.page.getByRole('button', { name: /^(Claim it|Accept|Return)/ }).count()).toBe(0);
  expect(await katalin.page.getByText('feher.tunde@kekcinke.example').count()).toBe(0);

  // Back to the rep, on two fields.
  await returnCard(
    katalin.page,
    [
      { field: 'Contract number', reason: 'mismatch-with-register', note: 'The contract says DT-2026/310.' },
      { field: 'Payment terms, days', reason: 'mismatch-with-register' },
    ],
    'Everything else is right, thank you.',
  );

  // The phone opens it where the first answer is needed; each answer ticks its point.
  await phone.page.goto(`${stage.url}/`);
  await phone.page
    .getByRole('link', { name: new RegExp(`Returned by accounting · 2 points.*${kekcinke.name}`) })
    .click();
  const contractNumber = phone.page.getByLabel('Contract number');
  await contractNumber.waitFor();
  await expect.poll(() => contractNumber.evaluate((field) => field === document.activeElement)).toBe(true);
  await phone.page.getByText('The contract says DT-2026/310.').waitFor();
  await phone.page.getByRole('link', { name: 'Back', exact: true }).click();
  await phone.page.getByText('Everything else is right, thank you.').waitFor();
  await phone.page.getByRole('button', { name: 'Send again — 2 points open' }).click();
  await contractNumber.fill('DT-2026/310');
  await phone.page.getByRole('button', { name: 'Next: Payment terms, days' }).click();
  await phone.page.getByRole('link', { name: 'Back', exact: true }).click();
  await phone.page.getByRole('link', { name: /^Contract number.*Fixed$/ }).waitFor();
  await phone.page.getByRole('button', { name: 'Send again — one point open' }).click();
  await phone.page.getByLabel('Payment terms, days').fill('21');
  await phone.page.getByRole('button', { name: 'Done' }).click();
  await phone.page.getByText('All answered. You can send it again.').waitFor();
  await phone.page.getByRole('button', { name: 'Check and send' }).click();
  await phone.page.getByRole('button', { name: 'Send again' }).click();
  await phone.page.getByText(/^With accounting since/).waitFor();
  await untilAllIsSaid(phone.page);
  expect(await arrived(stage, kekcinke.name)).toEqual({ cards: 1, items: 1, handoffs: 2 });

  // Accounting sees only what changed, accepts, exports.
  await openInQueue(katalin.page, kekcinke.name);
  await katalin.page.getByText('2 fields have changed. Only what changed is marked.').waitFor();
  await katalin.page.getByText('before: DT-2026/301').waitFor();
  await katalin.page.getByText('now: DT-2026/310').waitFor();
  await untilClaimed(katalin.page);
  await acceptCard(katalin.page, kekcinke.name);
  const csv = await exportAccepted(katalin.page, 'CSV with commas');
  const lines = csv.split('\r\n').filter((line) => line.includes(kekcinke.name));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(kekcinke.number);
  expect(lines[0]).toContain('DT-2026/310');
});
