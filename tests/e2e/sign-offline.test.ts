import { beforeAll, expect, test } from 'vitest';
import { takeScreenshot } from '../support/chromium.ts';
import { drawName, press } from './ceremony-screens-steps.ts';
import { sayIn } from './support/catalog.ts';
import {
  codeOf,
  codeShown,
  consent,
  fitsItsField,
  inkBox,
  readAll,
  reading,
  sayWhoTheyAre,
  stroke,
} from './support/debtor-steps.ts';
import { pinByKey, pressByKey, tabTo, tickByKey } from './support/keyboard-steps.ts';
import {
  addSigner,
  guessPin,
  handOverTo,
  openCheckList,
  prepareNotice,
  TABLET,
  takeBack,
  turnOnItsSide,
  untilScreenSays,
  witness,
} from './support/notice-steps.ts';
import { signInAs, takeMortalPhone, takePhone, untilReadyOffline } from './support/person.ts';
import {
  checkThere,
  expectGenuine,
  expectVerdict,
  fetchSealed,
  ownCopy,
  scanCode,
  stageOf,
  storyOf,
  untilSealed,
  verifyByCommand,
  watchStages,
  withOneFlippedBit,
} from './support/proof-steps.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();
beforeAll(() => watchStages(stage));
const say = sayIn('en');
const SIGNED = 'identified shown consented signed';

test('signed in Russian with no signal, on a tablet that is turned and then dies: received, verified, sealed, and green for everybody', async () => {
  const tablet = await takeMortalPhone(stage, TABLET);
  await signInAs(tablet, stage, 'rep1');
  await untilReadyOffline(tablet);
  const noticeId = await prepareNotice(tablet.page, stage, 'De Houten Trein');
  await tablet.turnOff();

  await tablet.turnOn(`/notices/${noticeId}`, 'offline');
  const { page } = tablet;
  await openCheckList(page);
  await takeScreenshot(page, 'sign-check-list', { fullPage: true });
  await handOverTo(page, 'Sanne de Vries');

  const debtor = reading(page, 'ru');
  await sayWhoTheyAre(debtor, 'Sanne de Vries');
  await readAll(debtor);
  await press(page, debtor.words.reading.goOn);
  await page.getByText(debtor.own.needConsent).waitFor();
  await consent(debtor);
  await page.getByLabel(debtor.words.debt.tick).check();
  await press(page, debtor.words.reading.goOn);
  await stroke(page, 0.1, 0.45);
  const upright = await inkBox(page);
  await turnOnItsSide(page);
  await expect.poll(() => fitsItsField(page)).toBe(true);
  await page.getByText(debtor.own.pad.status(1)).waitFor();
  const turned = await inkBox(page);
  // As tall in the field as before, and nothing of it cut off.
  expect(turned.bottom - turned.top).toBeCloseTo(upright.bottom - upright.top, 1);
  expect(turned.bottom).toBeLessThan(0.98);
  await takeScreenshot(page, 'sign-ru-turned');
  await stroke(page, 0.5, 0.85);
  await press(page, debtor.words.reading.goOn);
  await page.getByRole('heading', { name: debtor.own.review.heading }).waitFor();
  await takeScreenshot(page, 'sign-ru-review', { fullPage: true });
  await press(page, debtor.words.sign.act);
  await page.getByRole('heading', { name: debtor.words.done.thanks }).waitFor();
  await takeScreenshot(page, 'sign-ru-thanks', { fullPage: true });
  const squares = await codeShown(debtor);
  await takeBack(page);
  await takeScreenshot(page, 'sign-witness', { fullPage: true });
  await witness(page);
  await takeScreenshot(page, 'sign-on-record', { fullPage: true });
  await tablet.die();

  // Charged again, still no signal.
  await tablet.turnOn(`/notices/${noticeId}`, 'offline');
  await tablet.page.getByText(say('notice.stage.onDevice'), { exact: true }).waitFor();
  await takeScreenshot(tablet.page, 'sign-after-death');
  await tablet.page.getByText('Receipt signed').first().waitFor();
  expect(await stageOf(stage, noticeId)).toBeUndefined();
  await tablet.context.setOffline(false);
  await tablet.page.getByText(say('notice.stage.sealed'), { exact: true }).waitFor({ timeout: 30_000 });

  const proven = await untilSealed(stage, noticeId);
  expect(proven).toMatchObject({ outcome: 'acknowledged', noticeStatus: 'proven' });
  expect(proven.facts).toEqual(['acknowledged', 'debtConfirmed', 'instructionReceived', 'noticeReceived']);
  expect(storyOf(proven)).toBe(
    `prepared handed-over language-changed ${SIGNED} copy-given handed-back witnessed closed`,
  );
  const address = `${stage.url}/verify#${proven.copyHead}`;
  expect(squares).toBe(codeOf(address));

  await takeScreenshot(tablet.page, 'sign-notice-sealed', { fullPage: true });
  const file = await fetchSealed(stage, proven);
  expectGenuine(stage, file);
  const publicPage = await scanCode(stage, proven);
  await takeScreenshot(publicPage, 'sign-public-green', { fullPage: true });

  const changed = withOneFlippedBit(file);
  const judged = verifyByCommand(stage, changed);
  expect([judged.code, judged.ok, judged.failed.length > 0]).toEqual([1, false, true]);
  await checkThere(publicPage, changed);
  await expectVerdict(publicPage, 'red');
  await takeScreenshot(publicPage, 'sign-public-red', { fullPage: true });
});

