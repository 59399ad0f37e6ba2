import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { samplePaper } from '@cession/server/notice/cli/sample-paper.ts';
import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import type { CeremonyId } from '@cession/shared/notice/notice.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { freshSealKey } from '../support/sealed-sample.ts';
import { DESK } from '../support/chromium.ts';
import { sayIn, LOCALES } from './support/catalog.ts';
import { problemsOf, untilSettled } from './support/screen-check.ts';
import { LOCALE_OF, verifyStageForFile } from './support/verify-stage.ts';

const stage = verifyStageForFile();
const say = sayIn('en');

async function sealedNotice(how: Parameters<typeof stage.play>[0] = {}) {
  const { played, notice } = await stage.play(how);
  await stage.send(played);
  return { file: await stage.sealed(played.summary.ceremonyId), played, notice };
}

const choose = (page: Page, buffer: Buffer, name = 'notice.pdf', mimeType = 'application/pdf') =>
  page.locator('#file').setInputFiles({ name, mimeType, buffer });
const verdict = (page: Page) => page.locator('h2#verdict');
const answer = (page: Page) => page.locator('section[aria-labelledby=verdict] [data-tone]');
const expectVerdict = async (page: Page, tone: string, title: string) => {
  await verdict(page).filter({ hasText: title }).waitFor();
  expect(await answer(page).getAttribute('data-tone')).toBe(tone);
};

describe('a file', () => {
  test('that was sealed here is green, and nothing of it leaves the browser', async () => {
    const { file } = await sealedNotice();
    const { page, asked } = await stage.visit();
    await untilSettled(page);
    await choose(page, file);
    await expectVerdict(page, 'proven', say('verify.green.title'));
    expect(await verdict(page).evaluate((heading) => heading === document.activeElement)).toBe(true);
    const sha256 = await hashOf(file);
    const talked = asked.filter((request) => new URL(request.url()).pathname.startsWith('/api/'));
    expect(talked.map((request) => new URL(request.url()).pathname).toSorted()).toEqual(
      ['/api/verify/roots', `/api/verify/${sha256}`].toSorted(),
    );
    expect(asked.filter((request) => request.method() !== 'GET' || request.postData() !== null)).toEqual([]);
    for (const request of talked) {
      const headers = await request.allHeaders();
      expect([headers['cookie'], headers['referer']]).toEqual([undefined, undefined]);
    }
    expect(await page.context().cookies()).toEqual([]);
    expect(await kept(page)).toEqual({ local: 0, session: 0, databases: 0, workers: 0 });
  });

  test('let go anywhere on the page is checked, and a paste as well', async () => {
    const { file } = await sealedNotice({ outcome: 'refused' });
    const { page } = await stage.visit();
    for (const kind of ['drop', 'paste'] as const) {
      await hand(page, kind, [{ name: `${kind}.pdf`, bytes: file }]);
      await page.getByText(`${kind}.pdf`, { exact: true }).waitFor();
      await expectVerdict(page, 'proven', say('verify.green.title'));
      await page.getByText(say('verify.proven.outcome.refused')).waitFor();
    }
  });

  test('is compared with the code on a paper in the hand, without asking anybody', async () => {
    const { file, notice } = await sealedNotice();
    const { page, asked } = await stage.visit();
    await choose(page, file);
    await expectVerdict(page, 'proven', say('verify.green.title'));
    const before = asked.length;
    const code = notice.dataSha256.slice(0, 8);
    await page.getByLabel(say('verify.code.label')).fill(` ${code.slice(0, 4).toUpperCase()} ${code.slice(4)}`);
    await page.getByText(say('verify.code.same')).waitFor();
    await page.getByLabel(say('verify.code.label')).fill(code.replace(/.$/, code.endsWith('0') ? '1' : '0'));
    await page.getByText(say('verify.code.other')).waitFor();
    expect(asked.length).toBe(before);
  });

  test('that holds but that nobody can confirm is amber, and says so', async () => {
    const { file } = await sealedNotice();
    const { page } = await stage.visit();
    await untilSettled(page);
    await page.context().setOffline(true);
    await choose(page, file);
    await expectVerdict(page, 'wait', say('verify.amber.title'));
    await page.getByText(say('verify.know.unreachable')).waitFor();
  });

  test('of a trusted seal that the register does not know is amber', async () => {
    const { seal, signer } = stage.world;
    const stranger = await samplePaper({
      jurisdiction: 'EU',
      language: 'en',
      seal,
      signer,
      now: Date.parse(stage.world.now()),
    });
    const { page } = await stage.visit();
    await choose(page, Buffer.from(stranger));
    await expectVerdict(page, 'wait', say('verify.amber.title'));
    await page.getByText(say('verify.know.unknown')).waitFor();
  });

  test.each([
    ['with one changed byte', 'verify.why.changed', (file: Buffer) => flipped(file)],
    ['with something added', 'verify.why.added', (file: Buffer) => Buffer.concat([file, Buffer.from('\n%%EOF\n')])],
    ['that breaks off', 'verify.why.added', (file: Buffer) => file.subarray(0, -200)],
    ['without a seal', 'verify.why.unsealed', () => Buffer.from(samplePdf())],
  ])('%s is red: it names the check and what to do', async (_, why, change) => {
    const { file } = await sealedNotice();
    const { page } = await stage.visit();
    await choose(page, change(file));
    await expectVerdict(page, 'wrong', say('verify.red.title'));
    await answer(page).getByText(say(why)).waitFor();
    await answer(page).getByText(say('verify.next.call')).waitFor();
    expect(await page.getByText(say('verify.proven.title')).count()).toBe(0);
  });

  test('sealed by somebody else is red', async () => {
    const now = Date.parse(stage.world.now());
    const seal = await freshSealKey(new Date(now));
    const theirs = await samplePaper({ jurisdiction: 'HU', language: 'hu', seal, signer: stage.world.signer, now });
    const { page } = await stage.visit();
    await choose(page, Buffer.from(theirs));
    await expectVerdict(page, 'wrong', say('verify.red.title'));
    await answer(page).getByText(say('verify.why.untrusted')).waitFor();
  });

  test.each([
    ['nothing in it', 'empty', Buffer.alloc(0), 'a.pdf'],
    ['a photo', 'picture', Buffer.from('ffd8ffe000104a464946', 'hex'), 'a.jpg'],
    ['words', 'not-pdf', Buffer.from('Dear debtor'), 'a.pdf'],
    [
      'a password',
      'locked',
      Buffer.from('%PDF-1.7\ntrailer <</Encrypt 5 0 R /Size 6>>\nstartxref\n9\n%%EOF\n'),
      'a.pdf',
    ],
  ])('with %s gets words, not a verdict', async (_, why, bytes, name) => {
    const { page } = await stage.visit();
    await choose(page, bytes, name);
    await expectVerdict(page, 'wait', say('verify.refused.title'));
    await page.getByText(say(`verify.refused.${why}`)).waitFor();
  });

  test('that comes with others, is none or is far too large gets words', async () => {
    const { page } = await stage.visit();
    const bytes = Buffer.from('%PDF-1.7');
    await hand(page, 'drop', [
      { name: 'a.pdf', bytes },
      { name: 'b.pdf', bytes },
    ]);
    await page.getByText(say('verify.refused.several')).waitFor();
    await hand(page, 'drop', []);
    await page.getByText(say('verify.refused.none')).waitFor();
    await hand(page, 'drop', [{ name: 'film.pdf', bytes, repeated: 25_000_000 }]);
    await page.getByText(say('verify.refused.large').replace('{megabytes}', '30')).waitFor();
    expect(await answer(page).getAttribute('data-tone')).toBe('wait');
  });
});

