import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { hungarianCustomer } from './support/customers.ts';
import { signInAs, takeMortalPhone, untilReadyOffline } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();

/** A thumb on a phone: about eight characters a second in a number, slower in a name. */
const KEY_MS = 150;

test('from a cold start with no signal to a saved draft with name and checked tax number: within 10 taps and 20 seconds', async () => {
  const phone = await takeMortalPhone(stage);
  const { name, number } = hungarianCustomer('Tíz Koppintás Kft.', '2495816');
  await signInAs(phone, stage, 'rep1');
  await untilReadyOffline(phone);
  await phone.turnOff();

  const startedAt = performance.now();
  await phone.turnOn('/', 'offline');
  const { page } = phone;
  const thumb = countTaps(page);
  await thumb.tap(page.getByRole('link', { name: 'New card' }));
  const taxNumber = page.getByLabel('Tax number', { exact: true });
  await taxNumber.waitFor();
  await expect.poll(() => taxNumber.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type(number.replaceAll('-', ''), { delay: KEY_MS });
  await page.getByText('check digit', { exact: true }).waitFor();
  await thumb.tap(page.getByLabel('Legal name'));
  await page.keyboard.type(name, { delay: KEY_MS });
  await thumb.tap(page.getByRole('button', { name: 'Save card' }));
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  const seconds = (performance.now() - startedAt) / 1000;

  expect(thumb.taps()).toBeLessThanOrEqual(10);
  expect(seconds).toBeLessThan(20);
  await phone.die();
  await phone.turnOn('/cards', 'offline');
  await phone.page.getByRole('link', { name }).waitFor();
});

function countTaps(page: Page): { tap(where: Locator): Promise<void>; taps(): number } {
  let taps = 0;
  return {
    async tap(where) {
      await where.waitFor();
      taps += 1;
      const box = await where.boundingBox();
      if (box === null) throw new Error('what is not on screen cannot be tapped');
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    },
    taps: () => taps,
  };
}
