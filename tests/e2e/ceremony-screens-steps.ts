import type { Page } from 'playwright-core';

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Digit by digit, as a thumb does. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await press(page, digit);
}

/** A hand writes loops across the field. */
export async function drawName(page: Page): Promise<void> {
  const field = await page.locator('canvas').boundingBox();
  if (field === null) throw new Error('there is no field to sign in');
  const at = (step: number) => ({
    x: field.x + field.width * 0.2 + step * 3 + 18 * Math.cos(step / 4),
    y: field.y + field.height * 0.5 + 40 * Math.sin(step / 4),
  });
  await page.mouse.move(at(0).x, at(0).y);
  await page.mouse.down();
  for (let step = 1; step < 90; step += 1) await page.mouse.move(at(step).x, at(step).y);
  await page.mouse.up();
}

/** To the end of the page, unless the window is tall enough to show it all, and on. */
export async function readOn(page: Page, words: { readonly toEnd: string; readonly next: string }): Promise<void> {
  const next = page.getByRole('button', { name: words.next, exact: true });
  const toEnd = page.getByRole('button', { name: words.toEnd, exact: true });
  await next.or(toEnd).waitFor();
  if (await toEnd.isVisible()) await toEnd.click();
  await next.click();
}

/** The app of whoever brought the tablet, in their language. */
export async function speak(page: Page, locale: string): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('cession.locale', chosen), locale);
  await page.reload();
}
