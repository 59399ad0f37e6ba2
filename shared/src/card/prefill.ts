import type { CardValue, CardValues } from './card.ts';
import type { CardPath, FieldKey } from './card-fields.ts';
import { viewCard, type CardView } from './card-view.ts';
import { euVatOfHungarianTaxNumber, vatCodeOf } from './identifiers/hungary.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { legalFormOfName } from './legal-form-of-name.ts';

/** A value that follows from another. A suggestion: shown as such, and never over something that is there. */
export interface Suggestion {
  readonly path: CardPath;
  readonly value: CardValue;
  /** The field it follows from; `jurisdiction` where the country alone says it. */
  readonly from: FieldKey | 'jurisdiction';
}

/** What can be filled from what is known. Guesses nothing that another number does not prove or a country settle. */
export function suggestValues(jurisdiction: Jurisdiction, values: CardValues): Suggestion[] {
  const card = viewCard({ jurisdiction, values, allowSamples: true });
  return [...byJurisdiction(jurisdiction), ...fromNumbers(card), ...fromName(card), ...fromCountry(card)].filter(
    (suggestion) => (values[suggestion.path] ?? '') === '',
  );
}

const SETTLED: Record<Jurisdiction, readonly (readonly [FieldKey, string])[]> = {
  HU: [
    ['country', 'HU'],
    ['currency', 'HUF'],
    ['preferredLanguage', 'hu'],
    ['invoiceLanguage', 'hu'],
  ],
  RU: [
    ['country', 'RU'],
    ['currency', 'RUB'],
    ['preferredLanguage', 'ru'],
    ['invoiceLanguage', 'ru'],
  ],
  EU: [['currency', 'EUR']],
  US: [
    ['country', 'US'],
    ['currency', 'USD'],
    ['preferredLanguage', 'en'],
    ['invoiceLanguage', 'en'],
  ],
};

function byJurisdiction(jurisdiction: Jurisdiction): Suggestion[] {
  return SETTLED[jurisdiction].map(([path, value]) => ({ path, value, from: 'jurisdiction' }));
}

function fromNumbers(card: CardView): Suggestion[] {
  switch (card.jurisdiction) {
    case 'HU':
      return card.value('legalForm', null) === 'private-person' ? privatePerson() : fromTaxNumber(card);
    case 'RU':
      return card.text('inn', null).length === 12 ? [{ path: 'legalForm', value: 'ip', from: 'inn' }] : [];
    case 'EU': {
      const vat = rightText(card, 'euVatNumber');
      const country = vat.slice(0, 2).replace('EL', 'GR');
      return vat === '' ? [] : [{ path: 'country', value: country, from: 'euVatNumber' }];
    }
    case 'US':
      return [];
  }
}

function privatePerson(): Suggestion[] {
  return [{ path: 'navCustomerStatus', value: 'PRIVATE_PERSON', from: 'legalForm' }];
}

const STATUS_OF_VAT_CODE = {
  1: 'vat-exempt',
  2: 'vat-registered',
  3: 'vat-registered',
  4: 'vat-group-member',
  5: null,
} as const;

function fromTaxNumber(card: CardView): Suggestion[] {
  const from = 'taxNumber';
  const taxNumber = rightText(card, from);
  const code = vatCodeOf(taxNumber);
  if (code === null) return [];
  const status = STATUS_OF_VAT_CODE[code];
  // A group member's EU VAT number is the group's; an exempt trader mostly has none.
  const group = rightText(card, 'groupTaxNumber');
  const euVat =
    code === '4' ? euVatOfHungarianTaxNumber(group) : code === '2' ? euVatOfHungarianTaxNumber(taxNumber) : null;
  return [
    { path: 'navCustomerStatus', value: 'DOMESTIC', from },
    ...(status === null ? [] : [{ path: 'taxStatus', value: status, from } as const]),
    ...(euVat === null
      ? []
      : [{ path: 'euVatNumber', value: euVat, from: code === '4' ? 'groupTaxNumber' : from } as const]),
  ];
}

function fromName(card: CardView): Suggestion[] {
  const found = legalFormOfName(String(card.value('legalName', null) ?? ''), card.jurisdiction);
  return found === null ? [] : [{ path: 'legalForm', value: found.form, from: 'legalName' }];
}

/** An address that differs stands in the same country until somebody says otherwise. */
function fromCountry(card: CardView): Suggestion[] {
  const country = card.value('country', null);
  if (country === null) return [];
  const pairs = [
    ['deliveryDiffers', 'deliveryAddress.country'],
    ['postalDiffers', 'postalAddress.country'],
    ['billingDiffers', 'billingAddress.country'],
  ] as const;
  const differing = pairs.filter(([ticked]) => card.value(ticked, null) === true).map(([, path]) => path);
  return [...(['registeredAddress.country'] as const), ...differing].map((path) => ({
    path,
    value: country,
    from: 'country',
  }));
}

/** The number in its storage form if its check holds, else nothing. */
function rightText(card: CardView, key: FieldKey): string {
  const check = card.check(key, null);
  return check?.ok === true ? String(check.value) : '';
}
