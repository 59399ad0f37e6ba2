import { checkEuVat } from './european-union.ts';
import { weightedSum } from './check-digits.ts';
import { digitsProblem, verdict } from './identifier.ts';
import type { CheckTyped, IdentifierContext, IdentifierProblem } from './identifier.ts';
import { checkLei } from './lei.ts';
import { withoutSeparators } from './normalise.ts';
import { placeholderProblem } from './sentinels.ts';
import { checkEin } from './united-states.ts';

/** Electronic Address Scheme codes of Peppol BIS Billing 3.0, with those added until 2025. The list grows. */
const SCHEMES = new Set(
  (
    '0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 0183 0184 0188 0190 ' +
    '0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209 0210 0211 0212 0213 0215 0216 ' +
    '0217 0218 0219 0220 0221 0225 0230 0231 0235 0238 0240 0242 0244 9901 9910 9913 9914 9915 9918 9919 9920 9922 ' +
    '9923 9924 9925 9926 9927 9928 9929 9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 ' +
    '9945 9946 9947 9948 9949 9950 9951 9952 9953 9957 9959'
  ).split(' '),
);

const VAT_SCHEMES = new Map(
  (
    '9910:HU 9914:AT 9920:ES 9925:BE 9926:BG 9928:CY 9929:CZ 9930:DE 9931:EE 9933:EL 9934:HR 9935:IE 9937:LT ' +
    '9938:LU 9939:LV 9943:MT 9944:NL 9945:PL 9946:PT 9947:RO 9949:SI 9950:SK 9957:FR 0211:IT 0208:BE'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 4), pair.slice(5)] as const),
);

const OTHER_CHECKS: Record<string, (id: string, context: IdentifierContext) => IdentifierProblem | null> = {
  '0060': (id, context) => digitsProblem(id, 9) ?? placeholderProblem(id, context),
  '0088': (id, context) =>
    digitsProblem(id, 13) ?? placeholderProblem(id, context) ?? (glnHolds(id) ? null : { code: 'check-digit' }),
  '0199': (id, context) => problemOf(checkLei(id, context)),
  '9959': (id, context) => problemOf(checkEin(id, context)),
};

/**
 * Peppol participant id: an EAS scheme, a colon, up to fifty characters, and the scheme's own check where we have it
 * (VAT numbers, Belgian enterprise number, GLN, D-U-N-S length, LEI, EIN). Ids compare without regard to case, so
 * capitals are stored. The number stays as typed otherwise: the network looks it up letter by letter.
 */
export const checkPeppol: CheckTyped = (typed, context) => {
  const colon = typed.indexOf(':');
  if (colon === -1) return verdict(typed, 'format', { code: 'format' });
  const [typedScheme, typedId] = [typed.slice(0, colon), typed.slice(colon + 1)];
  const scheme = withoutSeparators(typedScheme);
  // In a keyed number hyphens and dots are only how it was printed; elsewhere they may be part of the id.
  const id = isKeyed(scheme) ? withoutSeparators(typedId) : typedId.replaceAll(' ', '');
  const value = `${scheme}:${id}`;
  if (!/^\d{4}$/.test(scheme) || id === '') return verdict(value, 'format', { code: 'format' });
  if (id.length > 50) return verdict(value, 'format', { code: 'length', part: 'id' });
  if (!SCHEMES.has(scheme)) return verdict(value, 'format', { code: 'unknown-part', part: 'scheme' });
  const problem = idProblem(scheme, id, context);
  return verdict(value, isKeyed(scheme) ? 'check-digit' : 'format', problem && { ...problem, part: 'id' });
};

function idProblem(scheme: string, id: string, context: IdentifierContext): IdentifierProblem | null {
  const country = VAT_SCHEMES.get(scheme);
  if (country !== undefined) {
    if (!/^[0-9A-Z+*]+$/.test(id)) return { code: 'format' };
    const check = checkEuVat(id, { ...context, country });
    if (!check.ok) return check.problem;
    return check.value.startsWith(country) ? null : { code: 'contradiction' };
  }
  return OTHER_CHECKS[scheme]?.(id, context) ?? null;
}

/** GS1 General Specifications: in thirteen digits weights 1 and 3 alternate, the sum a multiple of 10. */
function glnHolds(digits: string): boolean {
  return weightedSum(digits, [1, 3]) % 10 === 0;
}

function problemOf(check: ReturnType<CheckTyped>): IdentifierProblem | null {
  return check.ok ? null : check.problem;
}

function isKeyed(scheme: string): boolean {
  return VAT_SCHEMES.has(scheme) || scheme === '0088' || scheme === '0199';
}
