import { cardFields, type CardPath, type FieldKey, type FieldSpec } from './card-fields.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** The lists that repeat on a card. */
export const ITEM_LISTS = ['contacts', 'bankAccounts'] as const;
export type ItemList = (typeof ITEM_LISTS)[number];

const ITEM = /^(contacts|bankAccounts)\.([0-9a-f-]{36})\.([A-Za-z]+)$/;

/** The line of the field list a path belongs to, or null: `contacts.<id>.phone` → `contacts.*.phone`. */
export function fieldKeyOf(path: CardPath): FieldKey | null {
  const item = ITEM.exec(path);
  const key = item ? `${item[1]}.*.${item[3]}` : path;
  return isFieldKey(key) && (item !== null || !key.includes('*')) ? key : null;
}

export function fieldSpecOf(path: CardPath): FieldSpec | null {
  const key = fieldKeyOf(path);
  return key === null ? null : specOf(key);
}

export function specOf(key: FieldKey): FieldSpec {
  return cardFields[key];
}

/** A concrete path: `itemPath('contacts', id, 'phone')` → `contacts.<id>.phone`. */
export function itemPath(list: ItemList, itemId: string, part: string): CardPath {
  return `${list}.${itemId}.${part}`;
}

/** The item a path belongs to: its list, id and part. null for a path that does not repeat. */
export function itemOf(path: CardPath): { list: ItemList; itemId: string; part: string } | null {
  const match = ITEM.exec(path);
  if (!match) return null;
  const [, list, itemId, part] = match;
  if (list === undefined || itemId === undefined || part === undefined) return null;
  return { list: list === 'contacts' ? 'contacts' : 'bankAccounts', itemId, part };
}

/** Fields of the list that a card of this jurisdiction can hold, in list order. */
export function fieldKeysIn(jurisdiction: Jurisdiction): FieldKey[] {
  return Object.keys(cardFields)
    .filter(isFieldKey)
    .filter((key) => specOf(key).in?.includes(jurisdiction) ?? true);
}

export function isFieldKey(key: string): key is FieldKey {
  return Object.hasOwn(cardFields, key);
}
