import type { Piece } from './pieces.ts';
import { drawLine, drawRule, wrapLines, type Sheet } from './sheet.ts';
import { BODY, COLUMN, HEADING, PAGE, QUOTE, SMALL, SMALL_STRONG, STRONG, TITLE, type Style } from './style.ts';

interface Setting {
  readonly element: string;
  readonly style: Style;
  readonly gap: number;
  readonly keepWithNext?: true;
}

const SETTINGS = {
  title: { element: 'H1', style: TITLE, gap: 0, keepWithNext: true },
  heading: { element: 'H2', style: HEADING, gap: 14, keepWithNext: true },
  paragraph: { element: 'P', style: BODY, gap: 6 },
  strong: { element: 'P', style: STRONG, gap: 6 },
  quiet: { element: 'P', style: SMALL, gap: 6 },
} satisfies Record<string, Setting>;

/** Headings and paragraphs over the whole width; no page begins or ends with a single line of one. */
export function setText(sheet: Sheet, text: string, as: keyof typeof SETTINGS): Piece[] {
  const setting: Setting = SETTINGS[as];
  const element = sheet.pdf.struct(setting.element);
  sheet.section.add(element);
  const lines = wrapLines(sheet, text, setting.style, COLUMN);
  return lines.map((line, at) => ({
    height: setting.style.leading,
    gap: at === 0 ? setting.gap : 0,
    keep: keepsWithNext(at, lines.length) || (at === lines.length - 1 && setting.keepWithNext === true),
    draw: (top) => void element.add(() => drawLine(sheet, startOf(line, setting.style, PAGE.side), top)),
  }));
}

const LIST_INDENT = 18;

export function setList(sheet: Sheet, items: readonly string[], numbered: boolean): Piece[] {
  const list = sheet.pdf.struct('L');
  sheet.section.add(list);
  return items.flatMap((item, index) => {
    const entry = sheet.pdf.struct('LI');
    const [label, body] = [sheet.pdf.struct('Lbl'), sheet.pdf.struct('LBody')];
    list.add(entry.add(label).add(body));
    const mark = numbered ? `${index + 1}.` : '•';
    const lines = wrapLines(sheet, item, BODY, COLUMN - LIST_INDENT);
    return lines.map((line, at) => ({
      height: BODY.leading,
      gap: at > 0 ? 0 : index === 0 ? 6 : 2.5,
      keep: keepsWithNext(at, lines.length),
      draw: (top: number) => {
        if (at === 0) label.add(() => drawLine(sheet, startOf(mark, BODY, PAGE.side), top));
        body.add(() => drawLine(sheet, startOf(line, BODY, PAGE.side + LIST_INDENT), top));
      },
    }));
  });
}

const QUOTE_INDENT = 14;

/** The words of a statute, set apart by a bar at their left; the article stands above its words. */
export function setLaw(sheet: Sheet, article: string, quote: string): Piece[] {
  const whole = sheet.pdf.struct('BlockQuote');
  sheet.section.add(whole);
  const parts = [
    ...quoteLines(sheet, article, SMALL_STRONG).map((line) => ({ ...line, isArticle: true })),
    ...quoteLines(sheet, quote, QUOTE).map((line) => ({ ...line, isArticle: false })),
  ];
  const [cited, words] = [sheet.pdf.struct('P'), sheet.pdf.struct('P')];
  whole.add(cited).add(words);
  return parts.map(({ text, style, isArticle }, at) => ({
    height: style.leading,
    gap: at === 0 ? 10 : 0,
    keep: isArticle || keepsWithNext(at, parts.length),
    draw: (top: number) => {
      drawRule(sheet, [PAGE.side + 1, top], [PAGE.side + 1, top + style.leading], 'bar');
      const element = isArticle ? cited : words;
      element.add(() => drawLine(sheet, startOf(text, style, PAGE.side + QUOTE_INDENT), top));
    },
  }));
}

function quoteLines(sheet: Sheet, text: string, style: Style): { text: string; style: Style }[] {
  return wrapLines(sheet, text, style, COLUMN - 2 * QUOTE_INDENT).map((line) => ({ text: line, style }));
}

function startOf(text: string, style: Style, x: number) {
  return { text, style, x, align: 'start' } as const;
}

function keepsWithNext(at: number, count: number): boolean {
  return at < count - 1 && (count <= 3 || at === 0 || at === count - 2);
}
