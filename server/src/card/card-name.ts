import type { CardValues } from '@cession/shared/card/card.ts';

/** The name a customer is listed by; empty while nobody has typed one. */
export function cardName(values: CardValues): string {
  for (const path of ['legalName', 'shortName', 'tradeName']) {
    const name = String(values[path] ?? '').trim();
    if (name !== '') return name;
  }
  return '';
}
