import { checkIdentifier } from '@cession/shared/card/identifiers/check-identifier.ts';
import type { IdentifierKind } from '@cession/shared/card/identifiers/identifier.ts';

/**
 * The first right number of a kind that fits a pattern: each `?` is a digit nobody chose, such as a check digit.
 * So the numbers of the demo are made up and still pass every check a real one passes. Throws when none fits.
 */
export function numberFrom(
  kind: IdentifierKind,
  pattern: string,
  context: { bik?: string; country?: string } = {},
): string {
  const blanks = pattern.split('?').length - 1;
  for (let guess = 0; guess < 10 ** blanks; guess += 1) {
    const digits = String(guess).padStart(blanks, '0').split('');
    const number = blanks === 0 ? pattern : pattern.replaceAll('?', () => digits.shift() ?? '');
    const check = checkIdentifier(kind, number, { allowSamples: false, ...context });
    if (check.ok) return check.value;
  }
  throw new Error(`no ${kind} fits ${pattern}`);
}
