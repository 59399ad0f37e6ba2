import type { PaperDocument, PaperLanguage } from '../paper-document.ts';
import { certificateBlocks } from './certificate.ts';
import { certificateWords } from './certificate-words.ts';
import { ceremonyStory, type CeremonyStory } from './ceremony-story.ts';
import { noticeBlocks, noticeTitle } from './notice-paper.ts';
import { paperWords } from './paper-words.ts';
import type { SealedPaperInput } from './sealed-paper-input.ts';
import { receiptBlocks } from './sealed-receipt.ts';

export type { SealTimes } from './sealed-paper-input.ts';

/**
 * The paper that is sealed: the notice as it was shown, what was signed or how it was delivered, and the certificate of
 * the ceremony in English and in the signer's language. What was ticked stands in the words that were ticked; what was
 * not declared is said not to be. The level is stated plainly: simple electronic signature with evidence (eIDAS 25(1),
 * 63-FZ art. 9, UETA 9), the seal advanced. A bundle that was not prepared and closed throws RangeError.
 */
export function sealedPaper(input: SealedPaperInput): PaperDocument {
  const { data, language, code } = input;
  const story = ceremonyStory(input.bundle);
  const certificates: readonly PaperLanguage[] = story.language === 'en' ? ['en'] : ['en', story.language];
  return {
    language,
    title: `${noticeTitle(data, language)} – ${receiptTitle(story)}`,
    foot: `${data.number} · ${code}`,
    pageWords: paperWords(language).pageWords,
    madeAt: input.receivedAt,
    blocks: [
      ...noticeBlocks(data, language, code),
      ...receiptBlocks(input, story),
      ...certificates.flatMap((each) => certificateBlocks(input, story, each)),
    ],
  };
}

function receiptTitle(story: CeremonyStory): string {
  return certificateWords(story.language).receipt.title;
}
