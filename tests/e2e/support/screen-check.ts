import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { takeScreenshot } from '../../support/chromium.ts';
import { textsOf, type Locale } from './catalog.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** In the dark only colours are different. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

export interface ScreenCheck {
  readonly name: string;
  readonly locale: Locale;
  /** The narrowest window it must fit, in CSS pixels; null where there is no narrow form to prove. */
  readonly narrow: number | null;
  readonly bigText: boolean;
}

/** Everything a machine can find wrong with the screen as it stands, light and dark; leaves it as it was. */
export async function problemsOf(page: Page, check: ScreenCheck): Promise<readonly string[]> {
  const found: string[] = [];
  const { name, locale } = check;
  const note = (problems: readonly string[]) => found.push(...problems.map((each) => `${name} ${locale}: ${each}`));
  await untilSettled(page);
  note(await wordProblems(page));
  note(await overflow(page, 'as it is'));
  await takeScreenshot(page, `${name}-${locale}-light`);
  if (locale !== 'hu') note(await axe(page, (builder) => builder.withTags(WCAG)));
  await page.emulateMedia({ colorScheme: 'dark' });
  await takeScreenshot(page, `${name}-${locale}-dark`);
  if (locale === 'en') note(await axe(page, (builder) => builder.withRules(COLOURS)));
  await page.emulateMedia({ colorScheme: 'light' });
  if (check.narrow !== null) note(await narrowProblems(page, check.narrow));
  if (check.bigText) note(await bigTextProblems(page, name));
  return found;
}

/** Words and shape have stopped changing: nothing is on its way any more. */
export async function untilSettled(page: Page): Promise<void> {
  await page.locator('h1, dialog h2').first().waitFor();
  await page.evaluate(async () => {
    const look = () => `${document.body.innerText} ${document.body.scrollHeight}`;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const deadline = performance.now() + 5000;
    let before = look();
    let stillSince = performance.now();
    while (performance.now() - stillSince < 120 && performance.now() < deadline) {
      await frame();
      const now = look();
      if (now !== before || document.querySelector('ul[aria-hidden="true"]') !== null) stillSince = performance.now();
      before = now;
    }
    const ending = document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((each) => each.finished));
  });
}

async function wordProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const title = await page.title();
  if (title.trim() === '' || title === 'Cession') problems.push(`the page title is ${JSON.stringify(title)}`);
  const shown = (await page.locator('body').innerText()).split(/\s+/);
  const ids = textsOf('en');
  for (const word of shown) if (ids.has(word)) problems.push(`untranslated text ${word}`);
  for (const word of shown) if (/^\{|\bundefined\b|\bNaN\b|\[object/.test(word)) problems.push(`broken text ${word}`);
  return problems;
}

/** In a window as tall as the page and its longest pane: what a bar at the bottom covers now can be scrolled free, and is no finding. */
async function axe(page: Page, scope: (builder: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 0, height: 0 };
  const height = await page.evaluate(() => {
    const panes = [...document.querySelectorAll('main, main *')].filter(
      (each) => each.scrollHeight > each.clientHeight,
    );
    return Math.max(document.documentElement.scrollHeight, ...panes.map((each) => each.scrollHeight));
  });
  await page.setViewportSize({ ...before, height: Math.max(height, before.height) });
  const { violations } = await scope(
    new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(),
  ).analyze();
  await page.setViewportSize(before);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`),
  );
}

async function narrowProblems(page: Page, width: number): Promise<string[]> {
  const before = page.viewportSize();
  if (before === null) return [];
  await page.setViewportSize({ ...before, width });
  const problems = await overflow(page, `${width} px wide`);
  await page.setViewportSize(before);
  return problems;
}

async function bigTextProblems(page: Page, name: string): Promise<string[]> {
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const problems = await overflow(page, 'with text of 200 %');
  await takeScreenshot(page, `${name}-ru-big`);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  return problems;
}

/** What sticks out to the right, unless it lies in a box of its own that scrolls or cuts. */
async function overflow(page: Page, when: string): Promise<string[]> {
  const sticking = await page.evaluate((width) => {
    const isBoxed = (element: Element): boolean => {
      for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true;
      }
      return false;
    };
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !isBoxed(element))
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 40)}"`);
  }, page.viewportSize()?.width ?? 0);
  return sticking.map((what) => `${when}, ${what} sticks out`);
}
