import type { PaperLanguage } from '../paper-document.ts';
import { russianForm, wordsEn, wordsHu, wordsRu, type RussianForms, type RussianGender } from './number-words.ts';
import { minorDigits } from './write-values.ts';

interface Names {
  readonly en: readonly [one: string, many: string, minorOne: string, minorMany: string];
  readonly hu: readonly [major: string, minor: string];
  readonly ru: readonly [RussianGender, RussianForms, RussianGender, RussianForms];
}

const CENTS: RussianForms = ['цент', 'цента', 'центов'];
const NAMES: Readonly<Record<string, Names>> = {
  EUR: {
    en: ['euro', 'euros', 'cent', 'cents'],
    hu: ['euró', 'cent'],
    ru: ['masculine', ['евро', 'евро', 'евро'], 'masculine', CENTS],
  },
  USD: {
    en: ['US dollar', 'US dollars', 'cent', 'cents'],
    hu: ['USA-dollár', 'cent'],
    ru: ['masculine', ['доллар США', 'доллара США', 'долларов США'], 'masculine', CENTS],
  },
  HUF: {
    en: ['forint', 'forints', 'fillér', 'fillér'],
    hu: ['forint', 'fillér'],
    ru: ['masculine', ['форинт', 'форинта', 'форинтов'], 'masculine', ['филлер', 'филлера', 'филлеров']],
  },
  RUB: {
    en: ['rouble', 'roubles', 'kopeck', 'kopecks'],
    hu: ['rubel', 'kopejka'],
    ru: ['masculine', ['рубль', 'рубля', 'рублей'], 'feminine', ['копейка', 'копейки', 'копеек']],
  },
};

/**
 * An amount in minor units written in words with its minor part. Currencies without a name here keep their code and
 * write the minor part as a fraction. More than 999 billion in major units is still written; amounts that are no whole
 * non-negative number throw RangeError.
 */
export function amountInWords(minor: number, currency: string, language: PaperLanguage): string {
  const scale = minorDigits(currency) === 0 ? 1 : 100;
  const major = Math.floor(minor / scale);
  const rest = minor % scale;
  const names = NAMES[currency];
  if (names === undefined) return unnamed(major, rest, currency, language);
  if (language === 'en') return english(major, rest, names.en);
  return language === 'hu' ? hungarian(major, rest, names.hu) : russian(major, rest, names.ru);
}

function english(major: number, rest: number, [one, many, minorOne, minorMany]: Names['en']): string {
  const whole = `${wordsEn(major)} ${major === 1 ? one : many}`;
  return rest === 0 ? whole : `${whole} and ${wordsEn(rest)} ${rest === 1 ? minorOne : minorMany}`;
}

function hungarian(major: number, rest: number, [name, minorName]: Names['hu']): string {
  const whole = `${wordsHu(major)} ${name}`;
  return rest === 0 ? whole : `${whole} és ${wordsHu(rest)} ${minorName}`;
}

function russian(major: number, rest: number, [gender, forms, minorGender, minorForms]: Names['ru']): string {
  const whole = `${wordsRu(major, gender)} ${russianForm(major, forms)}`;
  // A sum in roubles always names its kopecks, also when there are none.
  if (rest === 0 && minorGender !== 'feminine') return whole;
  return `${whole} ${rest === 0 ? 'ноль' : wordsRu(rest, minorGender)} ${russianForm(rest, minorForms)}`;
}

function unnamed(major: number, rest: number, currency: string, language: PaperLanguage): string {
  const words = { en: wordsEn(major), hu: wordsHu(major), ru: wordsRu(major, 'masculine') }[language];
  return rest === 0 ? `${words} ${currency}` : `${words} ${String(rest).padStart(2, '0')}/100 ${currency}`;
}
