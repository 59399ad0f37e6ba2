import { debtorWords } from '@cession/client/notice/ceremony/debtor-words.ts';
import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventTypes, layNotice } from './ceremony-screens-notice.ts';
import { drawName, enterPin, press, readOn } from './ceremony-screens-steps.ts';
import { takeScreenshot } from '../support/chromium.ts';
import { sayIn } from './support/catalog.ts';
import { signInAs, takePhone, untilReadyOffline, type Person } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();
const say = sayIn('en');
const en = ceremonyWords('en');
const own = debtorWords('en');
const SIGNER = 'Sanne de Vries';
const WAIT = /Try again in \d+ seconds?\./;

test('a tablet in a debtor’s hands shows their letter at every address, after Back and after a restart', async () => {
  const { page } = await handedOver();
  await press(page, en.language.own);
  await press(page, en.identity.yes);
  await page.getByText(en.reading.hint).waitFor();
  for (const place of ['/', '/cards', '/more', '/sign-in']) {
    await page.goto(`${stage.url}${place}`);
    await page.getByText(en.cover.text).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/De Houten Trein|Kispajtás|Zmajček/);
  }
  expect(await page.getByText(SIGNER).isVisible()).toBe(false);
  await takeScreenshot(page, 'ceremony-cover-en-light');
  await press(page, en.cover.goOn);
  await page.getByText(en.reading.hint).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: en.identity.heading }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: en.greeting.heading }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: en.greeting.heading }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/notices\/.+\/present$/);
});

test('only the rep’s PIN takes the tablet back; guessing makes it wait', async () => {
  const { page } = await handedOver();
  await press(page, say('ceremony.takeBack'));
  for (let guess = 0; guess < 3; guess += 1) {
    await enterPin(page, '1111');
    await press(page, say('ceremony.pin.unlock'));
    await page.getByText(guess < 2 ? say('ceremony.pin.wrong') : WAIT).waitFor();
  }
  await press(page, say('ceremony.pin.backToLetter'));
  await page.getByRole('heading', { name: en.greeting.heading }).waitFor();
  await press(page, say('ceremony.takeBack'));
  await page.getByText(WAIT).waitFor();
  await page.getByText(WAIT).waitFor({ state: 'detached' });
  await enterPin(page, '2468');
  await press(page, say('ceremony.pin.unlock'));
  await page.getByRole('heading', { name: say('ceremony.returned.title') }).waitFor();
  await takeScreenshot(page, 'ceremony-returned-en-light');
  expect(await eventTypes(page)).toEqual(['prepared', 'handed-over', 'handed-back']);

  // A tablet that dies this very second: what localStorage last heard never reached the disk.
  await page.evaluate(() => {
    localStorage.setItem('cession.handed-over', location.pathname.split('/')[2] ?? 'a notice');
  });
  await page.reload();
  await page.getByRole('heading', { name: say('ceremony.returned.title') }).waitFor();
});

test('a refusal is recorded like a signature, with its reason, and witnessed', async () => {
  const { page } = await handedOver();
  await press(page, en.language.own);
  await press(page, en.identity.yes);
  await press(page, en.refuse.open);
  await page.getByLabel(en.refuse.reasons['needs-lawyer']).check();
  await press(page, en.refuse.act);
  await page.getByRole('heading', { name: en.done.thanks }).waitFor();
  await page.getByText(en.outcome.refused).waitFor();
  await page.getByRole('img', { name: en.done.codeAlt }).waitFor();
  await takeBack(page);
  await page.getByText(en.refuse.reasons['needs-lawyer']).waitFor();
  await press(page, en.witnessAct);
  await page.getByRole('heading', { name: say('ceremony.finished.title') }).waitFor();
  expect((await eventTypes(page)).filter((type) => type !== 'section-read')).toEqual(
    'prepared handed-over identified shown refused copy-given handed-back witnessed closed'.split(' '),
  );
});

