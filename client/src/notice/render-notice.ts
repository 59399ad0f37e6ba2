import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { utf8 } from '@cession/shared/notice/evidence-bytes.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { sha256 } from '../device/sha256.ts';

export interface RenderedNotice {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly pages: number;
  readonly renderer: number;
}

/** Letters the paper's fonts do not have: nothing is printed without them. */
export interface UnknownLetters {
  readonly code: 'notice.letters';
  readonly letters: readonly string[];
}

type Rendered = Promise<Result<RenderedNotice, UnknownLetters>>;
/** One for each language of the letter in hand. */
const MOST_KEPT = 3;
const kept = new Map<string, Rendered>();

/**
 * The notice as PDF, the same bytes as on the server. The renderer and its fonts are fetched when first needed; the
 * last papers are kept, because the same ones are asked for page after page.
 */
export function renderNotice(data: NoticeData, language: PaperLanguage): Rendered {
  const key = `${language} ${canonicalJson(data)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const rendered = render(data, language);
  kept.set(key, rendered);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  rendered.catch(() => {
    if (kept.get(key) === rendered) kept.delete(key);
  });
  return rendered;
}

async function render(data: NoticeData, language: PaperLanguage): Rendered {
  const [renderer, { noticePaper }] = await Promise.all([
    import('@cession/shared/paper/notice-renderer-1.js'),
    import('@cession/shared/notice/wording/notice-paper.ts'),
  ]);
  const dataSha256 = await sha256(utf8(canonicalJson(data)));
  const paper = noticePaper(data, language, dataSha256.slice(0, 8));
  const letters = renderer.unknownGlyphs(paper);
  if (letters.length > 0) return err({ code: 'notice.letters', letters });
  const bytes = new Uint8Array(await renderer.renderPaper(paper));
  return ok({ bytes, sha256: await sha256(bytes), pages: renderer.pageCountOf(bytes), renderer: renderer.RENDERER });
}
