// One deep import per country: the package's root would bring every country of the world, and its ES modules name
// files without extensions, which Node refuses. The CommonJS files load in Node and in the bundle alike.
import { validate as at } from 'stdnum/lib/cjs/at/uid.js';
import { validate as be } from 'stdnum/lib/cjs/be/vat.js';
import { validate as cy } from 'stdnum/lib/cjs/cy/vat.js';
import { validate as de } from 'stdnum/lib/cjs/de/vat.js';
import { validate as dk } from 'stdnum/lib/cjs/dk/cvr.js';
import { validate as ee } from 'stdnum/lib/cjs/ee/kmkr.js';
import { validate as es } from 'stdnum/lib/cjs/es/nif.js';
import { validate as fi } from 'stdnum/lib/cjs/fi/alv.js';
import { validate as fr } from 'stdnum/lib/cjs/fr/tva.js';
import { validate as el } from 'stdnum/lib/cjs/gr/vat.js';
import { validate as hr } from 'stdnum/lib/cjs/hr/oib.js';
import { validate as ie } from 'stdnum/lib/cjs/ie/vat.js';
import { validate as it } from 'stdnum/lib/cjs/it/iva.js';
import { validate as lt } from 'stdnum/lib/cjs/lt/pvm.js';
import { validate as lu } from 'stdnum/lib/cjs/lu/tva.js';
import { validate as mt } from 'stdnum/lib/cjs/mt/vat.js';
import { validate as nl } from 'stdnum/lib/cjs/nl/btw.js';
import { validate as pl } from 'stdnum/lib/cjs/pl/nip.js';
import { validate as pt } from 'stdnum/lib/cjs/pt/nif.js';
import { validate as ro } from 'stdnum/lib/cjs/ro/cui.js';
import { validate as se } from 'stdnum/lib/cjs/se/vat.js';

import { weightedSum } from './check-digits.ts';
import { hungarianCoreHolds } from './hungary.ts';

/** `unkeyed`: the form is right and this sort of number has no check digit. */
type VatVerdict = 'holds' | 'unkeyed' | 'check-digit' | 'unknown-part';

type VatValidator = {
  /** What follows the prefix. */
  form: RegExp;
  /** Called only with a number that has the form. */
  check: (number: string) => VatVerdict;
};

/**
 * The 27 member states and Northern Ireland by VIES prefix. Check digits come from stdnum where it is right. Our own:
 * HU (shared with the tax number) and BG, CZ, LV, SI, SK, where stdnum 1.12.0 accepts or refuses wrongly: it inverts
 * the Bulgarian test for ten digits, weighs the leading 6 of a Czech nine-digit number, looks at the wrong Slovak
 * digit, accepts a Slovene remainder that is never issued, and asks today's date about a Latvian birth date.
 * Forms follow the VIES questions and answers; the check-digit rules are not published by every state (unverified).
 */
