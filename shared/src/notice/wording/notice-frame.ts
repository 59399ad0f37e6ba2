import type { NoticeData } from '../notice-data.ts';
import type { Block, Fact, PaperLanguage } from '../paper-document.ts';
import { lawBlock } from './laws.ts';
import type { PaperWords } from './paper-shape.ts';
import { paperWords, regimeWords } from './paper-words.ts';
import { contactFacts, factOf, partyFacts } from './party-facts.ts';
import { regimeLaws } from './regime-laws.ts';
import { writeDay } from './write-values.ts';

const QUOTED_LANGUAGE = { HU: 'hu', RU: 'ru', US: 'en', EU: null } as const;

/** Sender, addressee, subject, contracts. */
export function openingBlocks(data: NoticeData, language: PaperLanguage, code: string): readonly Block[] {
  const words = paperWords(language);
  const { heading, label } = words;
  return [
    { kind: 'heading', text: heading.sender },
    ...senderBlocks(data, language, code),
    { kind: 'heading', text: heading.addressee },
    { kind: 'facts', rows: addresseeFacts(data, language) },
    {
      kind: 'paragraph',
      text: `${label.subject}: ${words.subject(contractOf(data.supplyContract, language))}`,
      weight: 'strong',
    },
    { kind: 'paragraph', text: senderSentence(data, language) },
    ...quotedNote(data, language),
    ...regimeLaws(data).sender.map((key) => lawBlock(key, language)),
    { kind: 'heading', text: heading.basis },
    { kind: 'facts', rows: basisFacts(data, language) },
  ];
}

/** Signatures, annexes and copies. */
export function closingBlocks(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const words = paperWords(language);
  return [
    { kind: 'heading', text: words.heading.signatures },
    ...(data.sender === 'factor' ? [] : [{ kind: 'paragraph', text: words.sealedInstead, weight: 'quiet' } as const]),
    ...signatureBlocks(data, words),
    { kind: 'heading', text: words.heading.annexes },
    ...(data.proofAttached
      ? [{ kind: 'list', items: [words.annexProof], numbered: true } as const]
      : [{ kind: 'paragraph', text: words.noAnnex } as const]),
    { kind: 'paragraph', text: `${words.copies(data.copies)} ${copyLine(data.copies, words)}.` },
  ];
}

/** Where anybody can check the paper. It stands on the first page, before the new account is copied anywhere. */
export function checkBlocks(data: NoticeData, language: PaperLanguage, code: string): readonly Block[] {
  if (data.verifyAddress.trim() === '') return [];
  const words = paperWords(language);
  return [
    { kind: 'heading', text: words.heading.check },
    { kind: 'code', address: checkAddress(data, code), text: words.checkText(data.verifyAddress, code) },
  ];
}

/** The address in the square code: the public page, with the paper's code behind `#` so that no server log gets it. */
export function checkAddress(data: Pick<NoticeData, 'verifyAddress'>, code: string): string {
  return data.verifyAddress.includes('#') ? data.verifyAddress : `${data.verifyAddress}#${code}`;
}

export function contractOf(
  contract: { readonly number: string; readonly signedOn: string },
  language: PaperLanguage,
): { readonly number: string; readonly day: string } {
  return { number: contract.number, day: writeDay(contract.signedOn, language) };
}

function senderBlocks(data: NoticeData, language: PaperLanguage, code: string): readonly Block[] {
  const words = paperWords(language);
  const { role } = regimeWords(data.jurisdiction, language);
  const supplier = [...partyFacts(data.supplier, role.supplier, words), ...contactFacts(data.supplier.contact, words)];
  const factor = [...partyFacts(data.factor, role.factor, words), ...contactFacts(data.factor.contact, words)];
  const { label } = words;
  const paper = [
    ...factOf(label.number, data.number),
    ...factOf(
      label.placeAndDay,
      [data.place, writeDay(data.issuedOn, language)].filter((part) => part !== '').join(', '),
    ),
    ...factOf(label.code, code, true),
  ];
  return [
    ...(data.sender === 'factor' ? [] : [{ kind: 'facts', rows: supplier } as const]),
    ...(data.sender === 'supplier' ? [] : [{ kind: 'facts', rows: factor } as const]),
    { kind: 'facts', rows: paper },
  ];
}

