import { VAT_VALIDATORS } from './eu-vat-validators.ts';
import { verdict } from './identifier.ts';
import type { CheckTyped, IdentifierCheck, IdentifierContext, IdentifierProblem } from './identifier.ts';
import { placeholderProblem } from './sentinels.ts';

/**
 * VAT number of a member state or Northern Ireland, with its VIES prefix (Directive 2006/112/EC art. 215; forms as
 * VIES states them). GR becomes EL. Without a prefix the card's country supplies it. Leading zeros that Belgium,
 * Greece and the Netherlands let people drop are put back. A failing check digit refuses here; how severe that is the
 * requirement decides, because VIES has the last word.
 */
export const checkEuVat: CheckTyped = (typed, context) => {
  const value = withPrefix(typed.replace(/[ .\-/:(),]/g, ''), context);
  const prefix = value.slice(0, 2);
  const validator = VAT_VALIDATORS[prefix];
  if (validator === undefined) return verdict(value, 'format', prefixProblem(prefix));
  const number = padded(prefix, value.slice(2));
  if (!validator.form.test(number)) return verdict(prefix + number, 'format', { code: 'format', part: 'number' });
  return numbered(prefix, number, context);
};

function numbered(prefix: string, number: string, context: IdentifierContext): IdentifierCheck {
  const value = prefix + number;
  const placeholder = placeholderProblem(/\d{7,}/.exec(number)?.[0] ?? '', context);
  if (placeholder !== null) return verdict(value, 'format', placeholder);
  const outcome = VAT_VALIDATORS[prefix]?.check(number) ?? 'unknown-part';
  switch (outcome) {
    case 'holds':
      return verdict(value, 'check-digit', null);
    case 'unkeyed':
      return verdict(value, 'format', null);
    case 'check-digit':
      return verdict(value, 'check-digit', { code: 'check-digit' });
    case 'unknown-part':
      return verdict(value, 'check-digit', { code: 'unknown-part', part: 'number' });
  }
  return outcome;
}

/** A prefix the person typed wins, unless what follows does not fit it and the whole fits the card's country. */
function withPrefix(compact: string, context: IdentifierContext): string {
  const typed = compact.replace(/^GR/, 'EL');
  const home = context.country?.slice(0, 8).trim().toUpperCase().replace('GR', 'EL') ?? '';
  if (fits(typed.slice(0, 2), typed.slice(2)) || !fits(home, typed)) return typed;
  return home + typed;
}

function fits(prefix: string, number: string): boolean {
  return VAT_VALIDATORS[prefix]?.form.test(padded(prefix, number)) ?? false;
}

function padded(prefix: string, number: string): string {
  if (prefix === 'BE' && number.length === 9) return `0${number}`;
  if (prefix === 'EL' && number.length === 8) return `0${number}`;
  return prefix === 'NL' && /B\d\d$/.test(number) ? number.padStart(12, '0') : number;
}

function prefixProblem(prefix: string): IdentifierProblem {
  return /^[A-Z]{2}$/.test(prefix) ? { code: 'unknown-part', part: 'country' } : { code: 'format', part: 'country' };
}
