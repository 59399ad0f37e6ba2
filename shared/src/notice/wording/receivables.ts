import type { NoticeData, Receivable } from '../notice-data.ts';
import type { Block, PaperLanguage } from '../paper-document.ts';
import { amountInWords } from './amount-in-words.ts';
import type { PaperWords } from './paper-shape.ts';
import { paperWords } from './paper-words.ts';
import { writeAmount, writeDay, writeNumber } from './write-values.ts';

export interface Total {
  readonly currency: string;
  /** Minor units. */
  readonly minor: number;
  readonly rows: readonly Receivable[];
}

/** What is listed, one total per currency, in the order in which the currencies first appear. Empty for a contract. */
export function totalsOf({ scope }: Pick<NoticeData, 'scope'>): readonly Total[] {
  if (scope.kind === 'contract') return [];
  const currencies = [...new Set(scope.rows.map((row) => row.currency))];
  return currencies.map((currency) => {
    const rows = scope.rows.filter((row) => row.currency === currency);
    return { currency, rows, minor: rows.reduce((sum, row) => sum + row.amountMinor, 0) };
  });
}

/** The totals in figures, joined for a sentence. */
export function totalsLine(data: Pick<NoticeData, 'scope'>, language: PaperLanguage): string {
  return totalsOf(data)
    .map(({ minor, currency }) => writeAmount(minor, currency, language))
    .join(' + ');
}

/** One table per currency, each with its total in figures and in words. */
export function receivableBlocks(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  return totalsOf(data).flatMap((total): readonly Block[] => [
    tableOf(total, words, language),
    {
      kind: 'facts',
      rows: [{ label: words.label.inWords, value: amountInWords(total.minor, total.currency, language) }],
    },
  ]);
}

function tableOf({ rows, currency, minor }: Total, words: PaperWords, language: PaperLanguage): Block {
  const waybills = rows.some((row) => row.waybillNumber !== null);
  const start = (label: string) => ({ label, align: 'start' as const });
  return {
    kind: 'table',
    columns: [
      start(words.column.invoice),
      ...(waybills ? [start(words.column.waybill)] : []),
      start(words.column.issued),
      start(words.column.due),
      { label: words.column.amount(currency), align: 'end' },
    ],
    rows: rows.map((row) => [
      row.invoiceNumber,
      ...(waybills ? [row.waybillNumber ?? '–'] : []),
      writeDay(row.issuedOn, language),
      writeDay(row.dueOn, language),
      writeNumber(row.amountMinor, currency, language),
    ]),
    foot: [words.label.total, ...(waybills ? [''] : []), '', '', writeNumber(minor, currency, language)],
  };
}
