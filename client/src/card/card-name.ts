import type { Card } from '@cession/shared/card/card.ts';

type Named = Pick<Card, 'jurisdiction' | 'values'>;

/** What the card is called, or null while nobody has typed a name or number. */
export function cardName(card: Pick<Card, 'values'>): string | null {
  return firstText(card, ['legalName', 'shortName', 'tradeName']) ?? cardNumber(card);
}

/** The number that tells two customers of one name apart. */
export function cardNumber(card: Pick<Card, 'values'>): string | null {
  return firstText(card, ['taxNumber', 'inn', 'euVatNumber', 'ein']);
}

function firstText({ values }: Pick<Card, 'values'>, paths: readonly string[]): string | null {
  for (const path of paths) {
    const value = values[path];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

/** The two letters before the middle dot: the country where one is chosen, else the rules the card follows. */
export function cardCountry({ jurisdiction, values }: Named): string {
  const country = values['country'];
  return typeof country === 'string' && country !== '' ? country : jurisdiction;
}
