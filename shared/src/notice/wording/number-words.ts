/** Whole numbers in words, from 0 to 999 999 999 999 999. Anything else throws RangeError. */
export const MOST_IN_WORDS = 999_999_999_999_999;

/** Groups of three digits, the lowest first. */
function groupsOf(value: number): readonly number[] {
  if (!Number.isInteger(value) || value < 0 || value > MOST_IN_WORDS) throw new RangeError(`not in words: ${value}`);
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  return groups;
}

const EN_ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const EN_SCALES = ['', ' thousand', ' million', ' billion', ' trillion'];

/** `one million two hundred thirty-four thousand five hundred sixty-seven` (short scale, without “and”). */
export function wordsEn(value: number): string {
  const parts = groupsOf(value).map((group, place) =>
    group === 0 ? '' : `${tripleEn(group)}${EN_SCALES[place] ?? ''}`,
  );
  return joined(parts, ' ') || 'zero';
}

function tripleEn(group: number): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const small = rest < 20 ? (EN_ONES[rest] ?? '') : [EN_TENS[Math.floor(rest / 10)], EN_ONES[rest % 10]].join('-');
  return [hundreds === 0 ? '' : `${EN_ONES[hundreds] ?? ''} hundred`, rest === 0 ? '' : small.replace('-zero', '')]
    .filter((word) => word !== '')
    .join(' ');
}

const HU_ONES = ['', 'egy', 'kettő', 'három', 'négy', 'öt', 'hat', 'hét', 'nyolc', 'kilenc'];
const HU_TENS = ['', 'tíz', 'húsz', 'harminc', 'negyven', 'ötven', 'hatvan', 'hetven', 'nyolcvan', 'kilencven'];
const HU_TENS_JOINED = ['', 'tizen', 'huszon', ...HU_TENS.slice(3)];
const HU_SCALES = ['', 'ezer', 'millió', 'milliárd', 'billió'];

/** Written in one word to two thousand, above it with a hyphen between the groups of thousands. */
export function wordsHu(value: number): string {
  if (value === 0) return 'nulla';
  const groups = groupsOf(value);
  const parts = groups.map((group, place) => (group === 0 ? '' : scaledHu(group, place)));
  return joined(parts, value > 2000 ? '-' : '');
}

function scaledHu(group: number, place: number): string {
  if (place === 0) return tripleHu(group);
  // One thousand is just `ezer`; one million is `egymillió`. Before a scale two is `két`.
  const count = place === 1 && group === 1 ? '' : tripleHu(group).replace(/kettő$/, 'két');
  return `${count}${HU_SCALES[place] ?? ''}`;
}

function tripleHu(group: number): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor((group % 100) / 10);
  const ones = group % 10;
  const hundred =
    hundreds === 0 ? '' : `${hundreds === 1 ? '' : (HU_ONES[hundreds] ?? '').replace('kettő', 'két')}száz`;
  return `${hundred}${(ones === 0 ? HU_TENS : HU_TENS_JOINED)[tens] ?? ''}${HU_ONES[ones] ?? ''}`;
}

export type RussianGender = 'masculine' | 'feminine';
/** The forms beside 1, 2–4 and 5. */
export type RussianForms = readonly [one: string, few: string, many: string];

const RU_ONES = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const RU_TEENS =
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  );
const RU_TENS = '- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ');
const RU_HUNDREDS = '- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ');
const RU_SCALES: readonly (readonly [RussianGender, RussianForms])[] = [
  ['feminine', ['тысяча', 'тысячи', 'тысяч']],
  ['masculine', ['миллион', 'миллиона', 'миллионов']],
  ['masculine', ['миллиард', 'миллиарда', 'миллиардов']],
  ['masculine', ['триллион', 'триллиона', 'триллионов']],
];

/** With the gender of what is counted: `два рубля`, `две копейки`. */
export function wordsRu(value: number, gender: RussianGender): string {
  const parts = groupsOf(value).map((group, place) => {
    if (group === 0) return '';
    const scale = RU_SCALES[place - 1];
    if (scale === undefined) return tripleRu(group, gender);
    return `${tripleRu(group, scale[0])} ${russianForm(group, scale[1])}`;
  });
  return joined(parts, ' ') || 'ноль';
}

/** рубль, рубля, рублей: which form stands beside a number. */
export function russianForm(value: number, [one, few, many]: RussianForms): string {
  const tens = value % 100;
  const ones = value % 10;
  if (tens > 10 && tens < 20) return many;
  if (ones === 1) return one;
  return ones > 1 && ones < 5 ? few : many;
}

function tripleRu(group: number, gender: RussianGender): string {
  const tens = Math.floor((group % 100) / 10);
  const ones = group % 10;
  const words = group < 100 ? [] : [RU_HUNDREDS[Math.floor(group / 100)]];
  if (tens === 1) return [...words, RU_TEENS[ones]].join(' ');
  if (tens > 1) words.push(RU_TENS[tens]);
  if (ones > 0) words.push(gender === 'feminine' && ones < 3 ? ['одна', 'две'][ones - 1] : RU_ONES[ones]);
  return words.join(' ');
}

function joined(lowestFirst: readonly string[], between: string): string {
  return lowestFirst
    .filter((part) => part !== '')
    .toReversed()
    .join(between);
}
