/** No identifier in any register comes near this; a longer text is a paste that missed. UTF-16 units. */
export const LONGEST_TYPED = 200;

const CYRILLIC_TWINS: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

/**
 * What a person meant by what they typed or pasted: full-width and other compatibility forms folded (Unicode NFKC),
 * every dash one hyphen, every space one space, invisible marks gone, upper case, and Cyrillic letters that look
 * Latin made Latin, because no identifier we hold is written with Cyrillic letters (a Russian account's letter is
 * Latin by CBR order 515). Letters are never turned into digits: O for 0 is a mistake to show, not to guess.
 */
export function plainText(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u00B7\u2022\u2027\u2219]/g, '.')
    .replace(/[\u2044\u2215\u29F8]/g, '/')
    .trim()
    .toUpperCase()
    .replace(/[АВЕКМНОРСТУХ]/g, (letter) => CYRILLIC_TWINS[letter] ?? letter);
}

/** Drops what people put between groups: spaces, dots, hyphens, slashes. */
export function withoutSeparators(typed: string): string {
  return typed.replace(/[ .\-/]/g, '');
}
