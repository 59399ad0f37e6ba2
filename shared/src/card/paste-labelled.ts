import type { FieldKey } from './card-fields.ts';
import { readHungarianAddress, readRussianAddress, type PastedAddress } from './paste-address.ts';
import { findLabels, type Announced, type Label } from './paste-labels.ts';
import { readAuthority, readPerson } from './paste-person.ts';
import { ANY_NUMBER, FIELD_OF, SHAPES } from './paste-shapes.ts';
import { tidy, type PasteSheet } from './paste-sheet.ts';

/** Reads every value that stands behind a label. */
export function readLabelled(sheet: PasteSheet, country: 'HU' | 'RU'): void {
  const labels = findLabels(sheet.text, country);
  labels.forEach((label, index) => {
    const end = labels[index + 1]?.from ?? sheet.text.length;
    const read = readers[label.announced] ?? readNumber;
    if (read(sheet, label, end, country)) sheet.take(label.from, label.to);
  });
}

type Reader = (sheet: PasteSheet, label: Label, end: number, country: 'HU' | 'RU') => boolean;

const readAddress: Reader = (sheet, label, end, country) =>
  readLine(sheet, label, end, (raw) => addAddress(sheet, label.announced, raw, country));

const readName: Reader = (sheet, label, end) =>
  readLine(sheet, label, end, (raw) => addName(sheet, label.announced, raw));

/** What is not a number. Everything else is read by its shape. */
const readers: Partial<Record<Announced, Reader>> = {
  seat: readAddress,
  delivery: readAddress,
  postal: readAddress,
  legalName: readName,
  shortName: readName,
  person: (sheet, label, end, country) =>
    readLine(sheet, label, end, (raw) => readPerson(sheet, label.words, raw, country)),
  basis: (sheet, label, end) => readLine(sheet, label, end, (raw) => readAuthority(sheet, raw)),
  bankName: (sheet, label, end) =>
    readLine(sheet, label, end, (raw) => addToAccount(sheet, 'bankAccounts.*.bankName', raw)),
  innKpp: (sheet, label, end) => readInnAndKpp(sheet, label, end),
  other: () => false,
};

/** The words behind a label up to the end of their line; a label alone on its line owns the next one. */
function readLine(sheet: PasteSheet, label: Label, end: number, keep: (raw: string) => boolean): boolean {
  const from = label.to + (/^[\s:=№.–-]*/u.exec(sheet.text.slice(label.to, end))?.[0].length ?? 0);
  const line = /^[^\n\t\uE000]*/u.exec(sheet.text.slice(from, end))?.[0] ?? '';
  if (tidy(line) === '' || !keep(line)) return false;
  sheet.take(from, from + line.length);
  return true;
}

/** Between a label and its number stand punctuation, one line break and a remark in brackets at most. */
const NOTHING_BETWEEN = /^[^\p{L}\n]*(?:\([^()\n]{1,30}\))?[^\p{L}\n]*\n?[^\p{L}\n]*$/u;

function readNumber(sheet: PasteSheet, label: Label, end: number): boolean {
  const behind = sheet.text.slice(label.to, end);
  // A number further away than this belongs to something else.
  const near = behind.slice(0, 80);
  const shape = SHAPES[label.announced];
  const match = shape?.exec(near) ?? announcedAnyway(label.announced, near);
  if (!match || !NOTHING_BETWEEN.test(near.slice(0, match.index))) return false;
  const from = label.to + match.index;
  const kept = keepNumber(sheet, label.announced, match[0]);
  if (!kept) return false;
  sheet.take(label.to, from + match[0].length);
  if (label.announced === 'inn') takeKppBehind(sheet, from + match[0].length, end);
  if (label.announced === 'account') takeBankBehind(sheet, from + match[0].length, end);
  return true;
}

function announcedAnyway(announced: Announced, near: string): RegExpExecArray | null {
  return announced === 'phone' || announced === 'email' || announced === 'invoiceEmail' ? null : ANY_NUMBER.exec(near);
}

function keepNumber(sheet: PasteSheet, announced: Announced, raw: string): boolean {
  const field = fieldFor(announced, raw);
  if (field === null) return false;
  if (field.startsWith('bankAccounts.')) return addToAccount(sheet, field, raw);
  return sheet.add(field, raw);
}

