import type { Locator, Page } from 'playwright-core';
import type { Answers, Customer } from './customers.ts';

/** What a rep does with a card, in the words of the screen. */

export async function beginCard(page: Page, country: string): Promise<void> {
  await page.getByRole('link', { name: 'New card' }).click();
  await page.getByRole('radio', { name: country }).check();
}

/** Country, number and name; answers the card's own address. */
export async function createCard(
  page: Page,
  country: string,
  customer: Pick<Customer, 'name' | 'number'>,
): Promise<string> {
  await beginCard(page, country);
  await page.getByLabel(country === 'Russia' ? 'INN' : 'Tax number', { exact: true }).fill(customer.number);
  await page.getByLabel('Legal name').fill(customer.name);
  await page.getByRole('button', { name: 'Save card' }).click();
  await page.waitForURL(/\/cards\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

export async function pasteRequisites(page: Page, block: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste their details' }).click();
  await page.getByLabel('Their details as a text').fill(block);
  await page.getByRole('button', { name: /^Fill in \d+ fields$/ }).click();
}

export async function openSection(page: Page, section: string): Promise<void> {
  await page.getByRole('region', { name: 'Sections' }).getByRole('link', { name: section }).click();
  await heading(page, section).waitFor();
}

/** On to the next section by the button at the bottom. */
export async function goOnTo(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: `Next: ${section}` }).click();
  await heading(page, section).waitFor();
}

export async function answer(scope: Page | Locator, answers: Answers): Promise<void> {
  for (const [label, value] of answers) {
    const control = scope.getByLabel(label, { exact: true });
    if (value === true) await control.check();
    else if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
}

/** Through all sections in their order, from the card's home and back to it. */
export async function fillSections(page: Page, customer: Customer, known: { person?: string } = {}): Promise<void> {
  await openSection(page, 'Company');
  await answer(page, customer.company);
  await goOnTo(page, 'People and authority');
  await fillPeople(page, customer, known.person);
  await fillTheRest(page, customer);
}

/** `known` names somebody the card has already, from a pasted block. */
export async function fillPeople(page: Page, customer: Customer, known?: string): Promise<void> {
  await page.getByRole('button', { name: known ?? 'Add a person' }).click();
  await answer(page, customer.signatory);
  await answer(page, customer.people);
}

/** From the people's section to the end. */
export async function fillTheRest(page: Page, customer: Customer): Promise<void> {
  await goOnTo(page, 'Addresses');
  await answer(page, customer.addresses);
  await goOnTo(page, 'Bank accounts');
  await goOnTo(page, 'Contract and terms');
  await answer(page, customer.terms);
  await goOnTo(page, 'Invoicing');
  await answer(page, customer.invoicing);
  await goOnTo(page, 'Factoring');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('region', { name: 'Sections' }).waitFor();
}

/** The last look, then off to accounting. */
export async function handOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check and send' }).click();
  await page.getByRole('button', { name: 'Send to accounting' }).click();
  await page.waitForURL(/\/cards\/[0-9a-f-]{36}$/);
}

function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { name, level: 1 });
}
