import { isValidBIC, validateIBAN, ValidationErrorsIBAN } from 'ibantools';

import { verdict } from './identifier.ts';
import type { CheckTyped, IdentifierProblem } from './identifier.ts';
import { withoutSeparators } from './normalise.ts';
import { ibanPlaceholderProblem } from './sentinels.ts';

/**
 * IBAN (ISO 13616): country, length and form from the registry, ISO 7064 MOD 97-10, and the national key where
 * ibantools has one (HU among them). A leading word IBAN is dropped. Examples of the registry are refused.
 */
export const checkIban: CheckTyped = (typed, context) => {
  const value = withoutSeparators(typed).replace(/^IBAN:?/, '');
  return verdict(value, 'check-digit', ibanProblem(value) ?? ibanPlaceholderProblem(value, context));
};

/** BIC (ISO 9362): 8 or 11 places and a country of ISO 3166-1 or XK in places 5 and 6. It has no check digit. */
export const checkBic: CheckTyped = (typed) => {
  const value = withoutSeparators(typed);
  return verdict(value, 'format', bicProblem(value));
};

function ibanProblem(value: string): IdentifierProblem | null {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value)) return { code: 'format' };
  const errors = new Set(validateIBAN(value).errorCodes);
  if (errors.has(ValidationErrorsIBAN.NoIBANCountry)) return { code: 'unknown-part', part: 'country' };
  if (errors.has(ValidationErrorsIBAN.WrongBBANLength)) return { code: 'length' };
  if (errors.has(ValidationErrorsIBAN.WrongBBANFormat)) return { code: 'format' };
  if (errors.has(ValidationErrorsIBAN.WrongIBANChecksum)) return { code: 'check-digit' };
  return errors.size === 0 ? null : { code: 'check-digit', part: 'national-check' };
}

function bicProblem(value: string): IdentifierProblem | null {
  if (value.length !== 8 && value.length !== 11) return { code: 'length' };
  if (!/^[A-Z]{6}[A-Z0-9]+$/.test(value)) return { code: 'format' };
  return isValidBIC(value) ? null : { code: 'unknown-part', part: 'bic-country' };
}
