import type { NoticeData } from '../notice-data.ts';
import type { Block, PaperLanguage } from '../paper-document.ts';
import { lawBlock, type LawKey } from './laws.ts';
import { contractOf } from './notice-frame.ts';
import type { RegimeWords } from './paper-shape.ts';
import { paperWords, regimeWords } from './paper-words.ts';
import { contactFacts, payeeFacts } from './party-facts.ts';
import { receivableBlocks } from './receivables.ts';
import { regimeLaws, underNewText } from './regime-laws.ts';
import { writeDay } from './write-values.ts';

/** From the assignment to personal data: the part of the letter that has effect in law. */
export function bodyBlocks(data: NoticeData, language: PaperLanguage): readonly Block[] {
  return [
    ...assignment(data, language),
    ...payment(data, language),
    ...unchanged(language),
    ...objections(data, language),
    ...changes(data, language),
    ...proof(data, language),
  ];
}

function assignment(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  const statement = words.statement(
    data.supplier.legalName,
    data.factor.legalName,
    data.debtor.legalName,
    writeDay(data.effectiveOn, language),
  );
  const heading: Block = { kind: 'heading', text: words.heading.assignment, section: 'assignment' };
  if (data.scope.kind === 'contract') {
    return [heading, text(statement), text(words.scopeContract(contractOf(data.supplyContract, language)))];
  }
  return [
    heading,
    text(statement),
    text(words.scopeList),
    { kind: 'heading', text: words.heading.invoices },
    ...receivableBlocks(data, language),
  ];
}

function payment(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  const regime = regimeWords(data.jurisdiction, language);
  const laws = regimeLaws(data);
  const heading: Block = { kind: 'heading', text: words.heading.payment, section: 'payment' };
  if (data.payee === null) return [heading, text(regime.noInstruction), ...quotes(laws.noInstruction, language)];
  const later = data.effectiveOn > data.issuedOn;
  return [
    heading,
    text(later ? words.payFrom(writeDay(data.effectiveOn, language)) : words.payOnly),
    {
      kind: 'facts',
      framed: true,
      rows: [
        ...payeeFacts(data.payee, words),
        { label: words.label.reference, value: words.referenceValue(data.number) },
      ],
    },
    text(words.exactName),
    text(regime.discharge),
    ...quotes(laws.payment, language),
  ];
}

function unchanged(language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  return [{ kind: 'heading', text: words.heading.unchanged, section: 'unchanged' }, text(words.unchanged)];
}

function objections(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  return [
    { kind: 'heading', text: words.heading.objections, section: 'objections' },
    text(regimeWords(data.jurisdiction, language).objections),
    ...quotes(regimeLaws(data).objections, language),
    text(words.silence),
  ];
}

function changes(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  const regime = regimeWords(data.jurisdiction, language);
  const laws = regimeLaws(data);
  return [
    { kind: 'heading', text: words.heading.changes, section: 'changes' },
    text(afterNotice(data, regime)),
    ...quotes(laws.changes, language),
    ...(data.payee === null ? [] : [text(words.bankChanges), text(words.release)]),
    text(regime.several),
    ...quotes(laws.several, language),
    text(regime.misdirected),
    ...quotes(laws.misdirected, language),
  ];
}

function afterNotice(data: NoticeData, regime: RegimeWords): string {
  return underNewText(data) ? regime.afterNotice : (regime.afterNoticeEarlier ?? regime.afterNotice);
}

function proof(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  const regime = regimeWords(data.jurisdiction, language);
  const laws = regimeLaws(data);
  const contact = contactFacts(data.factor.contact, words);
  const unproven = data.sender === 'factor' && !data.proofAttached;
  return [
    { kind: 'heading', text: words.heading.proof, section: 'proof' },
    text(unproven ? regime.senderUnproven : regime.proof[data.sender]),
    ...quotes(laws.proof, language),
    ...(contact.length === 0 ? [] : [text(words.proofContact), { kind: 'facts', rows: contact } as const]),
    ...(regime.costs === null ? [] : [text(regime.costs)]),
    ...quotes(laws.costs, language),
    { kind: 'heading', text: words.heading.personalData },
    { kind: 'paragraph', text: words.personalData, weight: 'quiet' },
  ];
}

function text(words: string): Block {
  return { kind: 'paragraph', text: words };
}

function quotes(keys: readonly LawKey[], language: PaperLanguage): readonly Block[] {
  return keys.map((key) => lawBlock(key, language));
}
