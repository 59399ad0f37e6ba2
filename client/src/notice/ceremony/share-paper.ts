import type { Notice } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { saveBytes } from '../../device/save-file.ts';
import { renderNotice } from '../render-notice.ts';

/** The paper that was shown, to the share sheet where there is one, else to a file. Answers letters that do not print. */
export async function sharePaper(notice: Notice, language: PaperLanguage): Promise<string | null> {
  const paper = await renderNotice(notice.data, language);
  if (!paper.ok) return paper.error.letters.join(' ');
  const name = `${notice.number.replace(/[^\p{L}\p{N}-]+/gu, '-')}.pdf`;
  const file = new File([paper.value.bytes], name, { type: 'application/pdf' });
  const canShare = typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
  if (!canShare) {
    saveBytes(name, paper.value.bytes, file.type);
    return null;
  }
  try {
    await navigator.share({ files: [file] });
  } catch (failure) {
    // Closing the sheet is an answer, not a surprise.
    if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
  }
  return null;
}
