import type { Condition } from './condition.ts';
import { isPrivatePerson } from './requirements-everywhere.ts';
import { byFactor, byHouse, byLaw, lawRead, mustHave, shouldHave, type RequirementRule } from './requirement.ts';

const HU = { jurisdictions: ['HU'] } as const;
/** The rule book NAV publishes with its invoice interface; rule names as printed there. */
const nav = (rule: string) => lawRead(`NAV Online Számla 3.0: ${rule}`);

const isDomestic: Condition = {
  not: { any: [isPrivatePerson, { is: 'navCustomerStatus', oneOf: ['OTHER'] }] },
};
const vatCodeIs = (...codes: string[]): Condition => ({ part: { of: 'taxNumber', from: 9, to: 10 }, oneOf: codes });
const taxStatusIs = (...statuses: string[]): Condition => ({ is: 'taxStatus', oneOf: statuses });
const formIs = (...forms: string[]): Condition => ({ is: 'legalForm', oneOf: forms });
const registerFormIs = (code: string): Condition => ({ part: { of: 'registerNumber', from: 3, to: 5 }, oneOf: [code] });

const isGroupMember: Condition = { any: [taxStatusIs('vat-group-member'), vatCodeIs('4')] };
const isRegisteredCompany = formIs('kft', 'zrt', 'nyrt', 'bt', 'kkt', 'hu-branch', 'hu-cooperative');

const statusContradictsVatCode: Condition = {
  any: [
    { all: [vatCodeIs('4'), { has: 'taxStatus' }, { not: taxStatusIs('vat-group-member') }] },
    { all: [vatCodeIs('1', '2', '3'), taxStatusIs('vat-group-member')] },
    { all: [vatCodeIs('1'), taxStatusIs('vat-registered')] },
    { all: [vatCodeIs('2', '3'), taxStatusIs('vat-exempt', 'not-registered')] },
  ],
};

const registerFormFits: Condition = {
  any: [
    { not: { has: 'registerNumber' } },
    { all: [formIs('kft'), registerFormIs('09')] },
    { all: [formIs('bt'), registerFormIs('06')] },
    { all: [formIs('zrt', 'nyrt'), registerFormIs('10')] },
    { all: [formIs('hu-branch'), registerFormIs('17')] },
    { not: formIs('kft', 'bt', 'zrt', 'nyrt', 'hu-branch') },
  ],
};

const hasCompanyNumbers: Condition = {
  any: [{ has: 'taxNumber' }, { has: 'groupTaxNumber' }, { has: 'euVatNumber' }, { has: 'registerNumber' }],
};
const euVatCore = { of: 'euVatNumber', from: 2 } as const;

