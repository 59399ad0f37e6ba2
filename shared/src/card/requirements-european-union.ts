import type { Condition } from './condition.ts';
import { byFactor, byHouse, byLaw, mustHave, shouldHave, type RequirementRule } from './requirement.ts';

const EU = { jurisdictions: ['EU'] } as const;
const outsideVat: Condition = { is: 'taxStatus', oneOf: ['not-registered', 'vat-exempt'] };
const isPerson: Condition = { is: 'legalForm', oneOf: ['private-person'] };
const isRegistered: Condition = { not: { is: 'legalForm', oneOf: ['private-person', 'eu-sole-trader'] } };
const askedVies: Condition = { is: 'viesResult', oneOf: ['valid', 'not-valid'] };

/** VIES writes Greece EL, the country code is GR. */
const vatCountryAgrees: Condition = {
  any: [
    { agrees: { of: 'euVatNumber', to: 2 }, with: { of: 'country' } },
    {
      all: [
        { is: 'country', oneOf: ['GR'] },
        { part: { of: 'euVatNumber', to: 2 }, oneOf: ['EL'] },
      ],
    },
  ],
};

export const requirementsEuropeanUnion = {
  'eu-vat': mustHave('company', 'euVatNumber', { filled: 'euVatNumber', forgive: 'check-digit' }, byLaw, {
    ...EU,
    when: { not: { any: [outsideVat, isPerson] } },
  }),
  'eu-not-registered': mustHave(
    'company',
    'notRegisteredBecause',
    { anyOf: ['notRegisteredBecause', 'euVatNumber'] },
    byHouse,
    { ...EU, when: { all: [outsideVat, { not: isPerson }] } },
  ),
  'eu-vat-check-digit': shouldHave(
    'company',
    'euVatNumber',
    { rightIfGiven: ['euVatNumber'], only: 'check-digit' },
    byHouse,
    EU,
  ),
  'eu-vat-country': mustHave('company', 'euVatNumber', { consistent: vatCountryAgrees }, byHouse, EU),
  'eu-vies': shouldHave('company', 'viesResult', { consistent: askedVies }, byHouse, {
    ...EU,
    when: { has: 'euVatNumber' },
  }),
  'eu-vies-day': shouldHave('company', 'viesCheckedOn', { filled: 'viesCheckedOn' }, byHouse, {
    ...EU,
    when: askedVies,
  }),
  'eu-vies-says-no': shouldHave(
    'company',
    'viesResult',
    { consistent: { not: { is: 'viesResult', oneOf: ['not-valid'] } } },
    byHouse,
    EU,
  ),
  'eu-register-number': mustHave('company', 'nationalRegisterId', { filled: 'nationalRegisterId' }, byFactor, {
    ...EU,
    when: isRegistered,
  }),
  'eu-eori': mustHave('company', 'eori', { filled: 'eori' }, byLaw, {
    jurisdictions: ['EU', 'HU'],
    when: { is: 'crossesCustoms', oneOf: [true] },
  }),
  'eu-iban': mustHave('bank', 'bankAccounts.*.iban', { filled: 'bankAccounts.*.iban' }, byFactor, {
    ...EU,
    each: { list: 'bankAccounts' },
  }),
  'eu-long-terms': shouldHave(
    'terms',
    'paymentTermsDays',
    { consistent: { not: { over: 'paymentTermsDays', limit: 60 } } },
    byLaw,
    { ...EU, when: { not: isPerson } },
  ),
} as const satisfies Record<string, RequirementRule>;
