import type { Condition } from './condition.ts';
import { byFactor, byHouse, lawRead, mustHave, shouldHave, type RequirementRule } from './requirement.ts';

const sentBy = (channel: string): { when: Condition } => ({ when: { is: 'invoiceChannel', oneOf: [channel] } });
const factored: Condition = { is: 'factoringPlanned', oneOf: [true] };

/** How the invoice reaches the customer, and what a factor wants to know before it buys one. */
export const requirementsInvoicing = {
  'invoice-channel': mustHave('invoicing', 'invoiceChannel', { filled: 'invoiceChannel' }, byHouse),
  'invoice-email': mustHave('invoicing', 'invoiceEmail', { filled: 'invoiceEmail' }, byHouse, sentBy('email')),
  'edi-address': mustHave('invoicing', 'ediAddress', { filled: 'ediAddress' }, byHouse, sentBy('edi')),
  'peppol-id': mustHave('invoicing', 'peppolId', { filled: 'peppolId' }, byHouse, sentBy('peppol')),
  'portal-address': mustHave('invoicing', 'portalAddress', { filled: 'portalAddress' }, byHouse, sentBy('portal')),
  'edo-operator': mustHave('invoicing', 'edoOperator', { filled: 'edoOperator' }, byHouse, sentBy('edo')),
  'edo-participant': mustHave('invoicing', 'edoParticipantId', { filled: 'edoParticipantId' }, byHouse, sentBy('edo')),
  'edo-power-of-attorney': shouldHave('invoicing', 'mchdNumber', { filled: 'mchdNumber' }, byFactor, {
    jurisdictions: ['RU'],
    when: {
      all: [
        { is: 'invoiceChannel', oneOf: ['edo'] },
        {
          someItem: 'contacts',
          where: {
            all: [
              { is: 'contacts.*.signs', oneOf: [true] },
              { is: 'contacts.*.authorityBasis', oneOf: ['power-of-attorney'] },
            ],
          },
        },
      ],
    },
  }),
  'billing-address': mustHave('invoicing', 'billingAddress.zip', { address: 'billingAddress' }, byHouse, {
    when: { is: 'billingDiffers', oneOf: [true] },
  }),
  'assignment-ban': shouldHave('factoring', 'assignmentBan', { filled: 'assignmentBan' }, byFactor, { when: factored }),
  'hu-assignment-ban': banned('HU', 'Ptk. 6:195. §'),
  'ru-assignment-ban': banned('RU', 'ГК РФ, ст. 388 п. 3, ст. 828'),
  'notice-language': shouldHave('factoring', 'noticeLanguage', { filled: 'noticeLanguage' }, byFactor, {
    when: factored,
  }),
  'notice-department': shouldHave('factoring', 'noticeDepartment', { filled: 'noticeDepartment' }, byFactor, {
    when: factored,
  }),
} as const satisfies Record<string, RequirementRule>;

/** The ban does not stop the factoring there, but whoever breaks it answers to the customer for it. */
function banned(jurisdiction: 'HU' | 'RU', citation: string): RequirementRule {
  const open: Condition = { not: { is: 'assignmentBan', oneOf: ['banned'] } };
  return shouldHave('factoring', 'assignmentBan', { consistent: open }, lawRead(citation), {
    jurisdictions: [jurisdiction],
    when: factored,
  });
}