test('nobody there: recorded and witnessed without the tablet leaving the rep’s hands', async () => {
  const { page } = await atCheckList();
  await page.getByText(say('ceremony.check.without')).click();
  await page.getByLabel(say('ceremony.without.absent')).check();
  await takeScreenshot(page, 'ceremony-absent-en-light', { fullPage: true });
  await press(page, say('ceremony.without.go'));
  await page.getByText(en.outcome.absent).waitFor();
  await press(page, en.witnessAct);
  await page.getByRole('heading', { name: say('ceremony.finished.title') }).waitFor();
  expect(await eventTypes(page)).toEqual(['prepared', 'absent', 'witnessed', 'closed']);
});

test('two who sign together each say who they are, consent and sign; a typed name weighs the same', async () => {
  const { page } = await atCheckList();
  await page.getByLabel(say('ceremony.check.joint')).check();
  await page.getByLabel(say('ceremony.check.name')).nth(1).fill('Pieter Bakker');
  await page.getByLabel(say('ceremony.check.way.known')).nth(1).check();
  await handOver(page);
  await signAs(page, 'drawn');
  await page.getByText(en.sign.saved).waitFor();
  await takeScreenshot(page, 'ceremony-next-signer-en-light');
  await press(page, 'Pieter Bakker');
  await signAs(page, 'typed');
  await page.getByRole('heading', { name: en.done.thanks }).waitFor();
  await takeBack(page);
  await page.getByText('Sanne de Vries and Pieter Bakker', { exact: true }).waitFor();
  const acts = 'identified shown consented signed';
  expect((await eventTypes(page)).filter((type) => type !== 'section-read')).toEqual(
    `prepared handed-over ${acts} ${acts} copy-given handed-back`.split(' '),
  );
});

async function atCheckList(): Promise<Person> {
  const rep = await takePhone(stage, { viewport: { width: 834, height: 1112 } });
  await signInAs(rep, stage, 'rep1');
  await untilReadyOffline(rep);
  // The server has not seen this notice: what is told here is told without a signal.
  const id = await layNotice(rep.page, { card: 'De Houten Trein', jurisdiction: 'HU', language: 'en' });
  await rep.page.goto(`${stage.url}/notices/${id}/present`);
  await rep.page.getByText(say('ceremony.device.keyReady')).waitFor();
  await rep.context.setOffline(true);
  await rep.page.getByLabel(say('ceremony.check.way.known')).check();
  return rep;
}

async function handedOver(): Promise<Person> {
  const rep = await atCheckList();
  await handOver(rep.page);
  return rep;
}

async function handOver(page: Page): Promise<void> {
  await press(page, say('ceremony.check.handOver').replace('{name}', SIGNER));
  for (const step of ['next', 'keep'] as const) {
    await enterPin(page, '2468');
    await press(page, say(`ceremony.pin.${step}`));
  }
  await page.getByRole('heading', { name: en.greeting.heading }).waitFor();
}

async function signAs(page: Page, method: 'drawn' | 'typed'): Promise<void> {
  await press(page, en.language.own);
  await press(page, en.identity.yes);
  for (const _ of ['changes', 'notice']) await readOn(page, { toEnd: own.toEnd, next: en.reading.goOn });
  await page.getByLabel(en.consent.tick).check();
  await press(page, en.reading.goOn);
  if (method === 'drawn') await drawName(page);
  else {
    await page.getByRole('tab', { name: en.sign.type }).click();
    await page.getByLabel(en.sign.typeLabel).fill('Pieter Bakker');
  }
  await press(page, en.reading.goOn);
  await press(page, en.sign.act);
}

async function takeBack(page: Page): Promise<void> {
  await press(page, say('ceremony.tabletIsBack'));
  await enterPin(page, '2468');
  await press(page, say('ceremony.pin.unlock'));
  await page.getByRole('heading', { name: say('ceremony.witness.title') }).waitFor();
}
