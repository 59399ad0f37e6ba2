/** Cyrillic letters that look Latin in lower case, so that "ООО" typed on either keyboard is one word. */
const TWINS: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
};

/** Written-out forms first: they hold the words of shorter ones. */
const LEGAL_FORMS = [
  'korlátolt felelősségű társaság',
  'zártkörűen működő részvénytársaság',
  'nyilvánosan működő részvénytársaság',
  'részvénytársaság',
  'betéti társaság',
  'közkereseti társaság',
  'egyéni vállalkozó',
  'magyarországi fióktelepe',
  'fióktelep',
  'szövetkezet',
  'kft',
  'zrt',
  'nyrt',
  'rt',
  'bt',
  'kkt',
  'ev',
  'e v',
  'общество с ограниченной ответственностью',
  'публичное акционерное общество',
  'непубличное акционерное общество',
  'закрытое акционерное общество',
  'открытое акционерное общество',
  'акционерное общество',
  'индивидуальный предприниматель',
  'ооо',
  'пао',
  'оао',
  'зао',
  'нао',
  'ао',
  'ип',
  'gesellschaft mit beschränkter haftung',
  'aktiengesellschaft',
  'gmbh co kg',
  'gmbh',
  'ag',
  'kg',
  'ohg',
  'ug',
  'se',
  'limited liability company',
  'limited',
  'ltd',
  'llc',
  'l l c',
  'inc',
  'incorporated',
  'corporation',
  'corp',
  'company',
  'co',
  'sarl',
  'sas',
  'sa',
  's a',
  'srl',
  's r l',
  'spa',
  's p a',
  'sp z o o',
  'spolka z o o',
  'spol s r o',
  'sro',
  's r o',
  'as',
  'a s',
  'doo',
  'd o o',
  'bv',
  'b v',
  'nv',
  'n v',
  'ab',
  'oy',
  'oyj',
  'aps',
  'ou',
  'sia',
  'uab',
  'eood',
  'ood',
  'ad',
  'plc',
  'lp',
  'llp',
].map((form) => plainWords(form));

const FORM_PATTERN = new RegExp(
  ` (?:${LEGAL_FORMS.toSorted((left, right) => right.length - left.length).join('|')})(?= )`,
  'g',
);

/**
 * A company name for comparing, not for showing: lower case, no accents, no quotes or punctuation, look-alike
 * letters of the two alphabets made one, legal forms gone. A name that is nothing but a legal form stays.
 */
export function foldName(name: string): string {
  const words = plainWords(name.slice(0, 400));
  const bare = ` ${words} `.replace(FORM_PATTERN, '').replace(/\s+/g, ' ').trim();
  return bare === '' ? words : bare;
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[авеёкмнорстухі]/g, (letter) => TWINS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
