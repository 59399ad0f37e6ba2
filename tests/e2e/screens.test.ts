import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { LOCALES, sayIn, type Locale } from './support/catalog.ts';
import { signInAs, sitAtDesk, takePhone, type Person } from './support/person.ts';
import { problemsOf, untilSettled } from './support/screen-check.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();

/** Pictures of one pixel for one are read as well and written twice as fast. */
const SHARP_ENOUGH = { deviceScaleFactor: 1 };

/** The newest first: of a debtor who was visited twice. */
const LOOKED_UP: Readonly<Record<string, string>> = {
  ':agreement': `select id from agreement where number = $1`,
  ':notice': `select id from notice where data -> 'debtor' ->> 'legalName' like '%' || $1 || '%'`,
  ':evidence': `select ceremony.id from ceremony join notice on notice.id = ceremony.notice_id
    where data -> 'debtor' ->> 'legalName' like '%' || $1 || '%' order by ceremony.closed_at desc`,
};

type Say = (id: string) => string;
interface Screen {
  readonly name: string;
  /** An address of the app; `:card`, `:conflict` and the like are looked up by what stands in the demo. */
  readonly at: string;
  readonly card?: string;
  /** The debtor of `:notice` and `:evidence`, or the number of `:agreement`. */
  readonly of?: string;
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
/** A row tells more than its name. */
const openRow = (id: string) => async (page: Page, say: Say) => {
  await page
    .getByRole('button', { name: new RegExp(`^${say(id)}`) })
    .first()
    .click();
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

/** Notices on the phone of the rep who made them. */
const noticeScreens: readonly Screen[] = [
  { name: 'notices-none', at: '/cards/:card/notices', card: 'De Houten Trein' },
  { name: 'notices', at: '/cards/:card/notices', card: 'Holzwurm' },
  { name: 'notice-new', at: '/cards/:card/notices/new', card: 'De Houten Trein' },
  {
    name: 'notice-new-missing',
    at: '/cards/:card/notices/new',
    card: 'Zmajček',
    first: async (page, say) => {
      await page.getByLabel(say('notice.new.scope.list'), { exact: true }).check();
      await page.getByRole('button', { name: say('notice.new.save'), exact: true }).click();
      await page.getByText(say('notice.new.needInvoiceNumber')).waitFor();
    },
  },
  {
    name: 'notice-new-findings',
    at: '/cards/:card/notices/new',
    card: 'Fabula',
    first: async (page, say) => {
      await page.getByRole('radio', { name: new RegExp(`^${say('notice.new.sender.factor')} `) }).check();
      const findings = page.getByRole('region', { name: say('notice.new.rules') });
      await findings.getByText(say('notice.rule.sender-without-proof')).waitFor();
      for (const article of await findings.locator('summary').all()) await article.click();
    },
  },
  {
    name: 'notice-new-refused',
    at: '/cards/:card/notices/new',
    card: 'Mesekuckó',
    first: async (page, say) => {
      await page.getByLabel(say('notice.new.contractNumber'), { exact: true }).fill('M-7/2026');
      await page.getByLabel(say('notice.new.contractDate'), { exact: true }).fill('2026-01-12');
      await page.getByRole('link', { name: say('notice.new.toCard') }).waitFor();
      await page.getByRole('button', { name: say('notice.new.save'), exact: true }).click();
      // What is wrong is told at the top, and comes into view by itself.
      await expect.poll(() => page.getByText(say('notice.new.not')).evaluate(isInView)).toBe(true);
    },
  },
  { name: 'notice-present-again', at: '/notices/:notice', of: 'Bellini' },
  { name: 'notice-later', at: '/notices/:notice', of: 'Bellini', first: openRow('notice.page.later'), after: close },
  {
    name: 'notice-withdraw',
    at: '/notices/:notice',
    of: 'Bellini',
    first: openRow('notice.page.withdraw'),
    after: close,
  },
  {
    name: 'notice-signed',
    at: '/notices/:notice',
    of: 'Fabula',
    first: (page) => page.locator('main summary').first().click(),
  },
  { name: 'notice-renew', at: '/notices/:notice', of: 'Holzwurm' },
  { name: 'notice-paper', at: '/notices/:notice/paper', of: 'Fabula' },
  { name: 'notice-lost', at: '/notices/00000000-0000-4000-8000-000000000000' },
];
const otherRepsNoticeScreens: readonly Screen[] = [
  { name: 'notice-refused', at: '/notices/:notice', of: 'Csigaház' },
  { name: 'notice-review', at: '/notices/:notice', of: 'Kolorowy' },
  { name: 'notice-withdrawn', at: '/notices/:notice', of: 'Alföld' },
  { name: 'notice-active', at: '/notices/:notice', of: 'Maple' },
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
  { name: 'notice-queue-open', at: '/desk/notice-queue/:evidence', of: 'Fabula' },
  { name: 'notice-queue-old-account', at: '/desk/notice-queue/:evidence', of: 'Holzwurm' },
];

const dialogOf = (id: string) => async (page: Page, say: Say) => {
  await page
    .locator('main')
    .getByRole('button', { name: say(id), exact: true })
    .last()
    .click();
  await page.getByRole('dialog').waitFor();
};

const coordinatorScreens: readonly Screen[] = [
  { name: 'agreements', at: '/desk/agreements' },
  { name: 'agreement', at: '/desk/agreements/:agreement', of: 'HF-2026/0117' },
  {
    name: 'agreement-propose',
    at: '/desk/agreements/:agreement',
    of: 'HF-2026/0117',
    first: async (page, say) => {
      await dialogOf('agreement.account.propose')(page, say);
      await page.getByLabel('IBAN').fill('HU42117730161111101800000001');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('agreement.propose.now'), exact: true })
        .click();
      await page.getByText(say('agreement.propose.compareDigits')).waitFor();
    },
    after: close,
  },
  { name: 'agreement-supplier', at: '/desk/agreements/supplier', first: dialogOf('agreement.edit'), after: close },
  {
    name: 'board-notice',
    at: '/desk/notices/:notice',
    of: 'Fabula',
    first: (page) => page.locator('main summary').first().click(),
  },
  {
    name: 'board-call',
    at: '/desk/notices/:notice',
    of: 'Fabula',
    first: dialogOf('board.callNew'),
    after: close,
  },
  { name: 'evidence-refused', at: '/desk/evidence/:evidence', of: 'Csigaház' },
  { name: 'evidence-failed', at: '/desk/evidence/:evidence', of: 'Kolorowy' },
];

