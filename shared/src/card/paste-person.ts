import type { Choice } from './card-choices.ts';
import { tidy, type PasteSheet } from './paste-sheet.ts';

const HUNGARIAN_POSITION =
  /(?:^|[\s,(–-])((?:társ)?ügyvezető(?: igazgató)?|vezérigazgató|cégvezető|kereskedelmi igazgató|igazgató|elnök-vezérigazgató|elnök|üzletvezető|prokurista|tulajdonos|egyéni vállalkozó)(?=[\s,)]|$)/iu;
const RUSSIAN_POSITION =
  /(?:генеральн\p{L}+ |исполнительн\p{L}+ |коммерческ\p{L}+ |финансов\p{L}+ )?директор\p{L}*|ген\.? ?директор\p{L}*|президент\p{L}*|управляющ\p{L}+|председател\p{L}+(?: правления)?/iu;
const FULL_NAME_RU =
  /^\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}[\p{Ll}]+){1,3}|^\p{Lu}[\p{Ll}-]+ \p{Lu}\. ?\p{Lu}\.|^\p{Lu}\. ?\p{Lu}\. ?\p{Lu}[\p{Ll}-]+/u;
const NAME_HU = /^(?:(?:dr|ifj|id|özv)\.? )?\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]*){1,4}/iu;

/** Who represents the company, from the words behind a label such as "Képviselő" or "Генеральный директор". */
export function readPerson(sheet: PasteSheet, label: string, raw: string, country: 'HU' | 'RU'): boolean {
  const words = tidy(raw.replace(/\([^)]*$/u, ''));
  const pattern = country === 'HU' ? HUNGARIAN_POSITION : RUSSIAN_POSITION;
  const behind = pattern.exec(words);
  const position = (behind?.[1] ?? behind?.[0]) || pattern.exec(label)?.[0] || '';
  const bare = tidy((behind ? words.replace(behind[0], ' ') : words).replace(/[()]/gu, ' '));
  const name = (country === 'HU' ? NAME_HU : FULL_NAME_RU).exec(bare)?.[0] ?? '';
  if (name === '' || !sheet.add('contacts.*.name', raw, tidy(name))) return false;
  if (position !== '') sheet.add('contacts.*.position', raw, nominative(tidy(position)));
  sheet.add('contacts.*.role', raw, 'signatory');
  sheet.add('contacts.*.signs', raw, true);
  return true;
}

/** "Устава" or "доверенности № 5 от 01.02.2026": on what the signature rests. */
export function readAuthority(sheet: PasteSheet, raw: string): boolean {
  const basis = authorityOf(raw);
  if (basis === null) return false;
  if (!sheet.add('contacts.*.authorityBasis', raw, basis)) return false;
  if (basis === 'power-of-attorney') sheet.add('contacts.*.authorityReference', raw, tidy(raw));
  return true;
}

function authorityOf(raw: string): Choice | null {
  if (/устав/iu.test(raw)) return 'articles';
  if (/доверенност/iu.test(raw)) return 'power-of-attorney';
  return /свидетельств|лист[а]? записи|егрип|егрюл/iu.test(raw) ? 'register' : null;
}

/** Contracts say "в лице генерального директора"; a card says "генеральный директор". */
function nominative(position: string): string {
  return position
    .replace(/(генеральн|исполнительн)ого/iu, '$1ый')
    .replace(/(коммерческ)ого/iu, '$1ий')
    .replace(/(финансов)ого/iu, '$1ый')
    .replace(/(директор|президент)а$/iu, '$1')
    .replace(/(управляющ)его$/iu, '$1ий')
    .replace(/(председател)я/iu, '$1ь');
}
