/**
 * The first `most` of what sorting all of them would give, equal ones in the order they came. Comparing names by a
 * language's rules is slow, and most of thousands are compared only once this way.
 */
export function firstInOrder<Item>(
  items: readonly Item[],
  most: number,
  compare: (left: Item, right: Item) => number,
): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) {
    const last = first[most - 1];
    if (last !== undefined && compare(item, last) >= 0) continue;
    const place = first.findLastIndex((other) => compare(other, item) <= 0) + 1;
    first.splice(place, 0, item);
    if (first.length > most) first.pop();
  }
  return first;
}