const chiefScreens: readonly Screen[] = [
  { name: 'agreement-release', at: '/desk/agreements/:agreement', of: 'HF-2026/0117' },
];

const adminScreens: readonly Screen[] = [
  { name: 'people', at: '/desk/people' },
  { name: 'person-dialog', at: '/desk/people', first: open('people.add'), after: close },
  { name: 'held-up', at: '/desk/held-up' },
  { name: 'devices', at: '/desk/devices' },
  { name: 'device-lock-out', at: '/desk/devices', first: dialogOf('devices.revoke'), after: close },
  { name: 'more-desk', at: '/more' },
];

/** More people sign in from this one address, one after the other, than the server lets sign in from any. */
beforeEach(async () => {
  await stage.sql('delete from auth_rate_limit');
});

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

  test('with a notice on the phone', async () => {
    await untilProven();
    const found: string[] = [];
    for (const [who, screens] of [['rep1', noticeScreens] as const, ['rep2', otherRepsNoticeScreens] as const]) {
      const phone = await takePhone(stage, SHARP_ENOUGH);
      await speak(phone, locale);
      await signInAs(phone, stage, who);
      await phone.page.locator('main a[href^="/cards/"]').first().waitFor();
      await untilSettled(phone.page);
      found.push(...(await walk(phone, screens, locale, 320)));
    }
    expect(found).toEqual([]);
  });

  test('at the desk', async () => {
    const desk = await sitAtDesk(stage);
    await speak(desk, locale);
    await signInAs(desk, stage, 'accountant1');
    expect(await walk(desk, deskScreens, locale, 1280)).toEqual([]);
  });

  test('at the desk of the coordinator and of the chief accountant', async () => {
    await untilProven();
    const found: string[] = [];
    for (const [who, screens] of [['coordinator', coordinatorScreens] as const, ['chief', chiefScreens] as const]) {
      const desk = await sitAtDesk(stage);
      await speak(desk, locale);
      await signInAs(desk, stage, who);
      found.push(...(await walk(desk, screens, locale, 1280)));
    }
    expect(found).toEqual([]);
  });

  test('in the office', async () => {
    const desk = await sitAtDesk(stage);
    await speak(desk, locale);
    await signInAs(desk, stage, 'admin');
    expect(await walk(desk, adminScreens, locale, 1280)).toEqual([]);
  });
});

/** The demo's notices are proven within seconds of the start. */
async function untilProven(): Promise<void> {
  const unproven = `select count(*)::int as n from ceremony where stage in ('received', 'verified')`;
  await expect.poll(async () => (await stage.sql<{ n: number }>(unproven))[0]?.n, { timeout: 60_000 }).toBe(0);
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

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

async function addressOf({ at, card, of = '' }: Screen): Promise<string> {
  const looked = /:(?:agreement|notice|evidence)$/.exec(at)?.[0];
  if (looked !== undefined) {
    const [known] = await stage.sql<{ id: string }>(LOOKED_UP[looked] ?? '', [of]);
    return at.replace(looked, known?.id ?? 'none');
  }
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
