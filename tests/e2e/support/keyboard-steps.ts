import type { Locator, Page } from 'playwright-core';

/** A hand that has only a keyboard: it goes from one control to the next, and never points. */

const FAR_ENOUGH = 60;

/** Tab by Tab to a control; one that no Tab reaches fails. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let step = 0; step < FAR_ENOUGH; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${String(control)}`);
}

export async function pressByKey(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

export async function tickByKey(page: Page, label: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press('Space');
}

/** As a keyboard gives the digits of a PIN, then Enter. */
export async function pinByKey(page: Page, digits: string): Promise<void> {
  await page.keyboard.type(digits);
  await page.keyboard.press('Enter');
}
