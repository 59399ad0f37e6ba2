import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** What accounting does with a card, in the words of the screen. */

export interface PointToReturn {
  readonly field: string;
  readonly reason: string;
  readonly note?: string;
}

export async function openInQueue(page: Page, name: string): Promise<void> {
  await queueRow(page, name).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

export function queueRow(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Queue' }).getByRole('link', { name });
}

/** The claim is the server's once it says how long it lasts. */
export async function untilClaimed(page: Page): Promise<void> {
  await page.getByText(/^held by you · \d+ min$/).waitFor();
}

/** Marks each field on the card, says why, and sends the card back. */
export async function returnCard(page: Page, points: readonly PointToReturn[], note: string): Promise<void> {
  for (const { field } of points) await page.getByRole('button', { name: `${field} Mark to return` }).click();
  await page.getByRole('button', { name: `Return ${points.length} points …` }).click();
  const dialog = page.getByRole('dialog');
  for (const point of points) {
    const group = dialog.getByRole('group', { name: point.field });
    await group.getByLabel('What is the matter').selectOption(point.reason);
    if (point.note !== undefined) await group.getByLabel('A word on it').fill(point.note);
  }
  await dialog.getByLabel('A word on the whole card').fill(note);
  await dialog.getByRole('button', { name: `Return ${points.length} points`, exact: true }).click();
  await page.getByText(/^Returned to /).waitFor();
}

export async function acceptCard(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Accept/ }).click();
  await page.getByText(`Accepted: ${name}`).waitFor();
}

/** The whole accepted list as text. */
export async function exportAccepted(page: Page, format: string): Promise<string> {
  await page.getByRole('link', { name: 'Accepted' }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: format }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}
