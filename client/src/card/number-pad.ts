import type { IdentifierKind } from '@cession/shared/card/identifiers/identifier.ts';

const DIGITS_ONLY: ReadonlySet<IdentifierKind> = new Set<IdentifierKind>([
  'hu.tax-number',
  'hu.group-tax-number',
  'hu.register-number',
  'hu.sole-trader-number',
  'hu.giro',
  'hu.statistical-code',
  'hu.personal-tax-id',
  'ru.inn',
  'ru.ogrn',
  'ru.ogrnip',
  'ru.okpo',
  'ru.bik',
  'ru.corr-account',
  'us.ein',
  'us.aba',
]);

/** Numbers without letters get the number pad; the hyphens between their groups need not be typed. */
export function hasDigitsOnly(kind: IdentifierKind): boolean {
  return DIGITS_ONLY.has(kind);
}
