import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived } from './support/arrived.ts';
import { beginCard, createCard } from './support/card-steps.ts';
import { hungarianCustomer } from './support/customers.ts';
import { signInAs, takePhone, untilReadyOffline } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile({ behindDoor: true });

test('the app is updated in the field with a full outbox: it waits for the form, loses nothing, and goes on with no signal', async () => {
  const rep = await takePhone(stage);
  const waiting = hungarianCustomer('Frissülő Kft.', '2703692');
  const typed = hungarianCustomer('Félbehagyott Kft.', '2814703');
  await signInAs(rep, stage, 'rep2');
  await untilReadyOffline(rep);
  expect(await isNextVersion(rep.page)).toBe(false);

  // A card waits in the outbox: the network is there, the server behind it does not answer.
  await rep.page.route('**/trpc/**', (route) => route.abort('connectionrefused'));
  await createCard(rep.page, 'Hungary', waiting);
  await rep.page.getByRole('link', { name: 'Back', exact: true }).click();
  await rep.page.getByRole('link', { name: 'Today' }).click();
  await rep.page.getByRole('dialog').getByRole('button', { name: 'Later' }).click();

  // A new version comes down while the rep is typing the next card, and the signal goes.
  stage.door.deployNext();
  await beginCard(rep.page, 'Hungary');
  await rep.page.getByLabel('Legal name').fill(typed.name);
  await rep.page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await rep.page.getByText('A new version is ready').waitFor();
  await rep.context.setOffline(true);

  // The person says yes; the app takes the next version only when the form is saved.
  await rep.page.getByRole('button', { name: 'Update now' }).click();
  await rep.page.getByText('Updating as soon as your work is saved').waitFor();
  expect(await rep.page.getByLabel('Legal name').inputValue()).toBe(typed.name);
  await rep.page.getByRole('button', { name: 'Save card' }).click();
  await expect.poll(() => isNextVersion(rep.page), { timeout: 15_000 }).toBe(true);
  await rep.page.getByRole('heading', { name: typed.name, level: 1 }).waitFor();

  // Both cards are still to be sent, and each is sent once.
  await rep.page.goto(`${stage.url}/outbox`);
  for (const { name } of [waiting, typed]) await rep.page.getByText(`New card: ${name}`).waitFor();
  await rep.page.unrouteAll();
  await rep.context.setOffline(false);
  await rep.page.getByText('Everything is sent', { exact: true }).waitFor({ timeout: 30_000 });
  for (const { name } of [waiting, typed]) expect((await arrived(stage, name)).cards).toBe(1);
});

function isNextVersion(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('meta[name="x-version"]') !== null).catch(() => false); // between two pages
}
