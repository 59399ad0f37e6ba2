import type { PaperDocument } from '../../src/notice/paper-document.ts';

export type CodePoints = readonly (readonly number[])[];

/** A paper with a letter its fonts lack is not drawn: an empty box in a name is worse than no paper. */
export class UnknownGlyphs extends Error {
  override readonly name = 'UnknownGlyphs';
  readonly glyphs: readonly string[];

  constructor(glyphs: readonly string[]) {
    super(`no letters in the font for: ${glyphs.map(toCode).join(' ')}`);
    this.glyphs = glyphs;
  }
}

/** The same paper with every letter and its accent as one character (NFC), which is how the fonts have them. */
export function composed(document: PaperDocument): PaperDocument {
  // Strings are replaced by strings and nothing else is touched, so the shape stays what it was.
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'string' ? value.normalize('NFC') : value,
  ) as PaperDocument;
}

/**
 * Every character of the composed paper that is not among `known`, once, in order of appearance; control characters
 * too, but for the line break, which breaks the line.
 */
export function missingGlyphs(document: PaperDocument, known: CodePoints): string[] {
  const isKnown = (char: string): boolean => {
    const point = char.codePointAt(0) ?? 0;
    return known.some(([first = 0, last = 0]) => point >= first && point <= last);
  };
  const missing = new Set<string>();
  for (const text of textsOf(document)) {
    for (const char of text) if (char !== '\n' && !isKnown(char)) missing.add(char);
  }
  return [...missing];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function toCode(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${hex}`;
}
