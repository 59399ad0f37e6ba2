import type { Condition } from './condition.ts';
import { EU_COUNTRIES } from './jurisdiction.ts';
import { byFactor, byHouse, byLaw, mustHave, shouldHave, type RequirementRule } from './requirement.ts';

export const isPrivatePerson: Condition = {
  any: [
    { is: 'navCustomerStatus', oneOf: ['PRIVATE_PERSON'] },
    { is: 'legalForm', oneOf: ['private-person'] },
  ],
};

/** Money will move on the account: collected, paid back, or the factor compares it with its own records. */
export const accountIsUsed: Condition = {
  any: [
    { is: 'directDebit', oneOf: [true] },
    { is: 'refundsExpected', oneOf: [true] },
    { is: 'factoringPlanned', oneOf: [true] },
  ],
};

export const hasAccountNumber: Condition = {
  any: [
    { has: 'bankAccounts.*.giro' },
    { has: 'bankAccounts.*.iban' },
    { has: 'bankAccounts.*.account' },
    { has: 'bankAccounts.*.usAccount' },
  ],
};

const knownByCountry: Condition = {
  any: [
    { not: { has: 'country' } },
    { all: [{ in: ['HU'] }, { is: 'country', oneOf: ['HU'] }] },
    { all: [{ in: ['RU'] }, { is: 'country', oneOf: ['RU'] }] },
    { all: [{ in: ['US'] }, { is: 'country', oneOf: ['US'] }] },
    { all: [{ in: ['EU'] }, { is: 'country', oneOf: EU_COUNTRIES }] },
  ],
};

/** Asked of a customer in every country: who it is, where it sits, on what terms it pays. */
export const requirementsCommon = {
  country: mustHave('company', 'country', { filled: 'country' }, byHouse),
  'country-of-card': mustHave('company', 'country', { consistent: knownByCountry }, byHouse),
  'legal-name': mustHave('company', 'legalName', { filled: 'legalName' }, byLaw),
  'legal-form': mustHave('company', 'legalForm', { filled: 'legalForm' }, byHouse),
  'tax-status': mustHave('company', 'taxStatus', { filled: 'taxStatus' }, byLaw, { when: { not: isPrivatePerson } }),
  'registered-address': mustHave('addresses', 'registeredAddress.zip', { address: 'registeredAddress' }, byLaw),
  'delivery-address': mustHave('addresses', 'deliveryAddress.zip', { address: 'deliveryAddress' }, byHouse, {
    when: { is: 'deliveryDiffers', oneOf: [true] },
  }),
  'postal-address': mustHave('addresses', 'postalAddress.zip', { address: 'postalAddress' }, byHouse, {
    when: { is: 'postalDiffers', oneOf: [true] },
  }),
  'contract-number': mustHave('terms', 'contractNumber', { filled: 'contractNumber' }, byFactor),
  'contract-date': mustHave('terms', 'contractDate', { filled: 'contractDate' }, byFactor),
  'payment-terms': mustHave('terms', 'paymentTermsDays', { filled: 'paymentTermsDays' }, byHouse),
  currency: mustHave('terms', 'currency', { filled: 'currency' }, byHouse),
  'purchase-order-how': mustHave('terms', 'purchaseOrderHow', { filled: 'purchaseOrderHow' }, byHouse, {
    when: { is: 'purchaseOrderRequired', oneOf: [true] },
  }),
  'client-manager': mustHave('terms', 'clientManager', { filled: 'clientManager' }, byHouse),
  'bank-account': mustHave(
    'bank',
    'bankAccounts.*.holderName',
    { items: 'bankAccounts', where: hasAccountNumber },
    byFactor,
    {
      jurisdictions: ['HU', 'EU', 'US'],
      when: accountIsUsed,
    },
  ),
  'bank-account-useful': shouldHave(
    'bank',
    'bankAccounts.*.holderName',
    { items: 'bankAccounts', where: hasAccountNumber },
    byHouse,
    { jurisdictions: ['HU', 'EU', 'US'], when: { not: accountIsUsed } },
  ),
  'account-holder': shouldHave('bank', 'bankAccounts.*.holderName', { filled: 'bankAccounts.*.holderName' }, byFactor, {
    each: { list: 'bankAccounts', where: hasAccountNumber },
  }),
  'bank-country': shouldHave(
    'bank',
    'bankAccounts.*.bic',
    {
      consistent: { agrees: { of: 'bankAccounts.*.bic', from: 4, to: 6 }, with: { of: 'bankAccounts.*.iban', to: 2 } },
    },
    byHouse,
    { jurisdictions: ['HU', 'EU'], each: { list: 'bankAccounts' } },
  ),
  'account-abroad': shouldHave(
    'bank',
    'bankAccounts.*.iban',
    { consistent: { agrees: { of: 'bankAccounts.*.iban', to: 2 }, with: { of: 'country' } } },
    byHouse,
    { jurisdictions: ['HU', 'EU'], each: { list: 'bankAccounts' } },
  ),
  'privacy-notice': shouldHave('people', 'privacyNoticeGivenOn', { filled: 'privacyNoticeGivenOn' }, byLaw, {
    jurisdictions: ['HU', 'EU', 'RU'],
  }),
  'preferred-language': shouldHave('people', 'preferredLanguage', { filled: 'preferredLanguage' }, byHouse),
} as const satisfies Record<string, RequirementRule>;
