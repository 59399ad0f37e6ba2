import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { debtorWords } from '@cession/client/notice/ceremony/debtor-words.ts';
import { layNotice } from './ceremony-screens-notice.ts';
import { drawName, enterPin, press, readOn, speak } from './ceremony-screens-steps.ts';
import { sayIn, type Locale } from './support/catalog.ts';
import { signInAs, takePhone, untilReadyOffline } from './support/person.ts';
import { problemsOf } from './support/screen-check.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();
const TABLET = { viewport: { width: 834, height: 1112 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true };
const PHONE = { ...TABLET, viewport: { width: 390, height: 844 } };

interface Walk {
  readonly locale: Locale;
  readonly jurisdiction: Jurisdiction;
  readonly card: string;
  readonly device: typeof TABLET;
}

/** The rep and the debtor speak the same language here: each page is looked at in each. */
test.each<Walk>([
  { locale: 'en', jurisdiction: 'US', card: 'De Houten Trein', device: TABLET },
  { locale: 'hu', jurisdiction: 'HU', card: 'Kispajtás', device: TABLET },
  { locale: 'ru', jurisdiction: 'RU', card: 'Игротека', device: PHONE },
])('every page of the ceremony is fit to be shown in $locale', async ({ locale, jurisdiction, card, device }) => {
  const rep = await takePhone(stage, device);
  // A window that fills the screen cannot be measured at other sizes.
  await rep.context.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'requestFullscreen'));
  await signInAs(rep, stage, 'rep1');
  await untilReadyOffline(rep);
  await speak(rep.page, locale);
  const id = await layNotice(rep.page, { card, jurisdiction, language: locale, refusals: 2 });
  await rep.page.goto(`${stage.url}/notices/${id}/present`);
  const problems: string[] = [];
  const look = async (name: string) => {
    const check = { name: `ceremony-${name}`, locale, narrow: 320, bigText: locale === 'ru' };
    problems.push(...(await problemsOf(rep.page, check)));
  };
  await walk(rep.page, locale, look);
  expect(problems).toEqual([]);
});

async function walk(page: Page, locale: Locale, look: (name: string) => Promise<void>): Promise<void> {
  const [say, words, own] = [sayIn(locale), ceremonyWords(locale), debtorWords(locale)];
  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
  await heading(say('ceremony.title'));
  await page.getByLabel(say('ceremony.check.way.known')).check();
  await look('check');
  await page.locator('[data-bottom-bar] button').click();
  await look('pin');
  for (const step of ['next', 'keep'] as const) {
    await enterPin(page, '2468');
    await press(page, say(`ceremony.pin.${step}`));
  }
  await heading(words.greeting.heading);
  await look('language');
  await press(page, words.language.own);
  await heading(words.identity.heading);
  await look('identity');
  await press(page, words.identity.yes);
  await page.getByText(words.reading.hint).waitFor();
  await look('changes');
  await readOn(page, { toEnd: own.toEnd, next: words.reading.goOn });
  await heading(words.reading.heading);
  await look('notice');
  await press(page, words.refuse.open);
  await heading(words.refuse.heading);
  await look('refuse');
  await press(page, words.stamp.open);
  await look('stamp');
  await press(page, own.goBack);
  await press(page, words.refuse.back);
  await heading(words.reading.heading);
  await readOn(page, { toEnd: own.toEnd, next: words.reading.goOn });
  await heading(words.consent.heading);
  await look('answers');
  await press(page, words.wrongPerson.open);
  await look('wrong-person');
  await press(page, own.goBack);
  await page.getByLabel(words.consent.tick).check();
  await press(page, words.reading.goOn);
  await heading(words.sign.heading);
  await drawName(page);
  await look('sign');
  await press(page, words.reading.goOn);
  await heading(own.review.heading);
  await look('review');
  await press(page, words.sign.act);
  await heading(words.done.thanks);
  await look('thanks');
  await press(page, say('ceremony.tabletIsBack'));
  await look('take-back');
  await enterPin(page, '2468');
  await press(page, say('ceremony.pin.unlock'));
  await heading(say('ceremony.witness.title'));
  await look('witness');
  await press(page, words.witnessAct);
  await heading(say('ceremony.finished.title'));
  await look('finished');
}
