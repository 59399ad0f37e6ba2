import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LOCALES, sayIn, type Locale } from './support/catalog.ts';
import { signInAs, sitAtDesk, takePhone, type Person } from './support/person.ts';
import { problemsOf, untilSettled } from './support/screen-check.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();

/** Pictures of one pixel for one are read as well and written twice as fast. */
const SHARP_ENOUGH = { deviceScaleFactor: 1 };

type Say = (id: string) => string;
interface Screen {
  readonly name: string;
  /** An address of the app; `:card` and `:conflict` are looked up by what stands in the demo. */
  readonly at: string;
  readonly card?: string;
  /** What is pressed or typed before the look. */
  readonly first?: (page: Page, say: Say) => Promise<void>;
  /** Closes what `first` has opened, where leaving the address does not. */
  readonly after?: (page: Page, say: Say) => Promise<void>;
}

const press = (id: string) => (page: Page, say: Say) =>
  page
    .getByRole('button', { name: say(id) })
    .first()
    .click();
const open = (id: string) => async (page: Page, say: Say) => {
  await press(id)(page, say);
  await page.getByRole('dialog').waitFor();
};
const close = (page: Page) => page.keyboard.press('Escape');
const SECTIONS = ['company', 'people', 'addresses', 'bank', 'terms', 'invoicing', 'factoring'];

const phoneScreens: readonly Screen[] = [
  { name: 'today', at: '/' },
  { name: 'cards', at: '/cards' },
  { name: 'cards-none-found', at: '/cards', first: (page, say) => page.getByLabel(say('cards.search')).fill('zzzz') },
  { name: 'new-card', at: '/cards/new' },
  {
    name: 'new-card-duplicate',
    at: '/cards/new',
    first: async (page, say) => {
      await page.getByRole('textbox').nth(1).fill('Vasutas Modellbolt Kft.');
      await page.getByText(say('capture.duplicate.title')).waitFor();
    },
    after: async (page, say) => {
      await press('capture.new.discard')(page, say);
      await page.waitForURL((url) => url.pathname === '/');
    },
  },
  { name: 'paste', at: '/cards/new', first: open('capture.paste.open'), after: close },
  { name: 'card-open', at: '/cards/:card', card: 'Zmajček' },
  { name: 'card-complete', at: '/cards/:card', card: 'De Houten Trein' },
  { name: 'card-conflict', at: '/cards/:card', card: 'Vasutas' },
  { name: 'card-with-accounting', at: '/cards/:card', card: 'Игротека' },
  { name: 'card-accepted', at: '/cards/:card', card: 'Солнечный зайчик' },
  // The first look leads to the first point; the second is the card itself.
  { name: 'card-returned-field', at: '/cards/:card', card: 'Borostyán', first: (page) => page.waitForURL(/field=/) },
  { name: 'card-returned', at: '/cards/:card', card: 'Borostyán' },
  { name: 'share', at: '/cards/:card', card: 'De Houten Trein', first: open('capture.share.action'), after: close },
  { name: 'offer', at: '/cards/:card', card: 'De Houten Trein', first: open('capture.offer.action'), after: close },
  { name: 'check-complete', at: '/cards/:card/check', card: 'De Houten Trein' },
  { name: 'check-missing', at: '/cards/:card/check', card: 'Zmajček' },
  ...SECTIONS.map((section) => ({
    name: `section-${section}-hu`,
    at: `/cards/:card/${section}`,
    card: 'Kispajtás Játéküzletek',
  })),
  { name: 'section-company-ru', at: '/cards/:card/company', card: 'Кузнецов' },
  { name: 'documents', at: '/cards/:card/documents', card: 'De Houten Trein' },
  { name: 'documents-add', at: '/cards/:card/documents', card: 'Zmajček', first: open('document.add'), after: close },
  {
    name: 'document-open',
    at: '/cards/:card/documents',
    card: 'De Houten Trein',
    first: async (page, say) => {
      await page.getByRole('button', { name: new RegExp(`^${say('document.type.supply-contract')}`) }).click();
      await page.getByRole('dialog').getByRole('img').waitFor();
    },
    after: close,
  },
  { name: 'conflict', at: '/conflicts/:conflict' },
  { name: 'tasks', at: '/tasks' },
  { name: 'outbox', at: '/outbox' },
  { name: 'more', at: '/more' },
  { name: 'install', at: '/more', first: open('more.install'), after: close },
  { name: 'look', at: '/more/look' },
  { name: 'lost', at: '/no-such-place' },
];

