import type { PaperDocument } from '../src/notice/paper-document.ts';

/** The number of this renderer. The same number and the same paper give the same bytes, on every machine, forever. */
export declare const RENDERER: 1;

/** A file carried inside the PDF. `relationship` is the AFRelationship of PDF/A-3 (ISO 32000-2, 7.11.3). */
export interface PaperAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly relationship: 'Source' | 'Data';
  readonly description: string;
}

/** What `renderPaper` throws for a paper with a character the fonts lack: `error.name === 'UnknownGlyphs'`. */
export interface UnknownGlyphs extends Error {
  readonly name: 'UnknownGlyphs';
  readonly glyphs: readonly string[];
}

/**
 * A tagged PDF/A-3a of the paper on A4, dated `document.madeAt` and nothing else. Ask `unknownGlyphs` first: with an
 * unknown character it throws `UnknownGlyphs` rather than draw an empty box.
 */
export declare function renderPaper(
  document: PaperDocument,
  attachments?: readonly PaperAttachment[],
): Promise<Uint8Array>;

/** Characters of any text of the paper that cannot be drawn, once each, in order; controls among them, but no line breaks. */
export declare function unknownGlyphs(document: PaperDocument): string[];

/** How many pages a PDF made by `renderPaper` has, before anything was appended to it. Throws on other bytes. */
export declare function pageCountOf(bytes: Uint8Array): number;
