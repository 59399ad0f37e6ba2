import type { Condition } from './condition.ts';
import { byFactor, byLaw, mustHave, shouldHave, type RequirementRule } from './requirement.ts';

const US = { jurisdictions: ['US'] } as const;
const formIs = (...forms: string[]): Condition => ({ is: 'legalForm', oneOf: forms });
const classIs = (...classes: string[]): Condition => ({ is: 'w9TaxClass', oneOf: classes });

const buysTaxFree: Condition = {
  any: [
    { is: 'taxExemptSales', oneOf: [true] },
    { is: 'taxStatus', oneOf: ['sales-tax-exempt'] },
  ],
};

/** A one-member LLC that the IRS disregards files under its owner, so `individual` fits an LLC too. */
const classFitsForm: Condition = {
  any: [
    { not: { has: 'w9TaxClass' } },
    { all: [formIs('llc'), classIs('llc-c', 'llc-s', 'llc-p', 'individual', 'other')] },
    { all: [formIs('corporation'), classIs('c-corporation', 's-corporation')] },
    { all: [formIs('us-partnership'), classIs('partnership')] },
    { all: [formIs('us-sole-proprietor'), classIs('individual')] },
    { not: formIs('llc', 'corporation', 'us-partnership', 'us-sole-proprietor') },
  ],
};

export const requirementsUnitedStates = {
  'us-ein': mustHave('company', 'ein', { filled: 'ein' }, byLaw, US),
  'us-tax-class': mustHave('company', 'w9TaxClass', { filled: 'w9TaxClass' }, byLaw, US),
  'us-tax-class-agrees': shouldHave('company', 'w9TaxClass', { consistent: classFitsForm }, byLaw, US),
  'us-w9-signed-by': mustHave('company', 'w9SignedBy', { filled: 'w9SignedBy' }, byLaw, US),
  'us-w9-signed-on': mustHave('company', 'w9SignedOn', { filled: 'w9SignedOn' }, byLaw, US),
  'us-state': mustHave('company', 'stateOfOrganisation', { filled: 'stateOfOrganisation' }, byFactor, {
    ...US,
    when: { not: formIs('us-sole-proprietor') },
  }),
  'us-resale-certificate': mustHave('company', 'resaleCertificate', { filled: 'resaleCertificate' }, byLaw, {
    ...US,
    when: buysTaxFree,
  }),
  'us-routing-number': mustHave('bank', 'bankAccounts.*.aba', { filled: 'bankAccounts.*.aba' }, byFactor, {
    ...US,
    each: { list: 'bankAccounts' },
  }),
  'us-account': mustHave('bank', 'bankAccounts.*.usAccount', { filled: 'bankAccounts.*.usAccount' }, byFactor, {
    ...US,
    each: { list: 'bankAccounts' },
  }),
} as const satisfies Record<string, RequirementRule>;