/** What the digits are may differ from what the label says: a tax number with HU, an account written as IBAN. */
function fieldFor(announced: Announced, raw: string): FieldKey | null {
  if (announced === 'taxNumber' && raw.startsWith('HU')) return 'euVatNumber';
  if (announced === 'euVatNumber' && /^\d{8}\b/u.test(raw)) return 'euVatNumber';
  if (announced === 'bankNumber' && /^[A-Z]{2}/u.test(raw)) return 'bankAccounts.*.iban';
  if (announced === 'ogrn' && raw.replace(/\D/g, '').length === 15) return 'ogrnip';
  return FIELD_OF[announced] ?? null;
}

/** A second account, or a second bank, starts the next account; the IBAN of the same account joins it. */
export function addToAccount(sheet: PasteSheet, field: FieldKey, raw: string): boolean {
  if (field === 'bankAccounts.*.iban') {
    const giro = sheet.read('bankAccounts.*.giro').replace(/\D/g, '').slice(0, 16);
    if (giro !== '' && !raw.replace(/\D/g, '').includes(giro)) sheet.nextItemIfHas('bankAccounts.*.giro');
  }
  sheet.nextItemIfHas(field);
  return sheet.add(field, raw);
}

function readInnAndKpp(sheet: PasteSheet, label: Label, end: number): boolean {
  const match = SHAPES.innKpp?.exec(sheet.text.slice(label.to, Math.min(end, label.to + 80)));
  if (!match) return false;
  const from = label.to + match.index;
  if (!sheet.add('inn', match[0])) return false;
  sheet.take(label.to, from + match[0].length);
  takeKppBehind(sheet, from + match[0].length, end);
  return true;
}

function takeKppBehind(sheet: PasteSheet, from: number, end: number): void {
  const match = /^ ?[/\\] ?(\d{4}[\dA-Z]{2}\d{3})(?!\d)/u.exec(sheet.text.slice(from, end));
  if (match?.[1] !== undefined && sheet.add('kpp', match[1])) sheet.take(from, from + match[0].length);
}

/** "р/с 40702… в ПАО Сбербанк": the bank stands right behind the account. */
function takeBankBehind(sheet: PasteSheet, from: number, end: number): void {
  const match = /^,? в (?:банке )?([^\n\t,;]{3,100}(?:, ?г\. ?[\p{L}-]+)?)/u.exec(sheet.text.slice(from, end));
  if (match?.[1] !== undefined && addToAccount(sheet, 'bankAccounts.*.bankName', match[1])) {
    sheet.take(from, from + match[0].length);
  }
}

export function addName(sheet: PasteSheet, announced: Announced, raw: string): boolean {
  return sheet.add(announced === 'shortName' ? 'shortName' : 'legalName', raw);
}

const ADDRESS_OF = {
  seat: ['registeredAddress', null],
  delivery: ['deliveryAddress', 'deliveryDiffers'],
  postal: ['postalAddress', 'postalDiffers'],
} as const;

/** All parts or none: an address whose parts do not fit their fields stays with what was not understood. */
export function addAddress(sheet: PasteSheet, announced: Announced, raw: string, country: 'HU' | 'RU'): boolean {
  if (announced !== 'seat' && announced !== 'delivery' && announced !== 'postal') return false;
  const [name, ticked] = ADDRESS_OF[announced];
  const parts = country === 'HU' ? readHungarianAddress(raw) : readRussianAddress(raw);
  const keys = ['zip', 'city', 'region', 'street', 'streetType', 'houseNumber'] as const;
  if (keys.some((part) => sheet.has(`${name}.${part}`)) || !partsFit(parts)) return false;
  for (const part of keys) sheet.add(`${name}.${part}`, raw, parts[part] ?? '');
  if (ticked !== null) sheet.add(ticked, raw, true);
  return true;
}

function partsFit(parts: PastedAddress): boolean {
  const { zip = '', city = '', region = '', street = '', streetType = '', houseNumber = '' } = parts;
  const short = zip.length <= 12 && streetType.length <= 40 && houseNumber.length <= 40;
  return short && city.length <= 80 && region.length <= 80 && street.length <= 120 && zip + city + street !== '';
}
