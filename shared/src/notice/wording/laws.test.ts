import { describe, expect, test } from 'vitest';
import { PAPER_LANGUAGES } from '../paper-document.ts';
import { LAWS, lawBlock, type LawKey } from './laws.ts';

const KEYS = Object.keys(LAWS) as readonly LawKey[]; // the keys of a record of LawKey

describe.each(KEYS)('the statute %s', (key) => {
  test('is quoted in at most 25 words, with its article in every language', () => {
    const law = LAWS[key];
    expect(law.quote.split(/\s+/).length).toBeLessThanOrEqual(25);
    for (const language of PAPER_LANGUAGES) {
      expect(law.article[language]).toMatch(/\d/);
      expect(lawBlock(key, language)).toEqual({ kind: 'law', article: law.article[language], quote: law.quote });
    }
  });
});

test('quotes stay in the language of the statute', () => {
  const cyrillic = KEYS.filter((key) => /[а-яё]/i.test(LAWS[key].quote));
  expect(cyrillic).toEqual(KEYS.filter((key) => LAWS[key].original === 'ru'));
});

test('articles read as people write them', () => {
  expect(LAWS['ptk-6-198-1'].article).toEqual({
    en: 'Hungarian Civil Code (Ptk.), section 6:198(1)',
    hu: 'Ptk. 6:198. § (1)',
    ru: 'Гражданский кодекс Венгрии (Ptk.), § 6:198(1)',
  });
  expect(LAWS['ptk-6-200'].article.hu).toBe('Ptk. 6:200. §');
  expect(LAWS['gk-830-1'].article.ru).toBe('ГК РФ, ст. 830, п. 1');
  expect(LAWS['gk-830-1'].article.hu).toBe('Orosz Polgári Törvénykönyv (GK RF), 830. cikk (1)');
});

test('no model law whose text nobody has read is among them', () => {
  expect(JSON.stringify(LAWS)).not.toMatch(/UNIDROIT|Model Law/i);
});
