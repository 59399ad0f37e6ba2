/** The entry of the versioned artefact: the renderer with its fonts inside, so that one file is all a side needs. */
import type { PaperDocument } from '../../src/notice/paper-document.ts';
import bold from '../fonts/noto-sans-bold.ttf';
import regular from '../fonts/noto-sans-regular.ttf';
import fonts from '../fonts/fonts.json' with { type: 'json' };
import { composed, missingGlyphs, UnknownGlyphs } from './paper-text.ts';
import { renderPaper as render, type PaperAttachment } from './render-paper.ts';

export { pageCountOf } from './page-count.ts';

/** Raised whenever a paper could come out with other bytes; the artefact of the old number stays as it is, forever. */
export const RENDERER = 1;

export async function renderPaper(
  document: PaperDocument,
  attachments: readonly PaperAttachment[] = [],
): Promise<Uint8Array> {
  const paper = composed(document);
  const missing = missingGlyphs(paper, fonts.codePoints);
  if (missing.length > 0) throw new UnknownGlyphs(missing);
  return render(paper, { regular, bold }, attachments);
}

export function unknownGlyphs(document: PaperDocument): string[] {
  return missingGlyphs(composed(document), fonts.codePoints);
}
