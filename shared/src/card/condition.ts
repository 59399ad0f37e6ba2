import type { CardValue } from './card.ts';
import type { FieldKey } from './card-fields.ts';
import type { ItemList } from './card-path.ts';
import type { CardView } from './card-view.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** Characters of a number in its storage form, end not included; `digits` drops everything else first. */
export interface Part {
  readonly of: FieldKey;
  readonly from?: number;
  readonly to?: number;
  readonly digits?: true;
}

/**
 * When a rule applies, as plain data: it travels as JSON, so a house rule can be kept in a database. Inside
 * `someItem`, and in a rule that looks at each item, `contacts.*.x` means that one item.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly in: readonly Jurisdiction[] }
  | { readonly has: FieldKey }
  | { readonly is: FieldKey; readonly oneOf: readonly CardValue[] }
  | { readonly over: FieldKey; readonly limit: number }
  | { readonly long: FieldKey; readonly oneOf: readonly number[] }
  | { readonly part: Part; readonly oneOf: readonly string[] }
  /** Holds too while either side is empty: two values that are not there cannot disagree. */
  | { readonly agrees: Part; readonly with: Part }
  | { readonly someItem: ItemList; readonly where: Condition };

/** True where the condition holds for the card, or for one item of it. */
export function holds(condition: Condition, card: CardView, item: string | null = null): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, card, item));
  if ('any' in condition) return condition.any.some((each) => holds(each, card, item));
  if ('not' in condition) return !holds(condition.not, card, item);
  if ('in' in condition) return condition.in.includes(card.jurisdiction);
  if ('has' in condition) return card.value(condition.has, item) !== null;
  if ('is' in condition) {
    const value = card.value(condition.is, item);
    return value !== null && condition.oneOf.includes(value);
  }
  if ('over' in condition) {
    const value = card.value(condition.over, item);
    return typeof value === 'number' && value > condition.limit;
  }
  if ('long' in condition) return condition.oneOf.includes(card.text(condition.long, item).length);
  if ('part' in condition) return condition.oneOf.includes(read(condition.part, card, item));
  if ('agrees' in condition) {
    const [left, right] = [read(condition.agrees, card, item), read(condition.with, card, item)];
    return left === '' || right === '' || left === right;
  }
  return card.items(condition.someItem).some((id) => holds(condition.where, card, id));
}

function read(part: Part, card: CardView, item: string | null): string {
  const text = card.text(part.of, item);
  return (part.digits ? text.replace(/\D/g, '') : text).slice(part.from ?? 0, part.to);
}
