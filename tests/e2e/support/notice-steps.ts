import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { enterPin, press } from '../ceremony-screens-steps.ts';
import { PHONE } from '../../support/chromium.ts';
import { sayIn } from './catalog.ts';
import type { Stage } from './stage.ts';

/** What the rep does with a notice, in the words of the screen. */

const UPRIGHT = { width: 834, height: 1112 };
/** One pixel for one: nothing here is read from pictures. */
export const TABLET: BrowserContextOptions = { ...PHONE, viewport: UPRIGHT, deviceScaleFactor: 1 };
const PIN = '2468';

const say = sayIn('en');

/** A hand turns the tablet on its side, and with the same grip swipes it out of the full screen. */
export async function turnOnItsSide(page: Page): Promise<void> {
  await page.evaluate(() => document.exitFullscreen());
  await page.setViewportSize({ width: UPRIGHT.height, height: UPRIGHT.width });
}

/** From Today to a notice whose text is fixed, known to the server; answers its id. Needs the network. */
export async function prepareNotice(page: Page, stage: Stage, customer: string): Promise<string> {
  await page.goto(`${stage.url}/cards`);
  await page.getByRole('link', { name: customer }).first().click();
  await page.getByRole('link', { name: say('capture.notices.title') }).click();
  await press(page, say('notice.list.prepare'));
  await page.getByText(/^Version \d+\. It comes from the agreement/).waitFor();
  await press(page, say('notice.new.save'));
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expect.poll(() => stage.sql('select id from notice where id = $1', [id]), { timeout: 15_000 }).toHaveLength(1);
  return id;
}

/** The check list of a notice that is on the screen; `people` are told how the rep knows them. */
export async function openCheckList(page: Page): Promise<void> {
  await press(page, say('notice.page.present'));
  await page.getByText(say('ceremony.device.keyReady'), { exact: true }).waitFor();
  await page.getByLabel(say('ceremony.check.way.known')).first().check();
}

/** A second person signs with the first. */
export async function addSigner(page: Page, name: string, position: string): Promise<void> {
  await page.getByLabel(say('ceremony.check.joint')).check();
  await page.getByLabel(say('ceremony.check.name')).nth(1).fill(name);
  await page.getByLabel(say('ceremony.check.position')).nth(1).fill(position);
  await page.getByLabel(say('ceremony.check.way.id-seen')).nth(1).check();
}

/** The first time on a tablet the rep chooses the PIN that takes it back. */
export async function handOverTo(page: Page, name: string): Promise<void> {
  await press(page, say('ceremony.check.handOver').replace('{name}', name));
  for (const step of ['next', 'keep'] as const) {
    await enterPin(page, PIN);
    await press(page, say(`ceremony.pin.${step}`));
  }
}

/** The debtor has pressed that it goes back; the rep enters the PIN. */
export async function takeBack(page: Page): Promise<void> {
  await press(page, say('ceremony.tabletIsBack'));
  await enterPin(page, PIN);
  await press(page, say('ceremony.pin.unlock'));
  await page.getByRole('heading', { name: say('ceremony.witness.title') }).waitFor();
}

export async function guessPin(page: Page, guess: string): Promise<void> {
  await enterPin(page, guess);
  await press(page, say('ceremony.pin.unlock'));
}

export async function witness(page: Page): Promise<void> {
  await press(page, ceremonyWords('en').witnessAct);
  await page.getByRole('heading', { name: say('ceremony.finished.title') }).waitFor();
}

const STEPS = ['onDevice', 'received', 'verified', 'sealed'] as const;
export type Step = (typeof STEPS)[number];

/** How far the screen says the record has come. */
export async function untilScreenSays(page: Page, step: Step): Promise<void> {
  const line = page.getByRole('region', { name: say('ceremony.finished.way') }).getByRole('listitem');
  const done = line.filter({ hasText: say('ceremony.finished.stepDone') });
  await expect.poll(() => done.count(), { timeout: 30_000 }).toBe(STEPS.indexOf(step) + 1);
}
