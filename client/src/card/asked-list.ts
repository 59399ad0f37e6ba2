import type { Card } from '@cession/shared/card/card.ts';
import { viewCard } from '@cession/shared/card/card-view.ts';
import { holds } from '@cession/shared/card/condition.ts';
import type { GateVerdict } from '@cession/shared/card/gate.ts';
import { UNVERIFIED, type RequirementSource } from '@cession/shared/card/requirement.ts';
import { requirementsIn, type RequirementId } from '@cession/shared/card/requirements.ts';
import type { Rules } from './form-state.ts';

export interface Asked {
  readonly id: RequirementId;
  readonly by: RequirementSource['by'];
  /** The text that was read; null where nobody has read it yet, and then nothing may be printed as law. */
  readonly citation: string | null;
  readonly lacking: boolean;
  /** The law asks for the same field of this card. */
  readonly lawToo: boolean;
}

/** Everything that is asked of this card as it stands, met or not, with who asks. Warnings are not demands. */
export function askedOf(
  card: Pick<Card, 'values'>,
  rules: Rules,
  verdict: Pick<GateVerdict, 'missing'>,
): readonly Asked[] {
  const view = viewCard({ ...rules, values: card.values });
  const inForce = requirementsIn(rules.jurisdiction).filter((requirement) => {
    if (requirement.severity !== 'block' || (requirement.when && !holds(requirement.when, view))) return false;
    const { each } = requirement;
    return !each || view.items(each.list).some((item) => !each.where || holds(each.where, view, item));
  });
  const byLaw = new Set(inForce.filter(({ source }) => source.by === 'law').map(({ path }) => path));
  return inForce.map(({ id, source, path }) => ({
    id,
    by: source.by,
    citation: source.citation === UNVERIFIED ? null : source.citation,
    lacking: verdict.missing.some((line) => line.requirement === id),
    lawToo: source.by !== 'law' && byLaw.has(path),
  }));
}