test('handed over, a tablet shows the notice and nothing else until the rep’s PIN, dead or alive; refused, the delivery is proven all the same', async () => {
  const tablet = await takeMortalPhone(stage, TABLET);
  await signInAs(tablet, stage, 'rep1');
  await untilReadyOffline(tablet);
  const noticeId = await prepareNotice(tablet.page, stage, 'Fabula');
  await tablet.turnOff();
  await tablet.turnOn(`/notices/${noticeId}`, 'offline');
  await openCheckList(tablet.page);
  await handOverTo(tablet.page, 'dr. Lengyel Tamás');
  const hu = reading(tablet.page, 'hu').words;
  await sayWhoTheyAre(reading(tablet.page, 'hu'), 'dr. Lengyel Tamás');
  await tablet.page.getByText(hu.reading.hint).waitFor();

  const onlyTheNotice = async (): Promise<void> => {
    const { page } = tablet;
    await page.getByText(hu.cover.text).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toMatch(/De Houten Trein|Zmajček|Vasutas|Cards|Tasks/);
    expect(new URL(page.url()).pathname).toBe(`/notices/${noticeId}/present`);
    await press(page, hu.cover.goOn);
    await page.getByText(hu.reading.hint).waitFor();
  };
  for (const place of ['/cards', `/notices/${noticeId}`]) {
    await tablet.page.goto(`${stage.url}${place}`);
    await onlyTheNotice();
  }
  await tablet.page.reload();
  await onlyTheNotice();
  await tablet.die();
  await tablet.turnOn('/', 'offline');
  await onlyTheNotice();
  const { page } = tablet;
  for (let again = 0; again < 4; again += 1) await page.goBack();
  await page.getByRole('heading', { name: hu.greeting.heading }).waitFor();
  await press(page, hu.language.own);
  await press(page, hu.identity.yes);
  await press(page, hu.refuse.open);
  await page.getByLabel(hu.refuse.reasons['needs-lawyer']).check();
  await press(page, hu.refuse.act);
  await page.getByRole('heading', { name: hu.done.thanks }).waitFor();

  await press(page, say('ceremony.tabletIsBack'));
  for (const guess of ['1111', '2222', '3333']) await guessPin(page, guess);
  await page.getByText(/Try again in \d+ seconds?\./).waitFor();
  expect(await page.getByRole('button', { name: '2', exact: true }).isDisabled()).toBe(true);
  await press(page, say('ceremony.pin.backToLetter'));
  await page.reload();
  await press(page, hu.cover.goOn);
  await press(page, say('ceremony.tabletIsBack'));
  await page.getByText(/Try again in \d+ seconds?\./).waitFor();
  await page.getByText(/Try again in \d+ seconds?\./).waitFor({ state: 'detached' });
  await press(page, say('ceremony.pin.backToLetter'));
  await takeBack(page);
  await page.getByText('A lawyer must see it first').waitFor();
  await takeScreenshot(page, 'sign-refused-witness', { fullPage: true });
  await witness(page);
  await tablet.context.setOffline(false);
  await untilScreenSays(page, 'sealed');

  const proven = await untilSealed(stage, noticeId);
  expect(proven).toMatchObject({ outcome: 'refused', noticeStatus: 'proven' });
  expect(proven.facts).toEqual(['instructionReceived', 'noticeReceived']);
  // One story, told by several lives of the tablet; it never left the debtor's hands in between.
  expect(storyOf(proven)).toMatch(/^prepared handed-over .* refused copy-given handed-back witnessed closed$/);
  expect(proven.events.filter(({ type }) => type === 'handed-over' || type === 'handed-back')).toHaveLength(2);
  expect(new Set(proven.events.map(({ session }) => session)).size).toBeGreaterThan(1);
  expectGenuine(stage, await ownCopy(tablet, proven));
  await scanCode(stage, proven);
});