describe("the code on the debtor's tablet", () => {
  test('is not there yet, then arrives, is sealed, and brings the copy, which is checked here', async () => {
    const { played } = await stage.play();
    const head = played.summary.head;
    const { page, asked } = await stage.visit({ fragment: `#${head}` });
    const register = page.locator('h2#register');
    const again = page.getByRole('button', { name: say('verify.qr.retry') });
    await register.filter({ hasText: say('verify.qr.unknown.title') }).waitFor();
    await stage.send(played);
    await again.click();
    await register.filter({ hasText: say('verify.qr.received.title') }).waitFor();
    const file = await stage.sealed(played.summary.ceremonyId);
    await again.click();
    await register.filter({ hasText: say('verify.qr.sealed.title') }).waitFor();
    expect(await again.count()).toBe(0);
    await page.getByRole('button', { name: say('verify.qr.copy') }).click();
    await expectVerdict(page, 'proven', say('verify.green.title'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('verify.qr.save') }).click(),
    ]);
    expect(readFileSync(await download.path()).equals(file)).toBe(true);
    const withHash = asked.filter((request) => request.url().includes(head)).map((request) => new URL(request.url()));
    expect(withHash.every((url) => url.search === '')).toBe(true);
  });

  test('is asked again by itself', async () => {
    const { played } = await stage.play();
    const { page } = await stage.visit({ fragment: `#${played.summary.head}` });
    await page
      .locator('h2#register')
      .filter({ hasText: say('verify.qr.unknown.title') })
      .waitFor();
    await stage.send(played);
    const news = page.locator('h2#register').filter({ hasText: say('verify.qr.received.title') });
    await news.waitFor();
    expect(
      await page
        .getByRole('status')
        .filter({ hasText: say('verify.qr.received.title') })
        .count(),
    ).toBe(1);
  });

  test('waits for a person when a check failed', async () => {
    const { played } = await stage.play();
    await stage.send(played);
    await setStage(played.summary.ceremonyId, 'review');
    const { page } = await stage.visit({ fragment: `#${played.summary.head}` });
    await page
      .locator('h2#register')
      .filter({ hasText: say('verify.qr.review.title') })
      .waitFor();
    expect(await page.locator('[data-tone]').getAttribute('data-tone')).toBe('wait');
  });

  test('that was not read to its end leaves a page that works', async () => {
    const { file } = await sealedNotice();
    const { page, asked } = await stage.visit({ fragment: '#%3Cscript%3E' });
    await page.getByText(say('verify.qr.garbled')).waitFor();
    expect(asked.filter((request) => /verify\/(?!roots)/.test(new URL(request.url()).pathname))).toEqual([]);
    await choose(page, file);
    await expectVerdict(page, 'proven', say('verify.green.title'));
  });
});

