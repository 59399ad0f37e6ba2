import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { answer, openSection } from './support/card-steps.ts';
import type { Answers } from './support/customers.ts';
import { PEOPLE, signInAs, takePhone, untilReadyOffline } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();
const TREIN = 'De Houten Trein B.V.';

test('two reps fill one card with no signal: what differs joins, one contract number needs a decision before hand-over', async () => {
  const peter = await takePhone(stage);
  const julia = await takePhone(stage);
  await signInAs(peter, stage, 'rep1');
  await untilReadyOffline(peter);
  await openCard(peter.page);
  await peter.page.getByRole('button', { name: 'Share with a colleague' }).click();
  await peter.page.getByRole('dialog').getByRole('checkbox', { name: PEOPLE.rep2 }).check();
  await peter.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await untilSent(peter.page);
  await signInAs(julia, stage, 'rep2');
  await untilReadyOffline(julia);
  await peter.context.setOffline(true);
  await julia.context.setOffline(true);

  await openCard(peter.page);
  await change(peter.page, 'Contract and terms', [
    ['Contract number', 'HT-2026/77'],
    ['Payment terms, days', '45'],
  ]);
  await openCard(julia.page);
  await change(julia.page, 'Contract and terms', [['Contract number', 'HT-2026/78']]);
  await change(julia.page, 'Addresses', [['House number', '160']]);

  await peter.context.setOffline(false);
  await untilSent(peter.page);
  await julia.context.setOffline(false);
  await julia.page.getByRole('region', { name: 'Two people wrote different things' }).waitFor();

  // What only one of them touched is on both phones.
  await openCard(peter.page);
  await peter.page.getByRole('region', { name: 'Two people wrote different things' }).waitFor();
  for (const { page } of [peter, julia]) {
    expect(await valueOf(page, 'Contract and terms', 'Payment terms, days')).toBe('45');
    expect(await valueOf(page, 'Addresses', 'House number')).toBe('160');
    await page.getByRole('button', { name: 'Send to accounting — one decision open' }).waitFor();
  }

  // The button that cannot send leads to what stands in the way, with both values and their writers.
  await julia.page.getByRole('button', { name: 'Send to accounting — one decision open' }).click();
  await julia.page.getByRole('heading', { name: 'Which value holds?' }).waitFor();
  await julia.page.getByRole('region', { name: /^You/ }).getByText('HT-2026/78').waitFor();
  const his = julia.page.getByRole('region', { name: new RegExp(`^${PEOPLE.rep1}`) });
  await his.getByText('HT-2026/77').waitFor();
  await his.getByRole('button', { name: /^Keep this one/ }).click();
  for (const { page } of [julia, peter]) {
    await page.getByRole('button', { name: 'Check and send' }).waitFor();
    expect(await valueOf(page, 'Contract and terms', 'Contract number')).toBe('HT-2026/77');
  }
});

async function openCard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await page.getByRole('link', { name: TREIN }).click();
  await page.getByRole('region', { name: 'Sections' }).waitFor();
}

async function change(page: Page, section: string, answers: Answers): Promise<void> {
  await openSection(page, section);
  await answer(page, answers);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
}

async function valueOf(page: Page, section: string, label: string): Promise<string> {
  await openSection(page, section);
  const value = await page.getByLabel(label, { exact: true }).inputValue();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  return value;
}

async function untilSent(page: Page): Promise<void> {
  await page.goto(`${stage.url}/outbox`);
  await page.getByText('Everything is sent', { exact: true }).waitFor();
  await page.goto(`${stage.url}/`);
}
