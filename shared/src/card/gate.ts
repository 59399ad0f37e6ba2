import type { Day } from '../kernel/instant.ts';
import type { CardValues } from './card.ts';
import type { CardPath, Section } from './card-fields.ts';
import { viewCard, type CardView } from './card-view.ts';
import { holds } from './condition.ts';
import type { HeldDocument } from './held-document.ts';
import type { IdentifierProblem } from './identifiers/identifier.ts';
import { judgeNeed, type Finding } from './judge-need.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { requirements, requirementsIn, type Requirement, type RequirementId } from './requirements.ts';

export interface GateInput {
  readonly jurisdiction: Jurisdiction;
  readonly values: CardValues;
  /** Demo companies only: sample numbers from registries count as right. */
  readonly allowSamples: boolean;
  /** The day an authority to sign must still be valid on; null does not look. */
  readonly on: Day | null;
  /** What has been photographed or filed for the card; left out, nothing. */
  readonly documents?: readonly HeldDocument[];
}

export interface GateLine {
  readonly requirement: RequirementId;
  /** Where to go to mend it. A star in it (`contacts.*.name`) means: add an item first. */
  readonly path: CardPath;
  readonly state: 'missing' | 'wrong';
  readonly problem: IdentifierProblem | null;
  /** The type of the document that lacks; the path then only says whose it is. Absent where a field lacks. */
  readonly document?: string;
}

export interface GateVerdict {
  /** The version of the rules that gave this verdict; stamped on every handoff. */
  readonly ruleset: string;
  /** `met` and what is missing always add up to `total`; a contradiction counts only while it stands. */
  readonly met: number;
  readonly total: number;
  /** What stands between this card and accounting. Empty: it may be handed over. */
  readonly missing: readonly GateLine[];
  /** Worth a look; does not block. */
  readonly warnings: readonly GateLine[];
}

export const RULESET = '2026.2';

/**
 * THE GATE: what a card still lacks, and why. The same on the phone and on the server: it reads nothing but its
 * argument, and the order of the lines does not depend on the order in which values were written.
 */
export function checkGate(input: GateInput): GateVerdict {
  const card = viewCard(input);
  const missing: GateLine[] = [];
  const warnings: GateLine[] = [];
  let met = 0;
  for (const requirement of requirementsIn(input.jurisdiction)) {
    const blocks = requirement.severity === 'block';
    for (const finding of judge(requirement, card, input)) {
      if (finding.met) met += blocks ? 1 : 0;
      else report(blocks ? missing : warnings, requirement.id, finding);
    }
  }
  return { ruleset: RULESET, met, total: met + missing.length, missing, warnings };
}

export interface SectionStatus {
  readonly toAdd: number;
  readonly toLookAt: number;
  readonly completed: boolean;
}

/** How a section of the card stands: what it lacks, and what is worth a look. */
export function sectionStatus(verdict: GateVerdict, section: Section): SectionStatus {
  // A document is added on the page of documents; no section can be completed with it.
  const within = (line: GateLine) => line.document === undefined && requirements[line.requirement].section === section;
  const toAdd = verdict.missing.filter(within).length;
  return { toAdd, toLookAt: verdict.warnings.filter(within).length, completed: toAdd === 0 };
}

function judge(requirement: Requirement, card: CardView, { on, documents = [] }: GateInput): Finding[] {
  if (requirement.when && !holds(requirement.when, card)) return [];
  const { each } = requirement;
  if (!each) return judgeNeed(requirement, card, null, on, documents);
  return card
    .items(each.list)
    .filter((item) => !each.where || holds(each.where, card, item))
    .flatMap((item) => judgeNeed(requirement, card, item, on, documents));
}

/** A wrong number is reported once, by the rule that asks for it. */
function report(lines: GateLine[], requirement: RequirementId, finding: Extract<Finding, { met: false }>): void {
  const { path, state, problem, document } = finding;
  const known = problem !== null && lines.some((line) => line.path === path && line.problem !== null);
  if (!known) lines.push({ requirement, path, state, problem, ...(document !== undefined && { document }) });
}