export const VAT_VALIDATORS: Readonly<Record<string, VatValidator>> = {
  AT: { form: /^U\d{8}$/, check: byStdnum('AT', at) },
  BE: { form: /^[01]\d{9}$/, check: byStdnum('BE', be) },
  BG: {
    form: /^\d{9,10}$/,
    check: (number) => holdsIf(number.length === 9 ? bulgarianFirm(number) : bulgarianPerson(number)),
  },
  CY: { form: /^\d{8}[A-Z]$/, check: byStdnum('CY', cy) },
  CZ: { form: /^\d{8,10}$/, check: czech },
  DE: { form: /^[1-9]\d{8}$/, check: byStdnum('DE', de) },
  DK: { form: /^[1-9]\d{7}$/, check: byStdnum('DK', dk) },
  EE: { form: /^\d{9}$/, check: byStdnum('EE', ee) },
  EL: { form: /^\d{9}$/, check: byStdnum('EL', el) },
  ES: { form: /^[A-Z0-9]\d{7}[A-Z0-9]$/, check: byStdnum('ES', es) },
  FI: { form: /^\d{8}$/, check: byStdnum('FI', fi) },
  FR: { form: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, check: byStdnum('FR', fr) },
  HR: { form: /^\d{11}$/, check: byStdnum('HR', hr) },
  HU: { form: /^\d{8}$/, check: (number) => holdsIf(hungarianCoreHolds(number)) },
  IE: { form: /^\d[A-Z0-9+*]\d{5}[A-W][A-I]?$/, check: byStdnum('IE', ie) },
  IT: { form: /^\d{11}$/, check: byStdnum('IT', it) },
  LT: { form: /^(\d{9}|\d{12})$/, check: byStdnum('LT', lt) },
  LU: { form: /^\d{8}$/, check: byStdnum('LU', lu) },
  LV: { form: /^\d{11}$/, check: latvian },
  MT: { form: /^\d{8}$/, check: byStdnum('MT', mt) },
  NL: { form: /^\d{9}B(?!00)\d{2}$/, check: byStdnum('NL', nl) },
  PL: { form: /^\d{10}$/, check: byStdnum('PL', pl) },
  PT: { form: /^[1-9]\d{8}$/, check: byStdnum('PT', pt) },
  RO: { form: /^[1-9]\d{1,9}$/, check: byStdnum('RO', ro) },
  SE: { form: /^\d{12}$/, check: byStdnum('SE', se) },
  SI: { form: /^[1-9]\d{7}$/, check: (number) => holdsIf(slovene(number)) },
  SK: { form: /^[1-9]\d{9}$/, check: (number) => holdsIf(Number(number) % 11 === 0) },
  XI: { form: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/, check: () => 'unkeyed' },
};

function byStdnum(prefix: string, validate: typeof at): (number: string) => VatVerdict {
  return (number) => {
    const result = validate(prefix + number);
    if (result.isValid) return 'holds';
    return result.error.name === 'InvalidChecksum' ? 'check-digit' : 'unknown-part';
  };
}

function holdsIf(holds: boolean): VatVerdict {
  return holds ? 'holds' : 'check-digit';
}

function bulgarianFirm(number: string): boolean {
  const body = number.slice(0, 8);
  const first = weightedSum(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const key = first < 10 ? first : (weightedSum(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10;
  return key === Number(number[8]);
}

/** A citizen (ЕГН), a foreigner (ЛНЧ) or another person: any of the three keys will do. */
function bulgarianPerson(number: string): boolean {
  const body = number.slice(0, 9);
  const keys = [
    hasBirthDate(number) ? (weightedSum(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 : null,
    weightedSum(body, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10,
    (11 - (weightedSum(body, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11,
  ];
  return keys.includes(Number(number[9]));
}

/** The ЕГН's third to sixth digits: month, plus 20 or 40 for other centuries, and day. */
function hasBirthDate(number: string): boolean {
  return /^\d\d([024][1-9]|[135][0-2])(0[1-9]|[12]\d|3[01])/.test(number);
}

/** Firms have eight digits, persons a birth number of ten, or of nine without a key if born before 1954. */
function czech(number: string): VatVerdict {
  if (number.length === 8) return number.startsWith('9') ? 'unknown-part' : holdsIf(czechFirm(number));
  if (number.length === 10) return holdsIf((Number(number.slice(0, 9)) % 11) % 10 === Number(number[9]));
  if (!number.startsWith('6')) return 'unkeyed';
  const rest = weightedSum(number.slice(1, 8), [8, 7, 6, 5, 4, 3, 2]) % 11;
  return holdsIf((18 - ((10 - rest) % 11)) % 10 === Number(number[8]));
}

function czechFirm(number: string): boolean {
  const key = (11 - (weightedSum(number.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (key || 1) % 10 === Number(number[7]);
}

/** Firms begin with 4 or more. Personal codes given since 2017 begin with 32 and have no published key. */
function latvian(number: string): VatVerdict {
  if (number >= '4') return holdsIf(weightedSum(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3);
  if (number.startsWith('32')) return 'unkeyed';
  const sum = weightedSum(number.slice(0, 10), [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]) + 1;
  return holdsIf((sum % 11) % 10 === Number(number[10]));
}

function slovene(number: string): boolean {
  const key = 11 - (weightedSum(number.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) % 11);
  return key !== 11 && key % 10 === Number(number[7]);
}
