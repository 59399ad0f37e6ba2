import type { FieldKey } from './card-fields.ts';
import type { Announced } from './paste-labels.ts';

/** The first number of a kind in the words behind its label. Spaces inside groups are how people print them. */
export const SHAPES: Partial<Record<Announced, RegExp>> = {
  taxNumber: /(?:HU ?)?\d{8}(?: ?[-–] ?\d ?[-–] ?\d{2}|[ ]?\d[ ]?\d{2}(?!\d))?/u,
  groupTaxNumber: /\d{8}(?: ?[-–] ?\d ?[-–] ?\d{2}|[ ]?\d[ ]?\d{2}(?!\d))?/u,
  euVatNumber: /[A-Z]{2} ?[\dA-Z]{2,12}(?: ?\d+)?|\d{8}/u,
  registerNumber: /\d{2} ?[-–] ?\d{2} ?[-–] ?\d{6}|\d{2} \d{2} \d{6}|\d{10}/u,
  soleTraderNumber: /\d{8}/u,
  statisticalCode: /\d{8} ?[-–]? ?\d{4} ?[-–]? ?\d{3} ?[-–]? ?\d{2}/u,
  bankNumber: /HU\d{2}(?: ?\d){24}|\d{8}(?: ?[-–]? ?\d{8}){1,2}(?!\d)/u,
  iban: /[A-Z]{2}\d{2}(?: ?[\dA-Z]){11,30}/u,
  bic: /[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Z0-9])/u,
  inn: /\d(?: ?\d){9}(?:(?: ?\d){2})?(?!\d)/u,
  kpp: /\d{4}[\dA-Z]{2}\d{3}(?!\d)/u,
  innKpp: /\d(?: ?\d){9}(?:(?: ?\d){2})?(?!\d)/u,
  ogrn: /\d(?: ?\d){12}(?:(?: ?\d){2})?(?!\d)/u,
  ogrnip: /\d(?: ?\d){14}(?!\d)/u,
  okpo: /\d{8}(?:\d{2})?(?!\d)/u,
  okved: /\d{2}(?:\.\d{1,2}){0,2}/u,
  bik: /\d{2} ?\d{2} ?\d{2} ?\d{3}(?!\d)/u,
  account: /\d(?:[ .-]?\d){4}[ .-]?[\dABCEHKMPTX](?:[ .-]?\d){14}(?!\d)/u,
  corrAccount: /\d(?:[ .-]?\d){19}(?!\d)/u,
  email: /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u,
  invoiceEmail: /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u,
  phone: /\+?\(?\d[\d ()/–-]{5,22}\d/u,
};

/** A number that was announced but has another shape: filled and flagged, for a person to compare. */
export const ANY_NUMBER = /[A-Z]{0,4}\d[\dA-Z./-]*/u;

export const FIELD_OF: Partial<Record<Announced, FieldKey>> = {
  legalName: 'legalName',
  shortName: 'shortName',
  taxNumber: 'taxNumber',
  groupTaxNumber: 'groupTaxNumber',
  euVatNumber: 'euVatNumber',
  registerNumber: 'registerNumber',
  soleTraderNumber: 'soleTraderNumber',
  statisticalCode: 'statisticalCode',
  bankNumber: 'bankAccounts.*.giro',
  iban: 'bankAccounts.*.iban',
  bic: 'bankAccounts.*.bic',
  bankName: 'bankAccounts.*.bankName',
  phone: 'contacts.*.phone',
  email: 'contacts.*.email',
  invoiceEmail: 'invoiceEmail',
  inn: 'inn',
  kpp: 'kpp',
  ogrn: 'ogrn',
  ogrnip: 'ogrnip',
  okpo: 'okpo',
  okved: 'okved',
  bik: 'bankAccounts.*.bik',
  account: 'bankAccounts.*.account',
  corrAccount: 'bankAccounts.*.corrAccount',
};

/** Bounded as RFC 5321 bounds it, and begun only where a word begins: long runs of letters stay cheap. */
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;

/** Numbers that say by their shape alone what they are. The order matters: the longer and stricter first. */
export const UNLABELLED: Record<'HU' | 'RU', readonly (readonly [FieldKey, RegExp])[]> = {
  HU: [
    ['bankAccounts.*.iban', /(?<![\p{L}\p{N}])HU\d{2}(?: ?\d{4}){6}(?!\d)/gu],
    ['statisticalCode', /(?<![\d-])\d{8}-\d{4}-\d{3}-\d{2}(?![\d-])/gu],
    ['bankAccounts.*.giro', /(?<![\d-])\d{8}-\d{8}(?:-\d{8})?(?![\d-])/gu],
    ['taxNumber', /(?<![\d-])\d{8}-[1-5]-\d{2}(?![\d-])/gu],
    ['registerNumber', /(?<![\d-])(?:0[1-9]|1\d|20)-\d{2}-\d{6}(?![\d-])/gu],
    ['euVatNumber', /(?<![\p{L}\p{N}])HU ?\d{8}(?!\d)/gu],
    ['contacts.*.email', EMAIL],
    ['contacts.*.phone', /(?<![\d-])(?:\+36|06)[ (/-]{0,2}\d{1,2}[ )/-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{1,2}(?!\d)/gu],
  ],
  RU: [
    ['bankAccounts.*.corrAccount', /(?<!\d)301\d{17}(?!\d)/gu],
    ['bankAccounts.*.account', /(?<!\d)40[1-8]\d{17}(?!\d)/gu],
    ['ogrnip', /(?<!\d)[34]\d{14}(?!\d)/gu],
    ['ogrn', /(?<!\d)[15]\d{12}(?!\d)/gu],
    ['bankAccounts.*.bik', /(?<!\d)04\d{7}(?!\d)/gu],
    ['contacts.*.email', EMAIL],
    ['contacts.*.phone', /(?<!\d)(?:\+7|8)[ (-]{0,2}\d{3}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)/gu],
  ],
};
