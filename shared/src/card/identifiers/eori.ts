import { verdict } from './identifier.ts';
import type { CheckTyped, IdentifierProblem } from './identifier.ts';
import { withoutSeparators } from './normalise.ts';

/**
 * EORI (Union Customs Code): country and up to fifteen letters or digits. The form only; whether it exists the
 * Commission's online check answers (unverified). Greece is GR here, not EL.
 */
export const checkEori: CheckTyped = (typed) => {
  const value = withoutSeparators(typed).replace(/^EL/, 'GR');
  return verdict(value, 'format', eoriProblem(value));
};

function eoriProblem(value: string): IdentifierProblem | null {
  if (!/^[A-Z]{2}[A-Z0-9]*$/.test(value)) return { code: 'format' };
  return value.length < 3 || value.length > 17 ? { code: 'length' } : null;
}
