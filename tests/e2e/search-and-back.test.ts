import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { signInAs, takePhone } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();

test('a card pressed the moment it is found opens, however long its screen takes, and Back finds the search as it was', async () => {
  const phone = await takePhone(stage, { serviceWorkers: 'block' });
  const { page } = phone;
  phone.console.allow(/Service Worker registration blocked|reading 'waiting'/);
  await signInAs(phone, stage, 'rep1');
  await page.route(/\/assets\/card-screen-/, async (route) => {
    await later(4000);
    await route.continue();
  });
  await page.goto(`${stage.url}/cards`);
  await page.getByRole('search').getByRole('textbox').fill('vasut');
  const found = page.getByRole('main').getByRole('link', { name: 'Vasutas' });
  // Quicker than any thumb: the search is not in the address yet.
  await found.evaluate((link: HTMLElement) => link.click());

  await page.getByRole('heading', { name: 'Vasutas', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/cards\/[0-9a-f-]{36}$/);
  await page.goBack();
  await page.getByRole('heading', { name: 'Cards', level: 1 }).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('vasut');
  expect(await page.getByRole('search').getByRole('textbox').inputValue()).toBe('vasut');
  expect(await page.getByRole('main').getByRole('link', { name: /\d/ }).count()).toBeGreaterThan(0);
});
