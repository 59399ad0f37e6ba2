import type { NoticeData } from '../notice-data.ts';
import type { Block, PaperLanguage } from '../paper-document.ts';
import { paperWords } from './paper-words.ts';

const EMPTY_LINE = '_'.repeat(36);

/** A receipt to fill in by hand, on a page of its own so that it can be torn off. Only receipt; nothing is confirmed. */
export function receiptForm(data: NoticeData, language: PaperLanguage, code: string): readonly Block[] {
  const { receipt } = paperWords(language);
  return [
    { kind: 'page-break' },
    { kind: 'heading', text: receipt.heading },
    { kind: 'paragraph', text: receipt.text(data.number, code) },
    { kind: 'paragraph', text: data.debtor.legalName, weight: 'strong' },
    { kind: 'facts', rows: receipt.rows.map((label) => ({ label, value: EMPTY_LINE })) },
    { kind: 'facts', rows: [{ label: receipt.objections, value: EMPTY_LINE }] },
    { kind: 'paragraph', text: EMPTY_LINE.repeat(2) },
    { kind: 'paragraph', text: receipt.only },
    {
      kind: 'signature',
      caption: receipt.signature,
      name: data.debtor.legalName,
      alt: receipt.alt,
      mark: { method: 'none' },
    },
  ];
}
