import { describe, expect, test } from 'vitest';
import { JURISDICTIONS } from '../../card/jurisdiction.ts';
import { CEREMONY_OUTCOMES } from '../notice.ts';
import { PAPER_LANGUAGES } from '../paper-document.ts';
import { ceremonyLaw, ceremonyWords } from './ceremony-words.ts';
import { certificateWords } from './certificate-words.ts';
import { CONSENT_VERSION, consentText } from './consent.ts';
import { LAWS } from './laws.ts';
import { paperWords, regimeWords } from './paper-words.ts';
import { sampleNoticeData } from './sample-notice.ts';

const SIGNER = { name: 'Anna Demo', title: 'CFO', company: 'Demo Co.', number: 'N-1' };
const WHO = { witness: 'Wit Ness', present: 'Anna Demo', company: 'Demo Co.', number: 'N-1' };

/** Every sentence, with sample names where a sentence takes some. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  // Each function of the words takes names or an object of names and gives one sentence.
  if (typeof value === 'function') return [String(value({ ...SIGNER, ...WHO, day: '2026' }, 2, 'x', 'y'))];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(sentences);
}

const spoken = (language: 'en' | 'hu' | 'ru') => [
  ...sentences(ceremonyWords(language)),
  ...sentences(certificateWords(language)),
  ...sentences(paperWords(language)),
  ...JURISDICTIONS.flatMap((jurisdiction) => [
    ...sentences(regimeWords(jurisdiction, language)),
    ...consentText(sampleNoticeData(jurisdiction), language).paragraphs,
  ]),
];

describe.each(PAPER_LANGUAGES)('what the debtor reads in %s', (language) => {
  const all = spoken(language);

  test('is complete: no sentence is empty or forgotten in another language', () => {
    expect(all.length).toBe(spoken('en').length);
    expect(all.filter((sentence) => sentence.trim() === '')).toEqual([]);
  });

  test('is calm: no alarm words', () => {
    expect(all.filter((sentence) => /\b(error|invalid|oops)\b|неверн|ошибк|hiba|érvénytelen/i.test(sentence))).toEqual(
      [],
    );
  });

  test('names itself and who is asked', () => {
    const words = ceremonyWords(language);
    for (const part of ['Anna Demo', 'CFO', 'Demo Co.']) expect(words.identity.question(SIGNER)).toContain(part);
    for (const part of ['Anna Demo', 'CFO', 'Demo Co.', 'N-1']) expect(words.sign.statement(SIGNER)).toContain(part);
  });

  test('gives the witness a statement for every outcome, naming witness and notice', () => {
    const { witness } = ceremonyWords(language);
    for (const outcome of CEREMONY_OUTCOMES) {
      const statement = witness[outcome](WHO);
      expect(statement).toContain('Wit Ness');
      expect(statement).toContain('N-1');
      expect(statement.length).toBeLessThanOrEqual(2000);
    }
  });

  test('keeps acts and reasons within what the evidence can hold', () => {
    expect(ceremonyWords(language).sign.act.length).toBeLessThanOrEqual(160);
  });
});

test('Hungarian never calls the debtor by the word that means the supplier in the code', () => {
  const hungarian = [...spoken('hu'), ...Object.values(LAWS).flatMap((law) => [law.quote, law.article.hu])];
  expect(hungarian.filter((sentence) => /adós(?!zám)/i.test(sentence))).toEqual([]);
});

test('Hungarian speaks formally, Russian too', () => {
  expect(spoken('hu').filter((sentence) => /(^|\s)(te|neked|téged)(\s|[.,])/i.test(sentence))).toEqual([]);
  expect(spoken('ru').filter((sentence) => /(^|\s)(ты|тебе|тебя)(\s|[.,])/i.test(sentence))).toEqual([]);
});

test('the consent text says how the signer is determined where Russian law asks for it', () => {
  const russian = consentText(sampleNoticeData('RU'), 'ru');
  expect(russian.text).toContain('Правила определения подписавшего лица');
  expect(consentText(sampleNoticeData('HU'), 'ru').text).not.toContain('Правила определения подписавшего лица');
  expect(consentText(sampleNoticeData('US'), 'en').text).toContain('by electronic means');
});

test('the consent text is made again from the same data to the letter, and an unknown version is none', () => {
  const data = sampleNoticeData('EU');
  expect(consentText(data, 'hu')).toEqual(consentText(data, 'hu', CONSENT_VERSION));
  expect(consentText({ ...data, number: 'other' }, 'hu').text).not.toBe(consentText(data, 'hu').text);
  expect(() => consentText(data, 'hu', '1999.1')).toThrow(RangeError);
});

test('statutes are shown beside the separate acts only where they were read', () => {
  expect(ceremonyLaw('HU', 'debt')).toBe('ptk-6-26');
  expect(ceremonyLaw('HU', 'waiver')).toBe('ptk-6-8-3');
  expect(JURISDICTIONS.filter((jurisdiction) => ceremonyLaw(jurisdiction, 'debt') !== null)).toEqual(['HU']);
});