describe('the page', () => {
  test('is there from at most 60 kB, and answers the person at a keyboard', async () => {
    const { page, asked } = await stage.visit();
    await untilSettled(page);
    const first = asked.filter((request) => !/judge-file|\/api\//.test(request.url()));
    const sizes = await Promise.all(
      first.map(async (request) => gzipSync((await (await request.response())?.body()) ?? '').length),
    );
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say('verify.drop.choose') }).focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([]);
  });

  test('speaks the language of the browser and changes it without losing the answer', async () => {
    const { file } = await sealedNotice();
    const { page } = await stage.visit({ locale: 'ru-RU' });
    await choose(page, file);
    await expectVerdict(page, 'proven', sayIn('ru')('verify.green.title'));
    await page.getByRole('button', { name: 'Magyar' }).click();
    await expectVerdict(page, 'proven', sayIn('hu')('verify.green.title'));
    expect(await page.locator('html').getAttribute('lang')).toBe('hu');
  });

  test('is never kept by a cache and stands behind the same walls as the app', async () => {
    for (const path of ['/verify', '/verify/']) {
      const { headers, status } = await fetch(`${stage.url}${path}`);
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  test.each(LOCALES)('has nothing a machine can find wrong in %s', async (locale) => {
    const { file, played } = await sealedNotice();
    const there = await stage.visit({ locale: LOCALE_OF[locale] });
    const look = (page: Page, name: string) =>
      problemsOf(page, { name: `verify-${name}`, locale, narrow: 320, bigText: locale === 'ru' });
    const found = [...(await look(there.page, 'start'))];
    await choose(there.page, file);
    await expectVerdict(there.page, 'proven', sayIn(locale)('verify.green.title'));
    await there.page.locator('summary').click();
    found.push(...(await look(there.page, 'green')));
    await choose(there.page, flipped(file));
    await expectVerdict(there.page, 'wrong', sayIn(locale)('verify.red.title'));
    found.push(...(await look(there.page, 'red')));
    await there.page.context().setOffline(true);
    await choose(there.page, file);
    await expectVerdict(there.page, 'wait', sayIn(locale)('verify.amber.title'));
    found.push(...(await look(there.page, 'amber')));
    const scanned = await stage.visit({
      ...DESK,
      isMobile: false,
      locale: LOCALE_OF[locale],
      fragment: `#${played.summary.head}`,
    });
    await scanned.page
      .locator('h2#register')
      .filter({ hasText: sayIn(locale)('verify.qr.sealed.title') })
      .waitFor();
    found.push(...(await look(scanned.page, 'qr')));
    expect(found).toEqual([]);
  });
});

async function setStage(id: CeremonyId, to: 'review'): Promise<void> {
  const { world, company } = stage;
  await world.spine.writeRows(company.companyId, [ceremonies.put({ ...(await company.ceremony(id)), stage: to })]);
}

/** One bit in the words of the first page. */
function flipped(file: Buffer): Buffer {
  const changed = Buffer.from(file);
  const at = changed.indexOf('/MediaBox') + 12;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

async function hashOf(file: Buffer): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(file))).toString('hex');
}

/** Everything a page could leave behind. */
function kept(page: Page) {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

interface Handed {
  readonly name: string;
  readonly bytes: Buffer;
  /** How many times as large the file is, with nothing in it. */
  readonly repeated?: number;
}

/** What the browser hands over when a person lets files go over the page or pastes them. */
function hand(page: Page, kind: 'drop' | 'paste', files: readonly Handed[]): Promise<void> {
  const given = files.map(({ name, bytes, repeated = 1 }) => ({ name, base64: bytes.toString('base64'), repeated }));
  return page.evaluate(
    ([how, list]) => {
      const transfer = new DataTransfer();
      for (const { name, base64, repeated } of list) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const blob = new Blob([repeated > 1 ? new Uint8Array(bytes.byteLength * repeated) : bytes]);
        transfer.items.add(new File([blob], name));
      }
      const look = { bubbles: true, cancelable: true };
      const event =
        how === 'drop'
          ? new DragEvent('drop', { ...look, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...look, clipboardData: transfer });
      document.body.dispatchEvent(event);
    },
    [kind, given] as const,
  );
}
