import type { NoticeData } from '../notice-data.ts';
import type { Block, Fact, PaperLanguage } from '../paper-document.ts';
import type { PaperWords } from './paper-shape.ts';
import { paperWords, regimeWords } from './paper-words.ts';
import { accountFacts, contactLine, factOf, payeeFacts } from './party-facts.ts';
import { totalsLine, totalsOf } from './receivables.ts';
import { oneStop, writeDay } from './write-values.ts';

/**
 * The first page: what changes for the debtor and what stays. Says only what the frozen data proves or the law of the
 * notice says; the account before is shown only if it is known, and nothing is promised.
 */
export function whatChanges(data: NoticeData, language: PaperLanguage): Block[] {
  const words = paperWords(language);
  return [
    { kind: 'heading', text: words.what.heading, section: 'what-changes' },
    { kind: 'paragraph', text: oneStop(words.what.opening(data.supplier.legalName, data.factor.legalName)) },
    ...paymentBlocks(data, language),
    { kind: 'heading', text: words.what.changes },
    { kind: 'list', items: changing(data, language).map(oneStop) },
    { kind: 'heading', text: words.what.same },
    { kind: 'list', items: staying(data, language).map(oneStop) },
  ];
}

function paymentBlocks(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  const { payee, accountBefore } = data;
  if (payee === null) return [{ kind: 'paragraph', text: words.what.noInstruction, weight: 'strong' }];
  const later = data.effectiveOn > data.issuedOn;
  const heading = later ? words.what.afterDay(writeDay(data.effectiveOn, language)) : words.what.after;
  const rows = payeeFacts(payee, words);
  if (accountBefore === null) {
    return [
      { kind: 'paragraph', text: `${heading}:`, weight: 'strong' },
      { kind: 'facts', rows, framed: true },
    ];
  }
  return [
    {
      kind: 'before-after',
      before: { heading: words.what.before, rows: beforeRows(accountBefore, words) },
      after: { heading, rows },
    },
  ];
}

function beforeRows(before: NonNullable<NoticeData['accountBefore']>, words: PaperWords): readonly Fact[] {
  return [...factOf(words.label.holder, before.holderName), ...accountFacts(before.numbers, words)];
}

function changing(data: NoticeData, language: PaperLanguage): readonly string[] {
  const { what } = paperWords(language);
  const { contact } = data.factor;
  const line = contactLine(contact);
  return [
    data.scope.kind === 'contract'
      ? what.allInvoices({
          number: data.supplyContract.number,
          day: writeDay(data.supplyContract.signedOn, language),
        })
      : what.listedInvoices(data.scope.rows.length, totalsLine(data, language)),
    ...(data.payee !== null && contact.email.trim() !== '' ? [what.remittance(contact.email)] : []),
    ...(line === '' ? [] : [what.payingQuestions(line)]),
  ];
}

function staying(data: NoticeData, language: PaperLanguage): readonly string[] {
  const { what } = paperWords(language);
  const { costs } = regimeWords(data.jurisdiction, language);
  const goods = contactLine(data.supplier.contact);
  const totals = totalsOf(data);
  const currency = data.payee?.currency ?? '';
  const same = totals.length > 0 && totals.every((total) => total.currency === currency);
  return [
    what.contractStays,
    what.amountsStay,
    ...(same ? [what.currencyStays(currency)] : []),
    ...(goods === '' ? [] : [what.contactStays(goods)]),
    what.objectionsStay,
    ...(costs === null ? [] : [costs]),
  ];
}
