import type { Condition } from './condition.ts';
import { byFactor, byHouse, byLaw, lawRead, mustHave, shouldHave, type RequirementRule } from './requirement.ts';

const RU = { jurisdictions: ['RU'] } as const;
const accountKey = lawRead('Порядок ЦБ РФ № 515 от 08.09.1997');

/** ИП: said by the legal form, or, before that is chosen, by twelve digits in the ИНН. */
const isSoleTrader: Condition = {
  any: [{ is: 'legalForm', oneOf: ['ip'] }, { all: [{ not: { has: 'legalForm' } }, { long: 'inn', oneOf: [12] }] }],
};
const isOrganisation: Condition = { not: isSoleTrader };
const forSoleTrader = { ...RU, when: isSoleTrader } as const;
const forOrganisation = { ...RU, when: isOrganisation } as const;

const innContradictsForm: Condition = {
  all: [
    { has: 'legalForm' },
    {
      any: [
        { all: [isSoleTrader, { long: 'inn', oneOf: [10] }] },
        { all: [isOrganisation, { long: 'inn', oneOf: [12] }] },
      ],
    },
  ],
};

export const requirementsRussia = {
  'ru-inn': mustHave('company', 'inn', { filled: 'inn' }, byLaw, RU),
  'ru-inn-agrees': mustHave('company', 'inn', { consistent: { not: innContradictsForm } }, byLaw, RU),
  'ru-short-name': mustHave('company', 'shortName', { filled: 'shortName' }, byHouse, forOrganisation),
  'ru-kpp': mustHave('company', 'kpp', { filled: 'kpp' }, byLaw, forOrganisation),
  'ru-kpp-needless': mustHave('company', 'kpp', { consistent: { not: { has: 'kpp' } } }, byLaw, forSoleTrader),
  'ru-ogrn': mustHave('company', 'ogrn', { filled: 'ogrn' }, byFactor, forOrganisation),
  'ru-ogrn-needless': mustHave('company', 'ogrn', { consistent: { not: { has: 'ogrn' } } }, byHouse, forSoleTrader),
  'ru-ogrnip': mustHave('company', 'ogrnip', { filled: 'ogrnip' }, byFactor, forSoleTrader),
  'ru-ogrnip-needless': mustHave(
    'company',
    'ogrnip',
    { consistent: { not: { has: 'ogrnip' } } },
    byHouse,
    forOrganisation,
  ),
  'ru-patent': shouldHave(
    'company',
    'taxStatus',
    { consistent: { not: { is: 'taxStatus', oneOf: ['psn'] } } },
    byLaw,
    forOrganisation,
  ),
  'ru-head-position': mustHave('people', 'contacts.*.position', { filled: 'contacts.*.position' }, byFactor, {
    ...forOrganisation,
    each: { list: 'contacts', where: { is: 'contacts.*.signs', oneOf: [true] } },
  }),
  'ru-bank-account': mustHave(
    'bank',
    'bankAccounts.*.bik',
    { items: 'bankAccounts', where: { any: [{ has: 'bankAccounts.*.account' }, { has: 'bankAccounts.*.bik' }] } },
    byFactor,
    RU,
  ),
  'ru-bik': mustHave('bank', 'bankAccounts.*.bik', { filled: 'bankAccounts.*.bik' }, byFactor, {
    ...RU,
    each: { list: 'bankAccounts' },
  }),
  'ru-account': mustHave('bank', 'bankAccounts.*.account', { filled: 'bankAccounts.*.account' }, accountKey, {
    ...RU,
    each: { list: 'bankAccounts' },
  }),
  'ru-corr-account': mustHave(
    'bank',
    'bankAccounts.*.corrAccount',
    { filled: 'bankAccounts.*.corrAccount' },
    accountKey,
    { ...RU, each: { list: 'bankAccounts' } },
  ),
  'ru-treasury': shouldHave(
    'bank',
    'bankAccounts.*.bik',
    {
      consistent: {
        any: [{ not: { has: 'bankAccounts.*.bik' } }, { part: { of: 'bankAccounts.*.bik', to: 2 }, oneOf: ['04'] }],
      },
    },
    byHouse,
    { ...RU, each: { list: 'bankAccounts' } },
  ),
} as const satisfies Record<string, RequirementRule>;
