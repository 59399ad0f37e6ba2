import type { MergeClass } from '../sync/table.ts';
import type { choicesOf } from './card-choices.ts';
import type { IdentifierKind } from './identifiers/identifier.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** The sections of a card, in the order a rep fills them and accounting keys them. */
export const SECTIONS = ['company', 'people', 'addresses', 'bank', 'terms', 'invoicing', 'factoring'] as const;
export type Section = (typeof SECTIONS)[number];

export type ChoiceList = keyof typeof choicesOf;

export type FieldKind =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'long-text'; readonly max: number }
  | { readonly kind: 'identifier'; readonly identifier: IdentifierKind }
  | { readonly kind: 'choice'; readonly choices: ChoiceList }
  | { readonly kind: 'day' }
  | { readonly kind: 'whole-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'email' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'country' }
  | { readonly kind: 'currency' }
  | { readonly kind: 'language' }
  | { readonly kind: 'person' };

export type FieldSpec = FieldKind & {
  readonly section: Section;
  readonly merge: MergeClass;
  /** Absent: everywhere. */
  readonly in?: readonly Jurisdiction[];
  /** Lets one reach the customer: not shown to accounting. */
  readonly reach?: true;
};

const hard = { merge: 'hard' } as const;
const soft = { merge: 'soft' } as const;
const text = (max: number) => ({ kind: 'text', max }) as const;
const id = (identifier: IdentifierKind) => ({ kind: 'identifier', identifier }) as const;
const choice = (choices: ChoiceList) => ({ kind: 'choice', choices }) as const;
const tick = { kind: 'tick' } as const;
const day = { kind: 'day' } as const;

/** The parts of one address; street type and door as in NAV's detailed address (HU). */
const addressParts = {
  country: { kind: 'country' },
  zip: text(12),
  city: text(80),
  region: text(80),
  street: text(120),
  streetType: text(40),
  houseNumber: text(40),
} as const;

type AddressPart = keyof typeof addressParts;
type Address = 'registeredAddress' | 'deliveryAddress' | 'postalAddress' | 'billingAddress';

function address<A extends Address>(
  name: A,
  rest: Pick<FieldSpec, 'section' | 'merge'>,
): Record<`${A}.${AddressPart}`, FieldSpec> {
  const entries = Object.entries(addressParts).map(([part, kind]) => [`${name}.${part}`, { ...kind, ...rest }]);
  // the keys are made from exactly these two lists
  return Object.fromEntries(entries) as Record<`${A}.${AddressPart}`, FieldSpec>;
}

/**
 * THE FIELD LIST: every value a card can hold, by path. `contacts.*` and `bankAccounts.*` repeat; on a card
 * the star is the item's id. Adding a field is one line here and its words in three languages.
 */
export const cardFields = {
  // company and register
  country: { kind: 'country', section: 'company', ...hard },
  taxNumber: { ...id('hu.tax-number'), section: 'company', ...hard, in: ['HU'] },
  inn: { ...id('ru.inn'), section: 'company', ...hard, in: ['RU'] },
  kpp: { ...id('ru.kpp'), section: 'company', ...hard, in: ['RU'] },
  ein: { ...id('us.ein'), section: 'company', ...hard, in: ['US'] },
  legalName: { ...text(300), section: 'company', ...hard },
  shortName: { ...text(160), section: 'company', ...soft, in: ['RU', 'HU'] },
  tradeName: { ...text(160), section: 'company', ...soft, in: ['US', 'EU'] },
  legalForm: { ...choice('legalForm'), section: 'company', ...hard },
  taxStatus: { ...choice('taxStatus'), section: 'company', ...hard },
  navCustomerStatus: { ...choice('navCustomerStatus'), section: 'company', ...hard, in: ['HU'] },
  groupTaxNumber: { ...id('hu.group-tax-number'), section: 'company', ...hard, in: ['HU'] },
  euVatNumber: { ...id('eu.vat'), section: 'company', ...hard, in: ['HU', 'EU'] },
  notRegisteredBecause: { ...text(200), section: 'company', ...soft, in: ['EU'] },
  registerNumber: { ...id('hu.register-number'), section: 'company', ...hard, in: ['HU'] },
  soleTraderNumber: { ...id('hu.sole-trader-number'), section: 'company', ...hard, in: ['HU'] },
  personalTaxId: { ...id('hu.personal-tax-id'), section: 'company', ...hard, in: ['HU'] },
  statisticalCode: { ...id('hu.statistical-code'), section: 'company', ...soft, in: ['HU'] },
  ogrn: { ...id('ru.ogrn'), section: 'company', ...hard, in: ['RU'] },
  ogrnip: { ...id('ru.ogrnip'), section: 'company', ...hard, in: ['RU'] },
  okpo: { ...id('ru.okpo'), section: 'company', ...soft, in: ['RU'] },
  okved: { ...id('ru.okved'), section: 'company', ...soft, in: ['RU'] },
  nationalRegisterId: { ...text(60), section: 'company', ...hard, in: ['EU'] },
  viesResult: { ...choice('viesResult'), section: 'company', ...soft, in: ['EU'] },
  viesCheckedOn: { ...day, section: 'company', ...soft, in: ['EU'] },
  viesReference: { ...text(60), section: 'company', ...soft, in: ['EU'] },
  crossesCustoms: { ...tick, section: 'company', ...soft, in: ['EU', 'HU'] },
  eori: { ...id('eori'), section: 'company', ...hard, in: ['EU', 'HU'] },
  lei: { ...id('lei'), section: 'company', ...hard, in: ['EU', 'HU', 'US'] },
  stateOfOrganisation: { ...id('us.state'), section: 'company', ...hard, in: ['US'] },
  w9TaxClass: { ...choice('w9TaxClass'), section: 'company', ...hard, in: ['US'] },
  w9ExemptPayeeCode: { ...text(4), section: 'company', ...soft, in: ['US'] },
  w9FatcaCode: { ...text(4), section: 'company', ...soft, in: ['US'] },
  w9SignedBy: { ...text(120), section: 'company', ...soft, in: ['US'] },
  w9SignedOn: { ...day, section: 'company', ...soft, in: ['US'] },
  taxExemptSales: { ...tick, section: 'company', ...soft, in: ['US'] },
  resaleCertificate: { ...text(60), section: 'company', ...soft, in: ['US'] },
  // people and authority
  'contacts.*.name': { ...text(120), section: 'people', ...hard },
  'contacts.*.position': { ...text(120), section: 'people', ...soft },
  'contacts.*.role': { ...choice('contactRole'), section: 'people', ...soft },
  'contacts.*.phone': { kind: 'phone', section: 'people', ...soft, reach: true },
  'contacts.*.email': { kind: 'email', section: 'people', ...soft, reach: true },
  'contacts.*.language': { kind: 'language', section: 'people', ...soft },
  'contacts.*.signs': { ...tick, section: 'people', ...hard },
  'contacts.*.signingRule': { ...choice('signingRule'), section: 'people', ...hard },
  'contacts.*.authorityBasis': { ...choice('authorityBasis'), section: 'people', ...hard },
  'contacts.*.authorityReference': { ...text(120), section: 'people', ...hard },
  'contacts.*.authorityValidUntil': { ...day, section: 'people', ...hard },
  'contacts.*.removed': { ...tick, section: 'people', ...soft },
  preferredLanguage: { kind: 'language', section: 'people', ...soft },
  toneNote: { kind: 'long-text', max: 2000, section: 'people', merge: 'additive' },
  privacyNoticeGivenOn: { ...day, section: 'people', ...soft },
  // addresses
  ...address('registeredAddress', { section: 'addresses', merge: 'hard' }),
  deliveryDiffers: { ...tick, section: 'addresses', ...soft },
  ...address('deliveryAddress', { section: 'addresses', merge: 'soft' }),
  postalDiffers: { ...tick, section: 'addresses', ...soft },
  ...address('postalAddress', { section: 'addresses', merge: 'soft' }),
  // bank
  'bankAccounts.*.holderName': { ...text(200), section: 'bank', ...hard },
  'bankAccounts.*.giro': { ...id('hu.giro'), section: 'bank', ...hard, in: ['HU'] },
  'bankAccounts.*.bik': { ...id('ru.bik'), section: 'bank', ...hard, in: ['RU'] },
  'bankAccounts.*.account': { ...id('ru.account'), section: 'bank', ...hard, in: ['RU'] },
  'bankAccounts.*.corrAccount': { ...id('ru.corr-account'), section: 'bank', ...hard, in: ['RU'] },
  'bankAccounts.*.aba': { ...id('us.aba'), section: 'bank', ...hard, in: ['US'] },
  'bankAccounts.*.usAccount': { ...id('us.account'), section: 'bank', ...hard, in: ['US'] },
  'bankAccounts.*.iban': { ...id('iban'), section: 'bank', ...hard, in: ['HU', 'EU'] },
  'bankAccounts.*.bic': { ...id('bic'), section: 'bank', ...hard, in: ['HU', 'EU', 'US'] },
  'bankAccounts.*.bankName': { ...text(200), section: 'bank', ...soft },
  'bankAccounts.*.currency': { kind: 'currency', section: 'bank', ...soft },
  'bankAccounts.*.removed': { ...tick, section: 'bank', ...soft },
  // contract and terms
  contractNumber: { ...text(80), section: 'terms', ...hard },
  contractDate: { ...day, section: 'terms', ...hard },
  paymentTermsDays: { kind: 'whole-number', min: 0, max: 365, section: 'terms', ...hard },
  currency: { kind: 'currency', section: 'terms', ...hard },
  purchaseOrderRequired: { ...tick, section: 'terms', ...soft },
  purchaseOrderHow: { ...text(200), section: 'terms', ...soft },
  directDebit: { ...tick, section: 'terms', ...soft },
  refundsExpected: { ...tick, section: 'terms', ...soft },
  clientManager: { kind: 'person', section: 'terms', ...hard },
  // invoicing channel
  invoiceChannel: { ...choice('invoiceChannel'), section: 'invoicing', ...hard },
  invoiceEmail: { kind: 'email', section: 'invoicing', ...hard, reach: true },
  peppolId: { ...id('peppol'), section: 'invoicing', ...hard, in: ['HU', 'EU'] },
  edoOperator: { ...choice('edoOperator'), section: 'invoicing', ...hard, in: ['RU'] },
  edoParticipantId: { ...text(60), section: 'invoicing', ...hard, in: ['RU'] },
  mchdNumber: { ...text(60), section: 'invoicing', ...soft, in: ['RU'] },
  ediAddress: { ...text(120), section: 'invoicing', ...hard },
  portalAddress: { ...text(200), section: 'invoicing', ...soft },
  invoiceLanguage: { kind: 'language', section: 'invoicing', ...soft },
  billingDiffers: { ...tick, section: 'invoicing', ...soft },
  ...address('billingAddress', { section: 'invoicing', merge: 'hard' }),
  // factoring
  factoringPlanned: { ...tick, section: 'factoring', ...soft },
  assignmentBan: { ...choice('assignmentBan'), section: 'factoring', ...soft },
  noticeLanguage: { kind: 'language', section: 'factoring', ...soft },
  noticeDepartment: { ...text(160), section: 'factoring', ...soft },
} as const satisfies Record<string, FieldSpec>;

/** A line of the field list: `legalName`, `registeredAddress.zip`, `contacts.*.phone`. */
export type FieldKey = keyof typeof cardFields;

/** A concrete path on one card: the star replaced by the item's id. */
export type CardPath = string;
