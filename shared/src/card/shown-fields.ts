import { SECTIONS, type FieldKey, type Section } from './card-fields.ts';
import { fieldKeysIn, specOf, type ItemList } from './card-path.ts';
import { listOf, viewCard, type CardView } from './card-view.ts';
import type { CardValues } from './card.ts';
import { holds, type Condition } from './condition.ts';
import { isPrivatePerson } from './requirements-everywhere.ts';
import { JURISDICTIONS, type Jurisdiction } from './jurisdiction.ts';

const ticked = (key: FieldKey): Condition => ({ is: key, oneOf: [true] });
const formIs = (...forms: string[]): Condition => ({ is: 'legalForm', oneOf: forms });
const sentBy = (channel: string): Condition => ({ is: 'invoiceChannel', oneOf: [channel] });
const never: Condition = { any: [] };
const isIp: Condition = { any: [formIs('ip'), { all: [{ not: { has: 'legalForm' } }, { long: 'inn', oneOf: [12] }] }] };
const askedVies: Condition = { is: 'viesResult', oneOf: ['valid', 'not-valid'] };
const signs = ticked('contacts.*.signs');
const outsideVat: Condition = { is: 'taxStatus', oneOf: ['not-registered', 'vat-exempt'] };

const ADDRESS_PARTS = ['country', 'zip', 'city', 'region', 'street', 'streetType', 'houseNumber'] as const;

/** Fields that are on screen only while they mean something. A field with a value is always shown. */
const shownWhen: Partial<Record<FieldKey, Condition>> = {
  taxNumber: { not: isPrivatePerson },
  taxStatus: { not: isPrivatePerson },
  groupTaxNumber: {
    any: [
      { is: 'taxStatus', oneOf: ['vat-group-member'] },
      { part: { of: 'taxNumber', from: 9, to: 10 }, oneOf: ['4', '5'] },
    ],
  },
  euVatNumber: { all: [{ not: isPrivatePerson }, { not: { is: 'taxStatus', oneOf: ['not-registered'] } }] },
  notRegisteredBecause: { all: [outsideVat, { not: isPrivatePerson }] },
  registerNumber: { not: { any: [isPrivatePerson, formIs('hu-sole-trader')] } },
  soleTraderNumber: formIs('hu-sole-trader'),
  personalTaxId: isPrivatePerson,
  statisticalCode: { not: isPrivatePerson },
  shortName: { not: { any: [isPrivatePerson, isIp] } },
  kpp: { not: isIp },
  ogrn: { not: isIp },
  ogrnip: isIp,
  nationalRegisterId: { not: isPrivatePerson },
  viesResult: { has: 'euVatNumber' },
  viesCheckedOn: askedVies,
  viesReference: askedVies,
  crossesCustoms: { not: isPrivatePerson },
  eori: ticked('crossesCustoms'),
  lei: { not: isPrivatePerson },
  stateOfOrganisation: { not: formIs('us-sole-proprietor') },
  resaleCertificate: { any: [ticked('taxExemptSales'), { is: 'taxStatus', oneOf: ['sales-tax-exempt'] }] },
  'contacts.*.signingRule': { all: [signs, { not: isPrivatePerson }] },
  'contacts.*.authorityBasis': { all: [signs, { not: isPrivatePerson }] },
  'contacts.*.authorityReference': { all: [signs, { has: 'contacts.*.authorityBasis' }] },
  'contacts.*.authorityValidUntil': {
    all: [signs, { is: 'contacts.*.authorityBasis', oneOf: ['power-of-attorney', 'specimen'] }],
  },
  'contacts.*.removed': never,
  'bankAccounts.*.removed': never,
  ...address('registeredAddress', { all: [] }),
  // It stands in the country of the card.
  'registeredAddress.country': never,
  ...address('deliveryAddress', ticked('deliveryDiffers')),
  ...address('postalAddress', ticked('postalDiffers')),
  ...address('billingAddress', ticked('billingDiffers')),
  purchaseOrderHow: ticked('purchaseOrderRequired'),
  invoiceEmail: sentBy('email'),
  ediAddress: sentBy('edi'),
  peppolId: sentBy('peppol'),
  portalAddress: sentBy('portal'),
  edoOperator: sentBy('edo'),
  edoParticipantId: sentBy('edo'),
  mchdNumber: sentBy('edo'),
  assignmentBan: ticked('factoringPlanned'),
  noticeLanguage: ticked('factoringPlanned'),
  noticeDepartment: ticked('factoringPlanned'),
};

/**
 * The fields of a section in the order of the screen, without those that mean nothing on this card. Repeating
 * fields come with their star; which of them one item shows, `shownItemFields` tells.
 */
export function shownFields(section: Section, jurisdiction: Jurisdiction, values: CardValues): readonly FieldKey[] {
  const card = viewCard({ jurisdiction, values, allowSamples: true });
  return fieldsOf[jurisdiction][section].filter((key) =>
    listOf(key) === null ? isShown(key, card, null) : shownWhen[key] !== never,
  );
}

/** The fields of one contact or one bank account in the order of the screen. */
export function shownItemFields(
  list: ItemList,
  itemId: string,
  jurisdiction: Jurisdiction,
  values: CardValues,
): readonly FieldKey[] {
  const card = viewCard({ jurisdiction, values, allowSamples: true });
  return SECTIONS.flatMap((section) => fieldsOf[jurisdiction][section]).filter(
    (key) => listOf(key) === list && isShown(key, card, itemId),
  );
}

function isShown(key: FieldKey, card: CardView, itemId: string | null): boolean {
  const condition = shownWhen[key];
  if (condition === undefined) return true;
  if (condition === never) return false;
  return holds(condition, card, itemId) || card.value(key, itemId) !== null;
}

const fieldsOf: Record<Jurisdiction, Record<Section, readonly FieldKey[]>> = byJurisdiction((jurisdiction) =>
  bySection((section) => fieldKeysIn(jurisdiction).filter((key) => specOf(key).section === section)),
);

function byJurisdiction<T>(make: (jurisdiction: Jurisdiction) => T): Record<Jurisdiction, T> {
  // the keys are exactly this list
  return Object.fromEntries(JURISDICTIONS.map((each) => [each, make(each)])) as Record<Jurisdiction, T>;
}

function bySection<T>(make: (section: Section) => T): Record<Section, T> {
  // the keys are exactly this list
  return Object.fromEntries(SECTIONS.map((each) => [each, make(each)])) as Record<Section, T>;
}

/** The kind of public place stands apart in Hungary only; regions are part of an address in Russia and the US. */
function address(
  name: 'registeredAddress' | 'deliveryAddress' | 'postalAddress' | 'billingAddress',
  when: Condition,
): Partial<Record<FieldKey, Condition>> {
  const only: Partial<Record<(typeof ADDRESS_PARTS)[number], readonly Jurisdiction[]>> = {
    streetType: ['HU'],
    region: ['RU', 'US', 'EU'],
  };
  return Object.fromEntries(
    ADDRESS_PARTS.map((part) => [`${name}.${part}`, { all: [when, { in: only[part] ?? JURISDICTIONS }] }]),
  );
}
