import type { FieldKey, Section } from './card-fields.ts';
import type { ItemList } from './card-path.ts';
import type { Condition } from './condition.ts';
import type { Jurisdiction } from './jurisdiction.ts';

export type AddressName = 'registeredAddress' | 'deliveryAddress' | 'postalAddress' | 'billingAddress';

/** What must be there. */
export type Need =
  /** A value, and a right one. `forgive`: a failing check digit is somebody else's line. */
  | { readonly filled: FieldKey; readonly forgive?: 'check-digit' }
  /** At least one of these, right. */
  | { readonly anyOf: readonly FieldKey[] }
  | { readonly address: AddressName }
  /** At least `count` items (one, if not said) for which the condition holds. */
  | { readonly items: ItemList; readonly where: Condition; readonly count?: number }
  /** These may be empty; what is given must be right. Repeating fields: on every item. */
  | { readonly rightIfGiven: readonly FieldKey[]; readonly only?: 'check-digit'; readonly forgive?: 'check-digit' }
  /** A day that has not passed. */
  | { readonly notPassed: FieldKey }
  /** A document of this type, photographed or filed: a promise of one is not enough. Keys: `document-kinds.ts`. */
  | { readonly document: string }
  /** Two statements on the card must not contradict each other. */
  | { readonly consistent: Condition };

/**
 * Who demands it. A citation is printed only where the text of the rule was read; otherwise it says `unverified`
 * and screens call it unverified too.
 */
export interface RequirementSource {
  readonly by: 'law' | 'factor' | 'house';
  readonly citation: string;
}

/** One line of the gate, as plain data. */
export interface RequirementRule {
  /** Absent: everywhere. */
  readonly jurisdictions?: readonly Jurisdiction[];
  readonly when?: Condition;
  /** The need is looked at once for every item for which the condition holds. */
  readonly each?: { readonly list: ItemList; readonly where?: Condition };
  readonly need: Need;
  /** Where a person goes to mend it, unless the need knows better. */
  readonly path: FieldKey;
  readonly section: Section;
  readonly severity: 'block' | 'warn';
  readonly source: RequirementSource;
  /** The ruleset that introduced it. */
  readonly since: string;
}

export const UNVERIFIED = 'unverified';
const since = '2026.1';

/** Where and how strong: one argument each would read worse in a list of a hundred. */
type Rest = Partial<Pick<RequirementRule, 'jurisdictions' | 'when' | 'each' | 'since'>>;

export const byLaw = { by: 'law', citation: UNVERIFIED } as const;
export const byFactor = { by: 'factor', citation: UNVERIFIED } as const;
export const byHouse = { by: 'house', citation: UNVERIFIED } as const;

/** A statute or an official rule book whose text was read. */
export function lawRead(citation: string): RequirementSource {
  return { by: 'law', citation };
}

/** The card cannot be handed over without it. */
export function mustHave(
  section: Section,
  path: FieldKey,
  need: Need,
  source: RequirementSource,
  rest: Rest = {},
): RequirementRule {
  return { since, ...rest, need, path, section, severity: 'block', source };
}

/** Worth a look; the card may go without. */
export function shouldHave(
  section: Section,
  path: FieldKey,
  need: Need,
  source: RequirementSource,
  rest: Rest = {},
): RequirementRule {
  return { since, ...rest, need, path, section, severity: 'warn', source };
}
