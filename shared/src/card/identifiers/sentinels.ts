import { IBAN_REGISTRY_EXAMPLES } from './iban-registry-examples.ts';
import type { IdentifierContext, IdentifierProblem } from './identifier.ts';

/**
 * Numbers that authorities print as examples. They pass their check digits, so only a list can stop them:
 * 99887764 is the buyer in NAV's Online Invoice samples (its other ids are runs or one repeated digit);
 * 078051120 and 219099999 are social security numbers withdrawn after they were printed in advertisements.
 */
const PUBLISHED_EXAMPLES = new Set(['99887764', '078051120', '219099999']);

/**
 * Refuses what people type to get past a required field: one digit repeated (`11111111`, `0000000000`, both with
 * correct check digits), a run up or down with a check digit behind it (`12345676`, `1234567894`), and published
 * examples. Short numbers are left alone: `1234` may well be an account.
 */
export function placeholderProblem(digits: string, context: IdentifierContext): IdentifierProblem | null {
  if (context.allowSamples) return null;
  if (isOneDigitRepeated(digits) || isRun(digits)) return { code: 'sentinel' };
  return PUBLISHED_EXAMPLES.has(digits) ? { code: 'sample' } : null;
}

/** For a Hungarian account, 16 or 24 digits: a run in any group of eight, or one digit throughout. */
export function accountPlaceholderProblem(digits: string, context: IdentifierContext): IdentifierProblem | null {
  if (context.allowSamples) return null;
  const groups = digits.match(/\d{8}/g) ?? [];
  if (isOneDigitRepeated(digits) || groups.some(isRun)) return { code: 'sentinel' };
  const whole = `HU${digits.padEnd(24, '0')}`;
  return IBAN_REGISTRY_EXAMPLES.some((iban) => iban.slice(0, 2) + iban.slice(4) === whole) ? { code: 'sample' } : null;
}

/** The example IBANs of the IBAN registry, which every manual repeats, and placeholder Hungarian accounts. */
export function ibanPlaceholderProblem(iban: string, context: IdentifierContext): IdentifierProblem | null {
  if (context.allowSamples) return null;
  if (IBAN_REGISTRY_EXAMPLES.includes(iban)) return { code: 'sample' };
  if (iban.startsWith('HU')) return accountPlaceholderProblem(iban.slice(4), context);
  return isOneDigitRepeated(iban.slice(4)) ? { code: 'sentinel' } : null;
}

function isOneDigitRepeated(digits: string): boolean {
  return digits.length >= 6 && /^(.)\1+$/.test(digits);
}

function isRun(digits: string): boolean {
  if (digits.length < 8) return false;
  // Twelve digits end in two check digits (ИНН of a person), everything shorter or longer in one.
  const body = digits.slice(0, digits.length === 12 ? -2 : -1);
  const step = (Number(body[1]) - Number(body[0]) + 10) % 10;
  if (step !== 1 && step !== 9) return false;
  for (let i = 1; i < body.length; i += 1) {
    if ((Number(body[i]) - Number(body[i - 1]) + 10) % 10 !== step) return false;
  }
  return true;
}
