import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { areasByBundle } from './areas.ts';
import { locales, type Locale } from './locale.ts';

/** Words that are the same in another language on purpose: names, formats, codes. Add with care. */
const sameEverywhere = new Set(['action.blocked']);
/** Abbreviations, trade names and lines of a United States form: written the same wherever they are read. */
const namesEverywhere = new Set([
  ...['KPP', 'OGRN', 'OGRNIP', 'OKPO', 'OKVED', 'INN', 'BIK', 'IBAN', 'BIC (SWIFT)', 'EIN', 'E-mail', 'PSN (patent)'],
  ...['LLC', 'C corporation', 'S corporation', 'Partnership', 'EDI', 'Peppol'],
  ...['Diadoc', 'SBIS', 'Kaluga Astral', 'Taxcom'],
]);

const files = import.meta.glob<Record<string, Record<string, string>>>('./{en,hu,ru}/*.ts', { eager: true });
const areas = Object.values(areasByBundle).flat();
const texts = new Map<Locale, Map<string, string>>();
for (const locale of locales) texts.set(locale, readLanguage(locale));

test('every area file of every language belongs to exactly one bundle', () => {
  for (const locale of locales) {
    const found = Object.keys(files).filter((file) => file.startsWith(`./${locale}/`));
    expect(found.toSorted()).toEqual(areas.map((area) => `./${locale}/${area}.ts`).toSorted());
  }
});

describe.each(locales)('the %s texts', (locale) => {
  const entries = [...languageOf(locale)];

  test('have the ids of the English ones, no more and no fewer', () => {
    expect([...languageOf(locale).keys()].toSorted()).toEqual([...languageOf('en').keys()].toSorted());
  });

  test('are never empty and never padded', () => {
    expect(entries.filter(([, message]) => message === '' || message.trim() !== message)).toEqual([]);
  });

  test('ask for the same values as the English ones', () => {
    for (const [id, message] of entries) {
      expect([...shapeOf(message).values].toSorted(), id).toEqual(
        [...shapeOf(languageOf('en').get(id) ?? '').values].toSorted(),
      );
    }
  });

  test('know every plural form of the language', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const [id, message] of entries) {
      for (const forms of shapeOf(message).plurals) {
        const named = forms.filter((form) => Number.isNaN(Number(form)));
        expect(named.toSorted(), id).toEqual(needed);
      }
    }
  });

  test('never say Error, Invalid or Oops', () => {
    expect(
      entries.filter(([, message]) => /\b(error|invalid|oops|hiba|érvénytelen)\b|ошибка|неверн/iu.test(message)),
    ).toEqual([]);
  });
});

test.each(['hu', 'ru'] as const)('no English is left in %s', (locale) => {
  const left = [...languageOf(locale)].filter(
    ([id, message]) =>
      message === languageOf('en').get(id) &&
      !sameEverywhere.has(id) &&
      !namesEverywhere.has(message) &&
      /\p{L}{2}/u.test(wordsOf(message)),
  );
  expect(left).toEqual([]);
});

test('Russian texts are written in Cyrillic', () => {
  const latin = [...languageOf('ru')].filter(
    ([id, message]) =>
      !sameEverywhere.has(id) &&
      !namesEverywhere.has(message) &&
      /\p{L}{2}/u.test(wordsOf(message)) &&
      !/\p{Script=Cyrillic}/u.test(message),
  );
  expect(latin).toEqual([]);
});

test('a Hungarian customer is never called adós', () => {
  const adós = /(?<!\p{L})adós(?!zám)(ok|t|nak|sal|ról|tól|hoz|ként|é)?(?!\p{L})/iu;
  expect([...languageOf('hu')].filter(([, message]) => adós.test(message))).toEqual([]);
});

function languageOf(locale: Locale): Map<string, string> {
  return texts.get(locale) ?? new Map();
}

function readLanguage(locale: Locale): Map<string, string> {
  const merged = new Map<string, string>();
  for (const area of areas) {
    const [messages] = Object.values(files[`./${locale}/${area}.ts`] ?? {});
    for (const [id, message] of Object.entries(messages ?? {})) {
      if (merged.has(id)) throw new Error(`"${id}" stands in two areas of ${locale}`);
      merged.set(id, message);
    }
  }
  return merged;
}

/** The words of a message without its placeholders and the product's name. */
function wordsOf(message: string): string {
  return message.replaceAll(/\{[^{}]*\}/g, '').replaceAll('Cession', '');
}

interface Shape {
  values: Set<string>;
  plurals: string[][];
}

/** Reads the compiled message: text, `[name]`, `[name, type]` or `[name, 'plural' | 'select', { form: tokens }]`. */
function shapeOf(message: string): Shape {
  const shape: Shape = { values: new Set(), plurals: [] };
  visit(compileMessageOrThrow(message), shape);
  return shape;
}

function visit(tokens: unknown, shape: Shape): void {
  if (!Array.isArray(tokens)) return;
  for (const token of tokens) {
    if (!Array.isArray(token)) continue;
    const [name, type, forms]: unknown[] = token;
    if (typeof name === 'string') shape.values.add(name);
    if (typeof forms !== 'object' || forms === null) continue;
    const named = Object.entries(forms).filter(([form]) => form !== 'offset');
    if (type === 'plural' || type === 'selectordinal') shape.plurals.push(named.map(([form]) => form));
    for (const [, inner] of named) visit(inner, shape);
  }
}
