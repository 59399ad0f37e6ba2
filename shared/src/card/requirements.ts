import { SECTIONS } from './card-fields.ts';
import { JURISDICTIONS, type Jurisdiction } from './jurisdiction.ts';
import type { RequirementRule } from './requirement.ts';
import { requirementsCommon } from './requirements-everywhere.ts';
import { requirementsEuropeanUnion } from './requirements-european-union.ts';
import { requirementsHungary } from './requirements-hungary.ts';
import { requirementsInvoicing } from './requirements-invoicing.ts';
import { requirementsNumbers } from './requirements-numbers.ts';
import { requirementsPeople } from './requirements-people.ts';
import { requirementsRussia } from './requirements-russia.ts';
import { requirementsUnitedStates } from './requirements-united-states.ts';

/**
 * THE GATE'S LINES by id: everything that may stand between a card and accounting. An id is never reused for
 * another meaning; its name and what happens without it are texts in three languages.
 */
export const requirements = {
  ...requirementsCommon,
  ...requirementsHungary,
  ...requirementsRussia,
  ...requirementsEuropeanUnion,
  ...requirementsUnitedStates,
  ...requirementsPeople,
  ...requirementsInvoicing,
  ...requirementsNumbers,
} as const satisfies Record<string, RequirementRule>;

export type RequirementId = keyof typeof requirements;

export type Requirement = RequirementRule & { readonly id: RequirementId };

export function requirementOf(id: RequirementId): Requirement {
  return { ...requirements[id], id };
}

function isRequirementId(id: string): id is RequirementId {
  return Object.hasOwn(requirements, id);
}

const inForce: Record<Jurisdiction, readonly Requirement[]> = {
  HU: collect('HU'),
  RU: collect('RU'),
  EU: collect('EU'),
  US: collect('US'),
};

/** What may be asked of a card of this jurisdiction, in the order the sections are filled. */
export function requirementsIn(jurisdiction: Jurisdiction): readonly Requirement[] {
  return inForce[jurisdiction];
}

function collect(jurisdiction: Jurisdiction): Requirement[] {
  const order = (requirement: Requirement) => SECTIONS.indexOf(requirement.section);
  return Object.keys(requirements)
    .filter(isRequirementId)
    .map(requirementOf)
    .filter((requirement) => (requirement.jurisdictions ?? JURISDICTIONS).includes(jurisdiction))
    .toSorted((left, right) => order(left) - order(right));
}
