import type { Condition } from './condition.ts';
import { isPrivatePerson } from './requirements-everywhere.ts';
import { byFactor, byHouse, byLaw, lawRead, mustHave, shouldHave, type RequirementRule } from './requirement.ts';

const signs: Condition = { is: 'contacts.*.signs', oneOf: [true] };
const signsByName: Condition = { all: [signs, { has: 'contacts.*.name' }] };
const byPowerOfAttorney: Condition = { is: 'contacts.*.authorityBasis', oneOf: ['power-of-attorney'] };
/** A private person signs for nobody but themselves. */
const isCompany: Condition = { not: isPrivatePerson };
const bySpecimen: Condition = { is: 'contacts.*.authorityBasis', oneOf: ['specimen'] };
const canBeReached: Condition = {
  all: [{ has: 'contacts.*.name' }, { any: [{ has: 'contacts.*.phone' }, { has: 'contacts.*.email' }] }],
};

/** Who speaks and who signs for the customer. */
export const requirementsPeople = {
  contact: mustHave('people', 'contacts.*.name', { items: 'contacts', where: canBeReached }, byHouse),
  'contact-email-right': mustHave('people', 'contacts.*.email', { rightIfGiven: ['contacts.*.email'] }, byHouse),
  'contact-phone-right': shouldHave('people', 'contacts.*.phone', { rightIfGiven: ['contacts.*.phone'] }, byHouse),
  signatory: mustHave('people', 'contacts.*.signs', { items: 'contacts', where: signsByName }, byFactor),
  'signing-rule': mustHave('people', 'contacts.*.signingRule', { filled: 'contacts.*.signingRule' }, byFactor, {
    jurisdictions: ['RU', 'EU', 'US'],
    when: isCompany,
    each: { list: 'contacts', where: signs },
  }),
  'hu-signing-rule': mustHave(
    'people',
    'contacts.*.signingRule',
    { filled: 'contacts.*.signingRule' },
    lawRead('Ctv. (2006:V) 8. §'),
    { jurisdictions: ['HU'], when: isCompany, each: { list: 'contacts', where: signs } },
  ),
  'joint-signatories': mustHave(
    'people',
    'contacts.*.signs',
    { items: 'contacts', where: signsByName, count: 2 },
    byFactor,
    {
      when: {
        someItem: 'contacts',
        where: { all: [signs, { is: 'contacts.*.signingRule', oneOf: ['joint'] }] },
      },
    },
  ),
  authority: mustHave('people', 'contacts.*.authorityBasis', { filled: 'contacts.*.authorityBasis' }, byFactor, {
    when: isCompany,
    each: { list: 'contacts', where: signs },
  }),
  'power-of-attorney': mustHave(
    'people',
    'contacts.*.authorityReference',
    { filled: 'contacts.*.authorityReference' },
    byFactor,
    { each: { list: 'contacts', where: { all: [signs, byPowerOfAttorney] } } },
  ),
  // A number written down proves nothing to a factor who has never met the person who signs.
  'power-of-attorney-photo': mustHave(
    'people',
    'contacts.*.authorityReference',
    { document: 'power-of-attorney' },
    byFactor,
    { each: { list: 'contacts', where: { all: [signs, byPowerOfAttorney] } }, since: '2026.2' },
  ),
  'signing-specimen-photo': shouldHave(
    'people',
    'contacts.*.authorityBasis',
    { document: 'signing-specimen' },
    byFactor,
    { jurisdictions: ['HU'], each: { list: 'contacts', where: { all: [signs, bySpecimen] } }, since: '2026.2' },
  ),
  'authority-valid': mustHave(
    'people',
    'contacts.*.authorityValidUntil',
    { notPassed: 'contacts.*.authorityValidUntil' },
    byLaw,
    { each: { list: 'contacts', where: signs } },
  ),
  'power-of-attorney-until': shouldHave(
    'people',
    'contacts.*.authorityValidUntil',
    { filled: 'contacts.*.authorityValidUntil' },
    byFactor,
    { each: { list: 'contacts', where: { all: [signs, byPowerOfAttorney] } } },
  ),
} as const satisfies Record<string, RequirementRule>;
