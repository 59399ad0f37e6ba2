import type { CardValues } from '@cession/shared/card/card.ts';
import type { AddressName } from '@cession/shared/card/requirement.ts';

/** One address in the order its country writes it; '' where none is given. The country's own name is not part of it. */
export function addressLine(values: CardValues, name: AddressName, cardCountry: string): string {
  const part = (each: string) => String(values[`${name}.${each}`] ?? '').trim();
  const country = part('country') === '' ? cardCountry : part('country');
  const street = words(part('street'), part('streetType'), part('houseNumber'));
  switch (country) {
    case 'HU':
      return list(words(part('zip'), part('city')), street);
    case 'RU':
      return list(part('zip'), part('region'), part('city'), part('street'), part('houseNumber'));
    case 'US':
      return list(words(part('houseNumber'), part('street')), part('city'), words(part('region'), part('zip')));
    default:
      return list(street, words(part('zip'), part('city')), part('region'));
  }
}

function words(...parts: readonly string[]): string {
  return parts.filter((each) => each !== '').join(' ');
}

function list(...parts: readonly string[]): string {
  return parts.filter((each) => each !== '').join(', ');
}
