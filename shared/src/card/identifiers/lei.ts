import { mod97 } from './check-digits.ts';
import { verdict } from './identifier.ts';
import type { CheckTyped, IdentifierProblem } from './identifier.ts';
import { withoutSeparators } from './normalise.ts';

/** LEI (ISO 17442): eighteen letters or digits and two check digits, ISO 7064 MOD 97-10. */
export const checkLei: CheckTyped = (typed) => {
  const value = withoutSeparators(typed);
  return verdict(value, 'check-digit', leiProblem(value));
};

function leiProblem(value: string): IdentifierProblem | null {
  if (!/^[A-Z0-9]+$/.test(value)) return { code: 'format' };
  if (value.length !== 20) return { code: 'length' };
  if (!/\d\d$/.test(value)) return { code: 'format' };
  return mod97(value) === 1 ? null : { code: 'check-digit' };
}
