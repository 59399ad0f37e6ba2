import type { CardValues } from '@cession/shared/card/card.ts';
import { itemOf } from '@cession/shared/card/card-path.ts';
import type { GateLine } from '@cession/shared/card/gate.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { UNVERIFIED } from '@cession/shared/card/requirement.ts';
import { requirements, type RequirementId } from '@cession/shared/card/requirements.ts';
import type { Text } from '../text/texts.ts';
import { requirementName, requirementWhy } from './card-words.ts';
import { itemTitle } from './item-words.ts';

/** "Authority to sign of Kiss Éva": the requirement, and whose it is where there are several. */
export function gapTitle(text: Text, line: GateLine, values: CardValues): string {
  const name = requirementName(text.t, line.requirement);
  const item = itemOf(line.path);
  if (item === null) return name;
  return text.t('capture.gap.of', { name, item: itemTitle(text, item.list, item.itemId, values) });
}

/** "Factor asks · without it the notice cannot be presented". */
export function gapWhy(
  { t }: Text,
  { requirement }: Pick<GateLine, 'requirement'>,
  jurisdiction: Jurisdiction,
): string {
  return `${sourceText(t, requirement, jurisdiction)} · ${requirementWhy(t, requirement)}`;
}

/** Who demands it. A law whose text nobody has read is not printed as one that was. */
export function sourceText(t: Text['t'], id: RequirementId, jurisdiction: Jurisdiction): string {
  const { by, citation } = requirements[id].source;
  if (by !== 'law') return t(`requirement.source.${by}`);
  return t(citation === UNVERIFIED ? 'requirement.source.law.unverified' : 'requirement.source.law', { jurisdiction });
}