export const requirementsHungary = {
  'hu-nav-status': mustHave(
    'company',
    'navCustomerStatus',
    { filled: 'navCustomerStatus' },
    nav('customerVatStatus'),
    HU,
  ),
  'hu-tax-number': mustHave('company', 'taxNumber', { filled: 'taxNumber' }, nav('customerTaxNumber'), {
    ...HU,
    when: isDomestic,
  }),
  'hu-tax-number-of-group': mustHave(
    'company',
    'taxNumber',
    { consistent: { not: vatCodeIs('5') } },
    nav('customerTaxNumber, groupMemberTaxNumber'),
    HU,
  ),
  'hu-vat-status-agrees': mustHave('company', 'taxStatus', { consistent: { not: statusContradictsVatCode } }, byLaw, {
    ...HU,
    when: isDomestic,
  }),
  'hu-group-number': mustHave(
    'company',
    'groupTaxNumber',
    { filled: 'groupTaxNumber' },
    nav('customerTaxNumber, vatCode 4'),
    { ...HU, when: { all: [isDomestic, isGroupMember] } },
  ),
  'hu-eu-vat-agrees': mustHave(
    'company',
    'euVatNumber',
    {
      consistent: {
        any: [
          { all: [{ has: 'taxNumber' }, { agrees: euVatCore, with: { of: 'taxNumber', to: 8 } }] },
          { all: [{ has: 'groupTaxNumber' }, { agrees: euVatCore, with: { of: 'groupTaxNumber', to: 8 } }] },
          { not: { all: [{ has: 'euVatNumber' }, { has: 'taxNumber' }] } },
        ],
      },
    },
    byHouse,
    { ...HU, when: isDomestic },
  ),
  'hu-register-number': mustHave('company', 'registerNumber', { filled: 'registerNumber' }, byFactor, {
    ...HU,
    when: isRegisteredCompany,
  }),
  'hu-register-form': shouldHave('company', 'registerNumber', { consistent: registerFormFits }, byHouse, HU),
  'hu-sole-trader-number': mustHave('company', 'soleTraderNumber', { filled: 'soleTraderNumber' }, byFactor, {
    ...HU,
    when: formIs('hu-sole-trader'),
  }),
  'hu-statistical-agrees': mustHave(
    'company',
    'statisticalCode',
    { consistent: { agrees: { of: 'statisticalCode', to: 8 }, with: { of: 'taxNumber', to: 8 } } },
    byHouse,
    HU,
  ),
  'hu-private-person-agrees': mustHave(
    'company',
    'navCustomerStatus',
    {
      consistent: {
        not: {
          any: [
            {
              all: [
                { has: 'navCustomerStatus' },
                formIs('private-person'),
                { not: { is: 'navCustomerStatus', oneOf: ['PRIVATE_PERSON'] } },
              ],
            },
            {
              all: [
                { has: 'legalForm' },
                { not: formIs('private-person') },
                { is: 'navCustomerStatus', oneOf: ['PRIVATE_PERSON'] },
              ],
            },
          ],
        },
      },
    },
    nav('customerVatStatus'),
    HU,
  ),
  'hu-private-person-numbers': mustHave(
    'company',
    'taxNumber',
    { consistent: { not: hasCompanyNumbers } },
    nav('CUSTOMER_DATA_NOT_EXPECTED'),
    { ...HU, when: isPrivatePerson },
  ),
  'hu-personal-tax-id-needless': mustHave(
    'company',
    'personalTaxId',
    { consistent: { any: [isPrivatePerson, { not: { has: 'personalTaxId' } }] } },
    byHouse,
    HU,
  ),
  'hu-account-number': mustHave(
    'bank',
    'bankAccounts.*.giro',
    { anyOf: ['bankAccounts.*.giro', 'bankAccounts.*.iban'] },
    byFactor,
    { ...HU, each: { list: 'bankAccounts' } },
  ),
  'hu-iban-agrees': mustHave(
    'bank',
    'bankAccounts.*.iban',
    {
      consistent: {
        any: [
          { not: { part: { of: 'bankAccounts.*.iban', to: 2 }, oneOf: ['HU'] } },
          {
            agrees: { of: 'bankAccounts.*.iban', from: 4, to: 20 },
            with: { of: 'bankAccounts.*.giro', digits: true, to: 16 },
          },
        ],
      },
    },
    byHouse,
    { ...HU, each: { list: 'bankAccounts' } },
  ),
  'hu-peppol-agrees': shouldHave(
    'invoicing',
    'peppolId',
    {
      consistent: {
        any: [
          { not: { part: { of: 'peppolId', to: 7 }, oneOf: ['9910:HU'] } },
          { agrees: { of: 'peppolId', from: 7 }, with: { of: 'taxNumber', to: 8 } },
        ],
      },
    },
    byHouse,
    HU,
  ),
  'hu-long-terms': shouldHave(
    'terms',
    'paymentTermsDays',
    { consistent: { not: { over: 'paymentTermsDays', limit: 60 } } },
    lawRead('Ptk. 6:130. §'),
    { ...HU, when: { not: isPrivatePerson } },
  ),
} as const satisfies Record<string, RequirementRule>;
