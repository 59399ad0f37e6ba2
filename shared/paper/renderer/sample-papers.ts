/** Whole notices with every kind of block and long content, in the three languages: what the pinned hashes are taken of. */
import type { Instant } from '../../src/kernel/instant.ts';
import type { Block, PaperDocument, PaperLanguage, Side, Strokes } from '../../src/notice/paper-document.ts';
import { SAMPLE_WORDS, type SampleWords } from './sample-words.ts';

/** A notice of three pages: letter, list of invoices, and what the debtor answered. */
export function samplePaper(language: PaperLanguage): PaperDocument {
  const words = SAMPLE_WORDS[language];
  return {
    language,
    title: words.title,
    foot: `N-2026-00417 · 9f3c21ab · ${words.parties.supplier}`,
    pageWords: words.pageWords,
    // An instant of the kernel is branded text; this one is written in its form.
    madeAt: '2026-11-20T16:04:00.000Z' as Instant,
    blocks: [...letter(words), ...invoices(words), ...answer(words, language)],
  };
}

function letter(words: SampleWords): Block[] {
  const { parties } = words;
  return [
    { kind: 'title', text: words.title },
    { kind: 'paragraph', text: words.subtitle, weight: 'quiet' },
    {
      kind: 'facts',
      rows: [
        { label: words.labels.to, value: parties.debtor },
        { label: words.labels.taxNumber, value: parties.debtorTax, digits: true },
        { label: words.labels.from, value: parties.supplier },
        { label: words.labels.factor, value: parties.factor },
        { label: words.labels.contract, value: words.contract },
      ],
    },
    { kind: 'heading', text: words.headings.what, section: 'what' },
    { kind: 'paragraph', text: words.what },
    { kind: 'heading', text: words.headings.account, section: 'account' },
    { kind: 'paragraph', text: words.pay, weight: 'strong' },
    { kind: 'before-after', before: side(words, 'before'), after: side(words, 'after') },
    {
      kind: 'facts',
      framed: true,
      rows: [
        { label: words.labels.holder, value: parties.factor },
        { label: words.labels.account, value: parties.newAccount, digits: true },
        { label: words.labels.reference, value: 'N-2026-00417', digits: true },
      ],
    },
    { kind: 'law', article: words.law.article, quote: words.law.quote },
    { kind: 'heading', text: words.headings.means, section: 'means' },
    { kind: 'list', items: words.means },
  ];
}

function side(words: SampleWords, which: 'before' | 'after'): Side {
  const { parties, labels, headings } = words;
  const isAfter = which === 'after';
  return {
    heading: isAfter ? headings.after : headings.before,
    rows: [
      { label: labels.holder, value: isAfter ? parties.factor : parties.supplier },
      { label: labels.account, value: isAfter ? parties.newAccount : parties.oldAccount, digits: true },
    ],
  };
}

const INVOICES = 28;

function invoices({ headings, columns, invoice, total, currency }: SampleWords): Block[] {
  const amounts = Array.from({ length: INVOICES }, (_, at) => 184_250 + at * 73_910);
  const rows = amounts.map((amount, at) => {
    const day = `${10 + (at % 18)}`;
    const number = `SZ-2026/${String(1042 + at * 7).padStart(6, '0')}`;
    return [number, at % 5 === 0 ? invoice.long : invoice.short, `2026-10-${day}`, `2026-12-${day}`, grouped(amount)];
  });
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  return [
    { kind: 'heading', text: headings.invoices, section: 'invoices' },
    {
      kind: 'table',
      columns: columns.map((label, at) => ({ label, align: at === 4 ? 'end' : 'start' })),
      rows,
      foot: [total, '', '', '', `${grouped(sum)}\u00a0${currency}`],
    },
  ];
}

function answer({ headings, steps, sign, code, parties }: SampleWords, language: PaperLanguage): Block[] {
  const debtor = { kind: 'signature', caption: sign.caption, name: sign.name, alt: sign.alt } as const;
  const supplier = {
    kind: 'signature',
    caption: sign.supplier,
    name: parties.supplier,
    alt: sign.supplierAlt,
  } as const;
  const address = 'https://cession.example/v/9f3c21ab7d5e40c2';
  return [
    ...(language === 'ru' ? [{ kind: 'page-break' } as const] : []),
    { kind: 'heading', text: headings.answer, section: 'answer' },
    { kind: 'list', items: steps, numbered: true },
    { ...debtor, mark: { method: language === 'en' ? 'mark' : 'drawn', strokes: language === 'en' ? CROSS : HAND } },
    { ...supplier, mark: language === 'ru' ? { method: 'none' } : { method: 'typed', text: sign.typed } },
    { kind: 'code', address, text: code },
  ];
}

/** 1234567 to `1 234 567` with spaces that do not break. */
function grouped(amount: number): string {
  return `${amount}`.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0');
}

const CROSS: Strokes = {
  v: 1,
  w: 640,
  h: 240,
  u: 16,
  s: [
    [
      [3200, 800],
      [900, 1100],
      [700, 900],
    ],
    [
      [4900, 760],
      [-800, 1000],
      [-1000, 1120],
    ],
  ],
};

const LOOP: [number, number][] = [
  [160, -520],
  [190, -330],
  [110, 90],
  [-60, 340],
  [-150, 470],
  [-20, 180],
  [210, 20],
  [330, -250],
];

/** A hand that loops along the line, and a dot. */
const HAND: Strokes = {
  v: 1,
  w: 640,
  h: 240,
  u: 16,
  s: [[[900, 2400], ...Array.from({ length: 7 }, () => LOOP).flat()], [[4100, 900]]],
};
