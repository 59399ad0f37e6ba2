import type { Card, CardValues } from './card.ts';
import type { CardKey } from './card-key.ts';
import type { FieldKey } from './card-fields.ts';
import { checkField } from './check-field.ts';
import { foldName } from './fold-name.ts';
import { innKind } from './identifiers/russia.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/**
 * The numbers that say which customer this is, normalised, with the jurisdiction in front. HU: the first eight
 * digits of the tax number, and the VAT group's (`HU-GROUP:`), which its members share. RU: ИНН and КПП of an
 * organisation, for the same ИНН with another КПП is a branch; ИНН alone before the КПП is known and for an ИП.
 * A number that fails its check is no key.
 */
export function registrationKeys(jurisdiction: Jurisdiction, values: CardValues): string[] {
  const number = (key: FieldKey) => rightNumber(key, jurisdiction, values);
  switch (jurisdiction) {
    case 'HU':
      return hungarianKeys(number('taxNumber'), number('groupTaxNumber'), number('euVatNumber'));
    case 'RU':
      return russianKeys(number('inn'), number('kpp'));
    case 'EU':
      return keys('EU', number('euVatNumber'));
    case 'US':
      return keys('US', number('ein'));
  }
}

/** What the phones of the company know of a card. */
export function cardKeyOf(card: Card): CardKey {
  const { id, ownerId, jurisdiction, status, values } = card;
  const name = textOf(values, 'legalName') || textOf(values, 'shortName') || textOf(values, 'tradeName');
  return {
    id,
    ownerId,
    jurisdiction,
    status,
    name,
    keys: registrationKeys(jurisdiction, values),
    foldedName: foldName(name),
    zip: foldZip(textOf(values, 'registeredAddress.zip')),
  };
}

/** A postal code for comparing: letters and digits only. */
export function foldZip(zip: string): string {
  return zip.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function hungarianKeys(taxNumber: string, groupNumber: string, euVat: string): string[] {
  // A member of a group trades under the group's EU VAT number, which says nothing about the member.
  const own = taxNumber.slice(0, 8) || (groupNumber === '' && euVat.startsWith('HU') ? euVat.slice(2) : '');
  return [...keys('HU', own), ...keys('HU-GROUP', groupNumber.slice(0, 8))];
}

function russianKeys(inn: string, kpp: string): string[] {
  return keys('RU', innKind(inn) === 'organisation' && kpp !== '' ? `${inn}/${kpp}` : inn);
}

function keys(prefix: string, number: string): string[] {
  return number === '' ? [] : [`${prefix}:${number}`];
}

function rightNumber(key: FieldKey, jurisdiction: Jurisdiction, values: CardValues): string {
  const value = values[key];
  if (value === undefined) return '';
  const check = checkField(key, value, { jurisdiction, values, allowSamples: true });
  return check.ok ? String(check.value) : '';
}

function textOf(values: CardValues, path: string): string {
  const value = values[path];
  return typeof value === 'string' ? value.trim() : '';
}
