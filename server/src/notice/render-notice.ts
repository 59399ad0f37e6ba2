import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import type { PaperDocument, PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { noticePaper } from '@cession/shared/notice/wording/notice-paper.ts';
import { WORDING } from '@cession/shared/notice/wording/wording-version.ts';
import type { PaperAttachment } from '@cession/shared/paper/notice-renderer-1.js';

interface Renderer {
  renderPaper(document: PaperDocument, attachments?: readonly PaperAttachment[]): Promise<Uint8Array>;
  unknownGlyphs(document: PaperDocument): string[];
}

/** Every renderer that ever made a paper stays: what was shown must come out again, to the byte. */
const RENDERERS: Readonly<Record<number, () => Promise<Renderer>>> = {
  1: () => import('@cession/shared/paper/notice-renderer-1.js'),
};
/** The one that draws new papers. */
const NEWEST = 1;

export interface PaperWish {
  readonly data: NoticeData;
  readonly dataSha256: string;
  readonly language: PaperLanguage;
  readonly renderer: number;
  readonly wording: string;
}

/** The paper as it was shown on the tablet; null where this renderer or wording is not known here. */
export async function renderNotice({
  data,
  dataSha256,
  language,
  renderer,
  wording,
}: PaperWish): Promise<Uint8Array | null> {
  const load = RENDERERS[renderer];
  if (load === undefined || wording !== WORDING) return null;
  const { renderPaper } = await load();
  try {
    return await renderPaper(noticePaper(data, language, shortCode(dataSha256)));
  } catch (error) {
    // No tablet could draw it either.
    if (error instanceof Error && error.name === 'UnknownGlyphs') return null;
    throw error;
  }
}

/**
 * A new paper. A sign the fonts lack (somebody typed it as a note) is written as its code point: the paper must be
 * made, and the evidence beside it holds the sign itself.
 */
export async function renderNewest(
  document: PaperDocument,
  attachments: readonly PaperAttachment[],
): Promise<Uint8Array> {
  const load = RENDERERS[NEWEST];
  if (load === undefined) throw new Error('there is no renderer');
  const { renderPaper, unknownGlyphs } = await load();
  return renderPaper(withoutGlyphs(document, unknownGlyphs(document)), attachments);
}

function withoutGlyphs<T>(value: T, glyphs: readonly string[]): T {
  if (glyphs.length === 0) return value;
  const text = (words: string) => glyphs.reduce((done, glyph) => done.replaceAll(glyph, spelled(glyph)), words);
  // Only texts change, so it keeps its shape.
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? text(part) : part,
  ) as T;
}

function spelled(glyph: string): string {
  if (/^\s$/.test(glyph)) return ' ';
  return `[U+${(glyph.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The beginning of the hash, as it is printed and read out. */
export function shortCode(dataSha256: string): string {
  return dataSha256.slice(0, 8);
}