test('signed by keyboard alone, with a typed name: the same weight, the same proof', async () => {
  const tablet = await takePhone(stage, TABLET);
  const { page } = tablet;
  await signInAs(tablet, stage, 'rep1');
  await untilReadyOffline(tablet);
  const noticeId = await prepareNotice(page, stage, 'Holzwurm');
  await tablet.context.setOffline(true);
  await openCheckList(page);
  await handOverTo(page, 'Stefan Hofer');

  const { words: en, own } = reading(page, 'en');
  await pressByKey(page, en.language.own);
  await pressByKey(page, en.identity.yes);
  for (const part of [en.reading.hint, en.reading.heading]) {
    await page.getByText(part).first().waitFor();
    const toEnd = page.getByRole('button', { name: own.toEnd, exact: true });
    const goOn = page.getByRole('button', { name: en.reading.goOn, exact: true });
    await toEnd.or(goOn).waitFor();
    if (await toEnd.isVisible()) await pressByKey(page, own.toEnd);
    await pressByKey(page, en.reading.goOn);
  }
  await tickByKey(page, en.consent.tick);
  await tabTo(page, page.getByLabel(en.objections.choice.none).or(page.getByLabel(en.objections.choice.list)).first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await pressByKey(page, en.reading.goOn);
  await tabTo(page, page.getByRole('tab', { name: en.sign.type }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel(en.sign.typeLabel));
  await page.keyboard.type('Štefan Hofer');
  await pressByKey(page, en.reading.goOn);
  await pressByKey(page, en.sign.act);
  await page.getByRole('heading', { name: en.done.thanks }).waitFor();
  await pressByKey(page, say('ceremony.tabletIsBack'));
  await page.getByRole('button', { name: say('ceremony.pin.unlock') }).waitFor();
  await pinByKey(page, '2468');
  await pressByKey(page, en.witnessAct);
  await page.getByRole('heading', { name: say('ceremony.finished.title') }).waitFor();
  expect(await stageOf(stage, noticeId)).toBeUndefined();
  await tablet.context.setOffline(false);
  await untilScreenSays(page, 'sealed');

  const proven = await untilSealed(stage, noticeId);
  expect(proven.facts).toEqual(['acknowledged', 'instructionReceived', 'noticeReceived', 'objectionsStated']);
  const signed = proven.events.find((event) => event.type === 'signed');
  expect(signed?.data).toMatchObject({
    mark: { method: 'typed', text: 'Štefan Hofer' },
    objections: { stated: 'none' },
    confirmsDebt: false,
    waivesDefences: false,
  });
  expectGenuine(stage, await ownCopy(tablet, proven));
  await scanCode(stage, proven);
});

test('two who sign together hand the tablet on: two consents, two signatures, one seal', async () => {
  const tablet = await takePhone(stage, TABLET);
  const { page } = tablet;
  await signInAs(tablet, stage, 'rep2');
  await untilReadyOffline(tablet);
  const noticeId = await prepareNotice(page, stage, 'Maple');
  await tablet.context.setOffline(true);
  await openCheckList(page);
  await addSigner(page, 'Zoë Nuñez', 'Treasurer');
  const first = await page.getByLabel(say('ceremony.check.name')).first().inputValue();
  await handOverTo(page, first);
  const debtor = reading(page, 'en');
  for (const name of [first, 'Zoë Nuñez']) {
    await sayWhoTheyAre(debtor, name);
    await readAll(debtor);
    await consent(debtor);
    await press(page, debtor.words.reading.goOn);
    await drawName(page);
    await press(page, debtor.words.reading.goOn);
    await press(page, debtor.words.sign.act);
    if (name === first) await press(page, 'Zoë Nuñez');
  }
  await page.getByRole('heading', { name: debtor.words.done.thanks }).waitFor();
  await takeBack(page);
  await witness(page);
  await tablet.context.setOffline(false);
  await untilScreenSays(page, 'sealed');

  const proven = await untilSealed(stage, noticeId);
  expect(storyOf(proven)).toBe(`prepared handed-over ${SIGNED} ${SIGNED} copy-given handed-back witnessed closed`);
  expect(proven.facts).toEqual(['acknowledged', 'instructionReceived', 'noticeReceived']);
  expectGenuine(stage, await ownCopy(tablet, proven));
  await scanCode(stage, proven);
});
