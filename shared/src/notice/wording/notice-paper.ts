import type { NoticeData } from '../notice-data.ts';
import type { Block, PaperDocument, PaperLanguage } from '../paper-document.ts';
import { checkBlocks, closingBlocks, openingBlocks } from './notice-frame.ts';
import { bodyBlocks } from './notice-body.ts';
import { paperWords } from './paper-words.ts';
import { receiptForm } from './receipt-form.ts';
import { whatChanges } from './what-changes.ts';

/** The headings whose parts the debtor should have reached; names in the reading evidence. */
export const NOTICE_SECTIONS = [
  'what-changes',
  'assignment',
  'payment',
  'unchanged',
  'objections',
  'changes',
  'proof',
] as const;

/**
 * The notice of assignment as a paper: first what changes and what stays, then the whole letter. Made from the frozen
 * data and from nothing else. `code`: the first eight hex digits of the data's SHA-256. With `forPaper` a receipt to
 * fill in by hand is the last page. Sources: Ptk. 6:197–6:200, GK RF 385, 386, 830, UCC 9-404–9-406; the order is the
 * customary one of such letters. Never refuses: what must not be sent is found by `noticeRules` before.
 */
export function noticePaper(
  data: NoticeData,
  language: PaperLanguage,
  code: string,
  options: { readonly forPaper?: boolean } = {},
): PaperDocument {
  const words = paperWords(language);
  return {
    language,
    title: noticeTitle(data, language),
    foot: `${data.number} · ${code}`,
    pageWords: words.pageWords,
    madeAt: data.preparedAt,
    blocks: [
      ...noticeBlocks(data, language, code),
      ...(options.forPaper === true ? receiptForm(data, language, code) : []),
    ],
  };
}

export function noticeTitle(data: NoticeData, language: PaperLanguage): string {
  const { title } = paperWords(language);
  return data.payee === null ? title.without : title.withInstruction;
}

/** The letter without a receipt: as it was shown before anybody signed. */
export function noticeBlocks(data: NoticeData, language: PaperLanguage, code: string): readonly Block[] {
  return [
    { kind: 'title', text: noticeTitle(data, language) },
    ...whatChanges(data, language),
    ...checkBlocks(data, language, code),
    { kind: 'page-break' },
    ...openingBlocks(data, language, code),
    ...bodyBlocks(data, language),
    ...closingBlocks(data, language),
  ];
}
