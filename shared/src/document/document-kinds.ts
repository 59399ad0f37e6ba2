import type { Condition } from '../card/condition.ts';
import type { Jurisdiction } from '../card/jurisdiction.ts';
import { byFactor, byHouse, byLaw, type RequirementSource } from '../card/requirement.ts';
import type { RequiredForm } from './required-form.ts';

/** When a document falls due: so many days after the card was begun, or after the day of the contract. */
export interface DueRule {
  readonly days: number;
  readonly from: 'card-begun' | 'contract-date';
}

/** Who gets it: whoever works on the card, or the office. */
export type DocumentOwner = 'rep' | 'office';

export interface DocumentTypeRule {
  /** Absent: everywhere. */
  readonly jurisdictions?: readonly Jurisdiction[];
  /** The form in which it counts, unless somebody agreed otherwise for one document. */
  readonly form: RequiredForm;
  readonly due: DueRule | null;
  readonly owner: DocumentOwner;
  /** A law is named only where its text was read; none of these was, so they say so. */
  readonly source: RequirementSource;
  /** When the checklist asks for it; `false`: never by itself, it is added when it turns up. */
  readonly asked: boolean | Condition;
}

const signsBy = (basis: string): Condition => ({
  someItem: 'contacts',
  where: {
    all: [
      { is: 'contacts.*.signs', oneOf: [true] },
      { is: 'contacts.*.authorityBasis', oneOf: [basis] },
    ],
  },
});
const factoringPlanned: Condition = { is: 'factoringPlanned', oneOf: [true] };

/**
 * Every kind of document a card can hold, in the order of the checklist. A key is never reused for another meaning;
 * its name is a text in three languages.
 */
export const documentTypes = {
  'register-extract': rule('copy', { days: 14, from: 'card-begun' }, 'rep', byFactor, { asked: true }),
  'signing-specimen': rule('copy', { days: 14, from: 'card-begun' }, 'rep', byFactor, {
    jurisdictions: ['HU'],
    asked: true,
  }),
  'signature-card': rule('copy', { days: 14, from: 'card-begun' }, 'rep', byFactor, {
    jurisdictions: ['RU'],
    asked: factoringPlanned,
  }),
  articles: rule('copy', { days: 14, from: 'card-begun' }, 'rep', byFactor, { asked: signsBy('articles') }),
  'power-of-attorney': rule('copy', { days: 7, from: 'card-begun' }, 'rep', byFactor, {
    asked: signsBy('power-of-attorney'),
  }),
  'supply-contract': rule('paper-original', { days: 30, from: 'contract-date' }, 'rep', byFactor, { asked: true }),
  'three-party-agreement': rule('paper-original', { days: 30, from: 'contract-date' }, 'office', byFactor, {
    jurisdictions: ['RU'],
    asked: factoringPlanned,
  }),
  'w-9': rule('copy', { days: 14, from: 'card-begun' }, 'rep', byLaw, { jurisdictions: ['US'], asked: true }),
  'privacy-notice': rule('copy', null, 'rep', byLaw, { asked: false }),
  'assignment-deed': rule('paper-original', null, 'office', byFactor, { asked: false }),
  'signed-notice': rule('paper-original', null, 'rep', byFactor, { asked: false }),
  'stamped-receipt': rule('copy', null, 'rep', byHouse, { asked: false }),
  other: rule('copy', null, 'rep', byHouse, { asked: false }),
} as const satisfies Record<string, DocumentTypeRule>;

export type DocumentType = keyof typeof documentTypes;

function rule(
  form: RequiredForm,
  due: DueRule | null,
  owner: DocumentOwner,
  source: RequirementSource,
  rest: Pick<DocumentTypeRule, 'asked' | 'jurisdictions'>,
): DocumentTypeRule {
  return { form, due, owner, source, ...rest };
}

export function isDocumentType(key: string): key is DocumentType {
  return Object.hasOwn(documentTypes, key);
}

export function documentTypeOf(key: DocumentType): DocumentTypeRule {
  return documentTypes[key];
}

/** The kinds a card of this jurisdiction can hold, in the order of the checklist. */
export function documentTypesIn(jurisdiction: Jurisdiction): readonly DocumentType[] {
  return Object.keys(documentTypes)
    .filter(isDocumentType)
    .filter((key) => documentTypeOf(key).jurisdictions?.includes(jurisdiction) ?? true);
}
