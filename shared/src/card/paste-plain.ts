import { checkIdentifier } from './identifiers/check-identifier.ts';
import { legalFormOfName } from './legal-form-of-name.ts';
import { addAddress, addName, addToAccount } from './paste-labelled.ts';
import { UNLABELLED } from './paste-shapes.ts';
import { tidy, type PasteSheet } from './paste-sheet.ts';

/** Reads what has no label: numbers by their shape, then the name, then an address. */
export function readPlain(sheet: PasteSheet, country: 'HU' | 'RU'): void {
  readShapes(sheet, country);
  if (country === 'RU') readBareInn(sheet);
  readNames(sheet, country);
  readAddress(sheet, country);
  readLegalForm(sheet, country);
}

function readShapes(sheet: PasteSheet, country: 'HU' | 'RU'): void {
  for (const [field, shape] of UNLABELLED[country]) {
    for (const match of sheet.text.matchAll(shape)) {
      const kept = field.startsWith('bankAccounts.')
        ? addToAccount(sheet, field, match[0])
        : sheet.add(field, match[0]);
      if (kept) sheet.take(match.index, match.index + match[0].length);
    }
  }
}

/** Ten or twelve bare digits are an ИНН only if their check digits say so. */
function readBareInn(sheet: PasteSheet): void {
  for (const match of sheet.text.matchAll(/(?<!\d)(\d{10}|\d{12})(?:\/(\d{4}[\dA-Z]{2}\d{3}))?(?!\d)/gu)) {
    const [whole, inn = '', kpp] = match;
    if (!checkIdentifier('ru.inn', inn, { allowSamples: true }).ok || !sheet.add('inn', inn)) continue;
    if (kpp !== undefined) sheet.add('kpp', kpp);
    sheet.take(match.index, match.index + whole.length);
  }
}

const NAMES: Record<'HU' | 'RU', RegExp> = {
  HU: /[^\n\t\uE000,;:]{2,150}?\s(?:Korlátolt Felelősségű Társaság|Zártkörűen Működő Részvénytársaság|Nyilvánosan Működő Részvénytársaság|Betéti Társaság|Közkereseti Társaság|Egyéni Vállalkozó|Kft|Zrt|Nyrt|Bt|Kkt|e\.\s?v|ev)(?![\p{L}\p{N}])\.?/giu,
  RU: /(?:Общество с ограниченной ответственностью|(?:Публичное |Непубличное |Закрытое |Открытое )?акционерное общество|ООО|ПАО|ОАО|ЗАО|НАО|АО)\s*(?:«[^»\n]{1,150}»|"[^"\n]{1,150}"|“[^”\n]{1,150}”|„[^“”\n]{1,150}[“”]|[\p{Lu}][\p{L}\p{N}-]+(?: [\p{Lu}][\p{L}\p{N}-]+){0,3})|(?:ИП|Индивидуальный предприниматель)\s+\p{Lu}\p{L}+(?:\s\p{Lu}(?:\p{L}+|\.)){1,2}\.?/giu,
};

function readNames(sheet: PasteSheet, country: 'HU' | 'RU'): void {
  for (const match of sheet.text.matchAll(NAMES[country])) {
    // A bank's name inside a line about the bank is not the customer's.
    if (/bank|банк/iu.test(match[0]) && sheet.has('legalName')) continue;
    const kept = addName(sheet, 'legalName', match[0]) || (country === 'RU' && addName(sheet, 'shortName', match[0]));
    if (kept) sheet.take(match.index, match.index + match[0].length);
  }
}

const ADDRESSES: Record<'HU' | 'RU', RegExp> = {
  HU: /(?<![\p{L}\p{N}-])(?:HU?-?\s?)?\d{4},?\s\p{Lu}[\p{L} .-]{1,40}[,\s][^\n\t\uE000;]{3,120}/gu,
  RU: /(?<!\d)\d{6},?\s[^\n\t\uE000;]{8,220}/gu,
};

function readAddress(sheet: PasteSheet, country: 'HU' | 'RU'): void {
  if (sheet.has('registeredAddress.zip') || sheet.has('registeredAddress.street')) return;
  const match = ADDRESSES[country].exec(sheet.text);
  ADDRESSES[country].lastIndex = 0;
  if (match && addAddress(sheet, 'seat', match[0], country)) sheet.take(match.index, match.index + match[0].length);
}

/** The name carries its legal form; no more is read into it. */
function readLegalForm(sheet: PasteSheet, country: 'HU' | 'RU'): void {
  const name = tidy(sheet.read('legalName') || sheet.read('shortName'));
  const found = legalFormOfName(name, country);
  if (found !== null) sheet.add('legalForm', found.words, found.form);
}
