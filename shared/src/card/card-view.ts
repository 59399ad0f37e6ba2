import type { CardValue, CardValues } from './card.ts';
import type { CardPath, FieldKey } from './card-fields.ts';
import { ITEM_LISTS, itemOf, type ItemList } from './card-path.ts';
import { checkField, type FieldCheck } from './check-field.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** One card as the rules read it: by field, with the items of its lists found and each number checked once. */
export interface CardView {
  readonly jurisdiction: Jurisdiction;
  /** Ids of the items that have not been removed, in one order everywhere: object keys arrive in any order. */
  items: (list: ItemList) => readonly string[];
  /** null for an empty field; a text of spaces only is empty. */
  value: (key: FieldKey, item: string | null) => CardValue | null;
  /** The value as text in its storage form: a number typed with spaces reads like one without. */
  text: (key: FieldKey, item: string | null) => string;
  /** null for an empty field. */
  check: (key: FieldKey, item: string | null) => FieldCheck | null;
}

export interface CardViewInput {
  readonly jurisdiction: Jurisdiction;
  readonly values: CardValues;
  readonly allowSamples: boolean;
}

export function viewCard(input: CardViewInput): CardView {
  const { values } = input;
  const items = itemsOf(values);
  const checks = new Map<CardPath, FieldCheck>();

  function value(key: FieldKey, item: string | null): CardValue | null {
    const found = values[pathOf(key, item)] ?? null;
    return typeof found === 'string' && found.trim() === '' ? null : found;
  }

  function check(key: FieldKey, item: string | null): FieldCheck | null {
    const found = value(key, item);
    if (found === null) return null;
    const path = pathOf(key, item);
    const known = checks.get(path) ?? checkField(path, found, input);
    checks.set(path, known);
    return known;
  }

  return {
    jurisdiction: input.jurisdiction,
    items: (list) => items[list],
    value,
    check,
    text: (key, item) => String(check(key, item)?.value ?? ''),
  };
}

/** `contacts.*.phone` and an item's id make `contacts.<id>.phone`; other keys are paths already. */
export function pathOf(key: FieldKey, item: string | null): CardPath {
  return item === null ? key : key.replace('*', item);
}

/** The list a repeating field belongs to; null for a field that stands once. */
export function listOf(key: FieldKey): ItemList | null {
  return ITEM_LISTS.find((list) => key.startsWith(`${list}.`)) ?? null;
}

function itemsOf(values: CardValues): Record<ItemList, readonly string[]> {
  const found = { contacts: new Set<string>(), bankAccounts: new Set<string>() };
  for (const path of Object.keys(values)) {
    const item = itemOf(path);
    if (item && values[`${item.list}.${item.itemId}.removed`] !== true) found[item.list].add(item.itemId);
  }
  return { contacts: [...found.contacts].toSorted(), bankAccounts: [...found.bankAccounts].toSorted() };
}
