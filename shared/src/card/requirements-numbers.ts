import { byHouse, mustHave, type RequirementRule } from './requirement.ts';

/** Numbers nobody asks for may stay empty; a wrong one is worse than none. These come last: who asks speaks first. */
export const requirementsNumbers = {
  'numbers-right': mustHave(
    'company',
    'lei',
    { rightIfGiven: ['groupTaxNumber', 'personalTaxId', 'statisticalCode', 'okpo', 'okved', 'eori', 'lei'] },
    byHouse,
  ),
  'vat-number-right': mustHave('company', 'euVatNumber', { rightIfGiven: ['euVatNumber'] }, byHouse, {
    jurisdictions: ['HU'],
  }),
  'account-numbers-right': mustHave(
    'bank',
    'bankAccounts.*.iban',
    {
      rightIfGiven: [
        'bankAccounts.*.iban',
        'bankAccounts.*.giro',
        'bankAccounts.*.bic',
        'bankAccounts.*.aba',
        'bankAccounts.*.usAccount',
      ],
    },
    byHouse,
  ),
} as const satisfies Record<string, RequirementRule>;
