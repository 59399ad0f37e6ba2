import { cardFields, type CardPath } from '@cession/shared/card/card-fields.ts';
import { fieldKeyOf } from '@cession/shared/card/card-path.ts';
import type { CardValues } from '@cession/shared/card/card.ts';
import type { FieldChange } from '@cession/shared/handoff/queue-view.ts';

const order = new Map(Object.keys(cardFields).map((key, place) => [key, place]));

/** What differs between two snapshots of one card, in the order the card is keyed. */
export function fieldChanges(before: CardValues, after: CardValues): FieldChange[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths]
    .filter((path) => before[path] !== after[path])
    .toSorted(byPlace)
    .map((path) => ({ path, before: before[path] ?? null, after: after[path] ?? null }));
}

/** The order in which the desk keys a card: the field list, then the items of a list by their id. */
export function byPlace(a: CardPath, b: CardPath): number {
  return placeOf(a) - placeOf(b) || (a < b ? -1 : Number(a > b));
}

function placeOf(path: CardPath): number {
  const key = fieldKeyOf(path);
  return key === null ? order.size : (order.get(key) ?? order.size);
}
