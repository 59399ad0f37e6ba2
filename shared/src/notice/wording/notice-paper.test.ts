import { describe, expect, test } from 'vitest';
import { JURISDICTIONS, type Jurisdiction } from '../../card/jurisdiction.ts';
import type { NoticeData } from '../notice-data.ts';
import { PAPER_LANGUAGES, type PaperLanguage } from '../paper-document.ts';
import { LAWS } from './laws.ts';
import { NOTICE_SECTIONS, noticePaper } from './notice-paper.ts';
import { linesOf, textOf } from './paper-text.fixture.ts';
import { paperWords, regimeWords } from './paper-words.ts';
import { sampleNoticeData } from './sample-notice.ts';
import { writeAmount, writeDay } from './write-values.ts';

const CODE = 'a1b2c3d4';
const PAPERS = JURISDICTIONS.flatMap((jurisdiction) =>
  PAPER_LANGUAGES.map((language) => [jurisdiction, language] as const),
);

describe.each(PAPERS)('a notice under the law of %s in %s', (jurisdiction, language) => {
  const data = sampleNoticeData(jurisdiction);
  const paper = noticePaper(data, language, CODE);
  const text = textOf(paper.blocks);

  test('names every party, contract, account and number of the data', () => {
    const missing = mandatory(data, language).filter((value) => !text.includes(value));
    expect(missing).toEqual([]);
  });

  test('has nothing empty and nothing undefined', () => {
    const lines = linesOf(paper.blocks);
    expect(lines.filter((line) => line.trim() === '' || /undefined|null|NaN|\[object/.test(line))).toEqual([]);
    expect(lines.filter((line) => /(?<!\.)\.\.(?!\.)|[\n\t]| {2}/.test(line))).toEqual([]);
  });

  test('has every section to be read exactly once, what changes first', () => {
    const sections = paper.blocks.flatMap((block) =>
      block.kind === 'heading' && block.section ? [block.section] : [],
    );
    expect(sections).toEqual([...NOTICE_SECTIONS]);
    expect(paper.blocks[1]).toMatchObject({ kind: 'heading', section: 'what-changes' });
  });

  test('shows as law only what stands in the list of statutes, of its own jurisdiction', () => {
    const known = Object.values(LAWS).map((law) => `${law.jurisdiction} ${law.article[language]} ${law.quote}`);
    const shown = paper.blocks.flatMap((block) =>
      block.kind === 'law' ? [`${jurisdiction} ${block.article} ${block.quote}`] : [],
    );
    expect(shown.filter((law) => !known.includes(law))).toEqual([]);
    expect(shown.length > 0).toBe(jurisdiction !== 'EU');
  });

  test('says how to be careful, who can release, and that silence means nothing', () => {
    const words = paperWords(language);
    for (const clause of [words.bankChanges, words.release, words.silence, words.exactName, words.personalData])
      expect(text).toContain(clause);
    const regime = regimeWords(jurisdiction, language);
    for (const clause of [regime.sender.joint, regime.discharge, regime.objections, regime.misdirected, regime.several])
      expect(text).toContain(clause);
  });

  test('asks the debtor for no signature; the receipt to fill in comes only on paper, on the last page', () => {
    const { receipt } = paperWords(language);
    expect(text).not.toContain(receipt.heading);
    const { blocks } = noticePaper(data, language, CODE, { forPaper: true });
    expect(blocks.slice(0, paper.blocks.length)).toEqual(paper.blocks);
    expect(textOf(blocks.slice(paper.blocks.length))).toContain(receipt.only);
  });
});

test('any changed value of the data changes the paper', () => {
  const data = sampleNoticeData('HU');
  const before = textOf(noticePaper(data, 'hu', CODE).blocks);
  const changes: readonly Partial<NoticeData>[] = [
    { number: 'X-1' },
    { issuedOn: '2026-11-21' },
    { place: 'Pécs' },
    { sender: 'supplier' },
    { sender: 'factor' },
    { proofAttached: false },
    { supplier: { ...data.supplier, seat: '1111 Budapest' } },
    { factor: { ...data.factor, contact: { ...data.factor.contact, phone: '+36 1 555 0999' } } },
    { debtor: { ...data.debtor, postalAddress: '9003 Győr' } },
    { supplyContract: { ...data.supplyContract, signedOn: '2024-03-19' } },
    { agreement: { ...data.agreement, recourse: false } },
    { agreement: { ...data.agreement, registerEntry: null } },
    { payee: null },
    { accountBefore: null },
    { scope: { kind: 'contract' } },
    { effectiveOn: '2026-12-01' },
    { copies: 2 },
    { governingLaw: 'Magyarország' },
    { verifyAddress: 'https://other.example/v' },
  ];
  const same = changes.filter((change) => textOf(noticePaper({ ...data, ...change }, 'hu', CODE).blocks) === before);
  expect(same).toEqual([]);
});

test.each(PAPERS)(
  'without an instruction a notice of %s in %s does not redirect the money',
  (jurisdiction, language) => {
    const data = { ...sampleNoticeData(jurisdiction), payee: null };
    const paper = noticePaper(data, language, CODE);
    const text = textOf(paper.blocks);
    expect(paper.title).toBe(paperWords(language).title.without);
    expect(text).toContain(regimeWords(jurisdiction, language).noInstruction);
    for (const clause of [paperWords(language).payOnly, regimeWords(jurisdiction, language).discharge])
      expect(text).not.toContain(clause);
  },
);

test('in Hungary only the factor may later instruct, when the notice did not', () => {
  const { blocks } = noticePaper({ ...sampleNoticeData('HU'), payee: null }, 'hu', CODE);
  expect(textOf(blocks)).toContain(LAWS['ptk-6-198-2'].quote);
});

test('a Hungarian notice of the factor without proof says that it has no effect and promises no discharge of proof', () => {
  const data: NoticeData = { ...sampleNoticeData('HU'), sender: 'factor', proofAttached: false };
  const text = textOf(noticePaper(data, 'en', CODE).blocks);
  expect(text).toContain('it has no effect and you must go on paying the supplier');
  expect(text).not.toContain('comes from the supplier');
});

test('termination after notice is named only under the text in force since 24 June 2023', () => {
  const data = sampleNoticeData('HU');
  const older = { ...data, supplyContract: { ...data.supplyContract, signedOn: '2023-06-23' } };
  expect(textOf(noticePaper(data, 'hu', CODE).blocks)).toContain(LAWS['ptk-6-197-2'].quote);
  expect(textOf(noticePaper(older, 'hu', CODE).blocks)).not.toContain('megszüntetése');
});

test('the account before is shown only if it is known', () => {
  const data = sampleNoticeData('HU');
  const kinds = (of: NoticeData) => noticePaper(of, 'en', CODE).blocks.map(({ kind }) => kind);
  expect(kinds(data)).toContain('before-after');
  expect(kinds({ ...data, accountBefore: null })).not.toContain('before-after');
});

test('invoices of two currencies are added up apart', () => {
  const data = sampleNoticeData('HU');
  if (data.scope.kind !== 'list') throw new Error('the sample is a list');
  const [first] = data.scope.rows;
  if (first === undefined) throw new Error('the sample has rows');
  const euro = { ...first, invoiceNumber: 'E-1', currency: 'EUR', amountMinor: 100_050 };
  const { blocks } = noticePaper({ ...data, scope: { kind: 'list', rows: [first, euro] } }, 'en', CODE);
  const feet = blocks.flatMap((block) => (block.kind === 'table' ? [block.foot?.at(-1)] : []));
  expect(feet).toEqual(['4,826,000', '1,000.50']);
});

function mandatory(data: NoticeData, language: PaperLanguage): readonly string[] {
  const { payee, scope, agreement } = data;
  const numbers = payee === null ? {} : payee.numbers;
  const parties = [data.supplier, data.factor, data.debtor];
  return [
    ...parties.flatMap((party) => [party.legalName, party.seat, ...party.numbers.map(({ value }) => value)]),
    ...data.supplier.signatories.flatMap(({ name, title, authority }) => [name, title, authority]),
    ...Object.values(data.factor.contact),
    ...Object.entries(numbers).flatMap(([key, value]) => (key !== 'kind' && typeof value === 'string' ? [value] : [])),
    ...(payee === null ? [] : [payee.holderName, payee.bankName, payee.currency]),
    ...[data.number, CODE, data.place, data.debtor.postalAddress, data.governingLaw, data.verifyAddress],
    ...[data.supplyContract.number, agreement.number, agreement.registerEntry?.number ?? ''],
    ...[agreement.threeParty?.number ?? '', paperWords(language).label.departmentName],
    ...[data.issuedOn, data.supplyContract.signedOn, agreement.signedOn].map((day) => writeDay(day, language)),
    ...(scope.kind === 'contract'
      ? []
      : scope.rows.flatMap((row) => [
          row.invoiceNumber,
          row.waybillNumber ?? '',
          ...[row.issuedOn, row.dueOn].map((day) => writeDay(day, language)),
          writeAmount(row.amountMinor, row.currency, language).replace(/\u00A0[A-Z]{3}$/, ''),
        ])),
  ];
}

test('every jurisdiction has a sample whose paper is its own', () => {
  const titles = new Set(
    JURISDICTIONS.map((jurisdiction: Jurisdiction) =>
      textOf(noticePaper(sampleNoticeData(jurisdiction), 'en', CODE).blocks),
    ),
  );
  expect(titles.size).toBe(JURISDICTIONS.length);
});
