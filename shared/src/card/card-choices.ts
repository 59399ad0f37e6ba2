import type { Jurisdiction } from './jurisdiction.ts';

/** The closed lists a card chooses from. Codes are stored; words are texts per language. */
export const choicesOf = {
  legalForm: [
    'kft',
    'zrt',
    'nyrt',
    'bt',
    'kkt',
    'hu-sole-trader',
    'hu-branch',
    'hu-cooperative',
    'ooo',
    'ao',
    'pao',
    'ip',
    'ru-cooperative',
    'ru-state',
    'eu-limited',
    'eu-stock',
    'eu-partnership',
    'eu-sole-trader',
    'eu-cooperative',
    'llc',
    'corporation',
    'us-partnership',
    'us-sole-proprietor',
    'private-person',
    'other',
  ],
  taxStatus: [
    'vat-registered',
    'vat-exempt',
    'vat-group-member',
    'not-registered',
    'osno',
    'usn',
    'ausn',
    'psn',
    'sales-tax',
    'sales-tax-exempt',
  ],
  navCustomerStatus: ['DOMESTIC', 'OTHER', 'PRIVATE_PERSON'],
  viesResult: ['valid', 'not-valid', 'not-asked'],
  w9TaxClass: [
    'individual',
    'c-corporation',
    's-corporation',
    'partnership',
    'trust-estate',
    'llc-c',
    'llc-s',
    'llc-p',
    'other',
  ],
  contactRole: ['decision-maker', 'accounts-payable', 'signatory', 'operations', 'other'],
  signingRule: ['sole', 'joint'],
  authorityBasis: ['register', 'articles', 'power-of-attorney', 'specimen', 'officer'],
  invoiceChannel: ['paper', 'email', 'edi', 'peppol', 'edo', 'portal'],
  edoOperator: ['diadoc', 'sbis', 'kaluga-astral', 'taxcom', 'other'],
  assignmentBan: ['none', 'banned', 'unknown'],
} as const;

export type ChoiceListName = keyof typeof choicesOf;
export type Choice = (typeof choicesOf)[ChoiceListName][number];

const choicesByJurisdiction: Partial<Record<ChoiceListName, Record<Jurisdiction, readonly Choice[]>>> = {
  legalForm: {
    HU: ['kft', 'zrt', 'nyrt', 'bt', 'kkt', 'hu-sole-trader', 'hu-branch', 'hu-cooperative', 'private-person', 'other'],
    RU: ['ooo', 'ao', 'pao', 'ip', 'ru-cooperative', 'ru-state', 'other'],
    EU: ['eu-limited', 'eu-stock', 'eu-partnership', 'eu-sole-trader', 'eu-cooperative', 'private-person', 'other'],
    US: ['llc', 'corporation', 'us-partnership', 'us-sole-proprietor', 'other'],
  },
  taxStatus: {
    HU: ['vat-registered', 'vat-exempt', 'vat-group-member', 'not-registered'],
    RU: ['osno', 'usn', 'ausn', 'psn'],
    EU: ['vat-registered', 'vat-exempt', 'not-registered'],
    US: ['sales-tax', 'sales-tax-exempt'],
  },
  invoiceChannel: {
    HU: ['paper', 'email', 'edi', 'peppol', 'portal'],
    RU: ['paper', 'email', 'edo', 'portal'],
    EU: ['paper', 'email', 'edi', 'peppol', 'portal'],
    US: ['paper', 'email', 'edi', 'portal'],
  },
};

/** The choices offered on a card of this jurisdiction, in the order they are shown. */
export function choicesIn(list: ChoiceListName, jurisdiction: Jurisdiction): readonly Choice[] {
  return choicesByJurisdiction[list]?.[jurisdiction] ?? choicesOf[list];
}
