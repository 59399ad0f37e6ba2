import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { fieldSpecOf } from '@cession/shared/card/card-path.ts';
import type { CardValues } from '@cession/shared/card/card.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { seesReach } from '@cession/shared/people/permissions.ts';

/** True for a field that lets one reach the customer. A path nobody knows is treated as one. */
export function isReach(path: CardPath): boolean {
  const spec = fieldSpecOf(path);
  return spec === null || spec.reach === true;
}

/** The values this person may see, and the names of the filled fields they may not. */
export function shownValues(actor: Actor, values: CardValues): { values: CardValues; hidden: readonly CardPath[] } {
  if (seesReach(actor)) return { values, hidden: [] };
  const entries = Object.entries(values);
  return {
    values: Object.fromEntries(entries.filter(([path]) => !isReach(path))),
    hidden: entries.flatMap(([path]) => (isReach(path) ? [path] : [])).toSorted(),
  };
}
