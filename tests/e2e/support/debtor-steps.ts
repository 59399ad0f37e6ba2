import { debtorWords, type DebtorWords } from '@cession/client/notice/ceremony/debtor-words.ts';
import { QrCode } from '@cession/client/notice/ceremony/qr-code.tsx';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { ceremonyWords, type CeremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import type { Page } from 'playwright-core';
import { press, readOn } from '../ceremony-screens-steps.ts';

/** What a debtor does with the tablet, in the words they have chosen to read. */
export interface Debtor {
  readonly page: Page;
  readonly words: CeremonyWords;
  readonly own: DebtorWords;
}

export function reading(page: Page, language: PaperLanguage): Debtor {
  return { page, words: ceremonyWords(language), own: debtorWords(language) };
}

/** Their language, then "Yes, that is me". */
export async function sayWhoTheyAre({ page, words }: Debtor, name: string): Promise<void> {
  await press(page, words.language.own);
  await page.getByText(name, { exact: true }).waitFor();
  await press(page, words.identity.yes);
}

/** Both parts, each to its end. */
export async function readAll({ page, words, own }: Debtor): Promise<void> {
  for (const part of [words.reading.hint, words.reading.heading]) {
    await page.getByText(part).first().waitFor();
    await readOn(page, { toEnd: own.toEnd, next: words.reading.goOn });
  }
}

/** Nothing is ticked for anybody: without the tick it does not go on. */
export async function consent({ page, words }: Debtor): Promise<void> {
  await page.getByLabel(words.consent.tick).check();
}

/** One stroke of a name, as fractions of the field as it now stands. */
export async function stroke(page: Page, from: number, to: number): Promise<void> {
  const field = await page.locator('canvas').boundingBox();
  if (field === null) throw new Error('there is no field to sign in');
  const at = (step: number) => ({
    x: field.x + field.width * (from + ((to - from) * step) / 40),
    y: field.y + field.height * (0.5 + 0.25 * Math.sin(step / 3)),
  });
  await page.mouse.move(at(0).x, at(0).y);
  await page.mouse.down();
  for (let step = 1; step <= 40; step += 1) await page.mouse.move(at(step).x, at(step).y);
  await page.mouse.up();
}

/** The field is drawn as large as it stands there. */
export async function fitsItsField(page: Page): Promise<boolean> {
  return page.locator('canvas').evaluate((canvas) => {
    const field = canvas.parentElement;
    return canvas.clientHeight === field?.clientHeight && canvas.clientWidth === field.clientWidth;
  });
}

/** The highest and the lowest dark point of the field, as shares of its height. */
export async function inkBox(page: Page): Promise<{ top: number; bottom: number }> {
  return page.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('there is no field to sign in');
    const { width, height } = canvas;
    // Reading a canvas slows it down from then on: what is read is a copy.
    const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    pen?.drawImage(canvas, 0, 0);
    const data = pen?.getImageData(0, 0, width, height).data ?? [];
    let [top, bottom] = [Infinity, -1];
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] === 0) continue;
      const row = Math.floor((at - 3) / 4 / width);
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    }
    return { top: top / height, bottom: bottom / height };
  });
}

/** The dark squares of the code on the glass. */
export async function codeShown({ page, words }: Debtor): Promise<string | null> {
  const code = page.getByRole('img', { name: words.done.codeAlt });
  return code.locator('path').getAttribute('d');
}

/** The dark squares of the code of an address. */
export function codeOf(address: string): unknown {
  const picture: { props: { children: { props: { d: string } } } } = QrCode({ text: address, alt: '' });
  return picture.props.children.props.d;
}