function addresseeFacts(data: NoticeData, language: PaperLanguage): readonly Fact[] {
  const words = paperWords(language);
  const { role } = regimeWords(data.jurisdiction, language);
  return [
    ...partyFacts(data.debtor, role.debtor, words),
    { label: words.label.department, value: words.label.departmentName },
    ...factOf(words.label.postalAddress, data.debtor.postalAddress),
  ];
}

function senderSentence(data: NoticeData, language: PaperLanguage): string {
  const regime = regimeWords(data.jurisdiction, language);
  return data.sender === 'factor' && !data.proofAttached ? regime.senderUnproven : regime.sender[data.sender];
}

function quotedNote(data: NoticeData, language: PaperLanguage): readonly Block[] {
  const original = QUOTED_LANGUAGE[data.jurisdiction];
  if (original === null) return [];
  return [{ kind: 'paragraph', text: paperWords(language).quoted[original], weight: 'quiet' }];
}

function basisFacts(data: NoticeData, language: PaperLanguage): readonly Fact[] {
  const words = paperWords(language);
  const { label } = words;
  const regime = regimeWords(data.jurisdiction, language);
  const { agreement } = data;
  const contract = (of: { readonly number: string; readonly signedOn: string }) =>
    words.contract(contractOf(of, language));
  const entry = agreement.registerEntry;
  return [
    ...otherParty(data, words, regime.role),
    { label: label.supplyContract, value: contract(data.supplyContract) },
    ...factOf(label.governingLaw, data.governingLaw),
    { label: label.agreement, value: contract(agreement) },
    { label: label.agreementKind, value: agreement.recourse ? label.recourse : label.withoutRecourse },
    ...(entry === null
      ? []
      : factOf(regime.registerEntry, contract({ number: entry.number, signedOn: entry.enteredOn }))),
    ...(agreement.threeParty === null ? [] : factOf(label.threeParty, contract(agreement.threeParty))),
  ];
}

/** Who does not send the notice is named here, so that all three parties stand on the paper. */
function otherParty(
  data: NoticeData,
  words: PaperWords,
  role: { readonly supplier: string; readonly factor: string },
): readonly Fact[] {
  if (data.sender === 'joint') return [];
  if (data.sender === 'supplier') return partyFacts(data.factor, role.factor, words);
  return partyFacts(data.supplier, role.supplier, words);
}

function signatureBlocks(data: NoticeData, words: PaperWords): readonly Block[] {
  const line = (caption: string, name: string): Block => ({
    kind: 'signature',
    caption,
    name,
    alt: words.signatureAlt(name),
    mark: { method: 'none' },
  });
  const signatories = data.supplier.signatories.map((who) => line(signatoryCaption(who, words), who.name));
  const supplier = signatories.length > 0 ? signatories : [line(words.signedFor.supplier, data.supplier.legalName)];
  return [
    ...(data.sender === 'factor' ? [] : supplier),
    ...(data.sender === 'supplier' ? [] : [line(words.signedFor.factor, data.factor.legalName)]),
  ];
}

function signatoryCaption(who: NoticeData['supplier']['signatories'][number], words: PaperWords): string {
  const authority = who.authority.trim() === '' ? '' : `${words.label.authority}: ${who.authority}`;
  return [words.signedFor.supplier, who.title, authority, who.signingRule === 'joint' ? words.jointly : '']
    .filter((part) => part.trim() !== '')
    .join(' · ');
}

function copyLine(of: number, words: PaperWords): string {
  return Array.from({ length: of }, (_, place) => words.copy(place + 1, of, words.copyFor[place] ?? '')).join('; ');
}
