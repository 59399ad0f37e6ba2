/**
 * What the checks of one identifier say, and the words they say it in.
 *
 * `value` is always the normalised form. When `ok` is true it is the storage form of the kind, and checking it again
 * gives the same answer:
 * - Hungarian numbers keep the hyphens their registers print: `25978221-2-42`, `01-10-041585`, `11773016-11111018`
 *   (a third account group of zeros is dropped: it names the same account), `10537914-6419-114-01`;
 * - VAT numbers carry their VIES prefix (`HU12892312`, `EL094501040`: Greece is EL there), EORI the ISO one (`GR…`);
 * - a US social security number keeps `123-45-6789`, so it can never be read as an EIN; an EIN is nine digits;
 * - ОКВЭД keeps its dots, a Peppol id its colon; everything else is digits and capital Latin letters only.
 */
export type IdentifierCheck =
  | { ok: true; value: string; strength: 'check-digit' | 'format' }
  | { ok: false; value: string; problem: IdentifierProblem };

/**
 * Why an identifier was not accepted. `part` names the group that is wrong: `vat-code`, `county`, `court`,
 * `company-form`, `group-1`, `group-2`, `account-key`, `bik`, `country`, `bic-country`, `national-check`, `prefix`,
 * `scheme`, `state`, `number`, `id`.
 */
export type IdentifierProblem = {
  code: 'format' | 'length' | 'check-digit' | 'unknown-part' | 'sentinel' | 'sample' | 'contradiction';
  part?: string;
};

/** `bik` keys Russian accounts; `country` (ISO 3166-1 alpha-2) supplies a VAT prefix the person left out. */
export type IdentifierContext = {
  /** True for demo companies only: placeholders and published examples pass if their check digits do. */
  allowSamples: boolean;
  bik?: string;
  country?: string;
};

export type IdentifierKind =
  | 'hu.tax-number'
  | 'hu.group-tax-number'
  | 'hu.eu-vat'
  | 'hu.register-number'
  | 'hu.sole-trader-number'
  | 'hu.giro'
  | 'hu.statistical-code'
  | 'hu.personal-tax-id'
  | 'ru.inn'
  | 'ru.kpp'
  | 'ru.ogrn'
  | 'ru.ogrnip'
  | 'ru.okpo'
  | 'ru.okved'
  | 'ru.bik'
  | 'ru.account'
  | 'ru.corr-account'
  | 'eu.vat'
  | 'iban'
  | 'bic'
  | 'lei'
  | 'eori'
  | 'peppol'
  | 'us.ein'
  | 'us.aba'
  | 'us.account'
  | 'us.state'
  | 'us.ssn-or-ein';

/** One kind's rule. `typed` has passed `plainText`: short, upper case, Latin, one kind of hyphen and of space. */
export type CheckTyped = (typed: string, context: IdentifierContext) => IdentifierCheck;

/** The first problem found, or the accepted value. */
export function verdict(
  value: string,
  strength: 'check-digit' | 'format',
  problem: IdentifierProblem | null,
): IdentifierCheck {
  return problem === null ? { ok: true, value, strength } : { ok: false, value, problem };
}

/** Digits only, in one of the allowed counts. */
export function digitsProblem(value: string, ...counts: number[]): IdentifierProblem | null {
  if (!/^\d+$/.test(value)) return { code: 'format' };
  return counts.includes(value.length) ? null : { code: 'length' };
}