const deskScreens: readonly Screen[] = [
  { name: 'queue', at: '/desk/queue' },
  { name: 'queue-keys', at: '/desk/queue', first: open('queue.keys'), after: close },
  { name: 'review-held', at: '/desk/queue/:card', card: 'Tisza' },
  { name: 'review-other', at: '/desk/queue/:card', card: 'Harbor' },
  { name: 'review-resent', at: '/desk/queue/:card', card: 'Zemplén' },
  { name: 'review-asked', at: '/desk/queue/:card', card: 'Hétszínvirág' },
  {
    name: 'return-dialog',
    at: '/desk/queue/:card',
    card: 'Tisza',
    first: async (page, say) => {
      await page
        .getByRole('button', { name: new RegExp(`${say('queue.mark')}$`) })
        .nth(2)
        .click();
      await page.keyboard.press('r');
      await page.getByRole('dialog').getByRole('combobox').first().selectOption('mismatch-with-register');
    },
    after: close,
  },
  {
    name: 'snooze-dialog',
    at: '/desk/queue/:card',
    card: 'Tisza',
    first: (page) => page.keyboard.press('s'),
    after: close,
  },
  { name: 'accepted', at: '/desk/accepted' },
  { name: 'export-dialog', at: '/desk/accepted', first: open('accepted.export'), after: close },
  { name: 'originals', at: '/desk/originals' },
  { name: 'originals-move', at: '/desk/originals', first: open('originals.step'), after: close },
  { name: 'load', at: '/desk/load' },
];

const adminScreens: readonly Screen[] = [
  { name: 'people', at: '/desk/people' },
  { name: 'person-dialog', at: '/desk/people', first: open('people.add'), after: close },
  { name: 'held-up', at: '/desk/held-up' },
  { name: 'more-desk', at: '/more' },
];

describe.each(LOCALES)('every screen in %s has nothing a machine can find wrong', (locale) => {
  test('signing in', async () => {
    const phone = await takePhone(stage, SHARP_ENOUGH);
    await speak(phone, locale);
    await phone.page.goto(`${stage.url}/sign-in`);
    await phone.page.getByRole('button', { name: /Nagy Péter/ }).waitFor();
    expect(await problemsOf(phone.page, { name: 'sign-in', locale, narrow: 320, bigText: locale === 'ru' })).toEqual(
      [],
    );
  });

  test('on the phone', async () => {
    const phone = await takePhone(stage, SHARP_ENOUGH);
    await speak(phone, locale);
    await signInAs(phone, stage, 'rep1');
    await phone.page
      .getByRole('link', { name: /Vasutas/ })
      .first()
      .waitFor();
    await untilSettled(phone.page);
    expect(await walk(phone, phoneScreens, locale, 320)).toEqual([]);
  });

  test('at the desk', async () => {
    const desk = await sitAtDesk(stage);
    await speak(desk, locale);
    await signInAs(desk, stage, 'accountant1');
    expect(await walk(desk, deskScreens, locale, 1280)).toEqual([]);
  });

  test('in the office', async () => {
    const desk = await sitAtDesk(stage);
    await speak(desk, locale);
    await signInAs(desk, stage, 'admin');
    expect(await walk(desk, adminScreens, locale, 1280)).toEqual([]);
  });
});

async function speak({ context }: Person, locale: Locale): Promise<void> {
  await context.addInitScript((chosen) => {
    // blank pages, which the checks open beside the app, have no storage
    if (location.protocol !== 'about:') localStorage.setItem('cession.locale', chosen);
  }, locale);
}

async function walk({ page }: Person, screens: readonly Screen[], locale: Locale, narrow: number): Promise<string[]> {
  page.setDefaultTimeout(5000);
  const say = sayIn(locale);
  const found: string[] = [];
  for (const screen of screens) {
    const address = await addressOf(screen);
    await page.evaluate((path) => history.pushState(null, '', path), address);
    try {
      await untilSettled(page);
      await screen.first?.(page, say);
      found.push(...(await problemsOf(page, { name: screen.name, locale, narrow, bigText: locale === 'ru' })));
      await screen.after?.(page, say);
    } catch (error) {
      found.push(`${screen.name} ${locale} could not be shown: ${String(error)}`);
    }
  }
  return found;
}

async function addressOf({ at, card }: Screen): Promise<string> {
  if (at.includes(':conflict')) {
    const [conflict] = await stage.sql<{ id: string }>(`select id from conflict where status = 'open'`);
    return at.replace(':conflict', conflict?.id ?? 'none');
  }
  if (card === undefined) return at;
  const [known] = await stage.sql<{ id: string }>(
    `select id from card where values ->> 'legalName' like '%' || $1 || '%'`,
    [card],
  );
  if (known === undefined) throw new Error(`the demo has no card ${card}`);
  return at.replace(':card', known.id);
}
