import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { IdentifierKind } from '@cession/shared/card/identifiers/identifier.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';

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

/** The seat of the customer is in their country; where they get goods or mail may be anywhere. */
export function isDigitsOnlyZip(path: CardPath, jurisdiction: Jurisdiction): boolean {
  return path === 'registeredAddress.zip' && (jurisdiction === 'HU' || jurisdiction === 'RU');
}

/** Numbers without letters get the number pad; the hyphens between their groups need not be typed. */
export function hasDigitsOnly(kind: IdentifierKind): boolean {
  return DIGITS_ONLY.has(kind);
}
