import type { CardPath, Section } from '@cession/shared/card/card-fields.ts';
import { fieldKeyOf, isFieldKey, specOf } from '@cession/shared/card/card-path.ts';

/** The section a field stands in; a path with a star is a field of an item that does not exist yet. */
export function sectionOf(path: CardPath): Section {
  const key = isFieldKey(path) ? path : fieldKeyOf(path);
  return key === null ? 'company' : specOf(key).section;
}

export const ADDRESSES = ['registeredAddress', 'deliveryAddress', 'postalAddress', 'billingAddress'] as const;
export type AddressName = (typeof ADDRESSES)[number];

/** The address a path is a part of. */
export function addressOf(path: CardPath): AddressName | null {
  return ADDRESSES.find((address) => path.startsWith(`${address}.`)) ?? null;
}

/** Where what lacks is added: a document on the page of documents, everything else at its field. */
export function gapHref(cardId: string, { path, document }: { path: CardPath; document?: string }): string {
  return document === undefined ? fieldHref(cardId, path) : `/cards/${cardId}/documents?type=${document}`;
}

/** Where a tap on a gap, a point or a question leads: the section, open at the field. */
export function fieldHref(cardId: string, path: CardPath): string {
  return `/cards/${cardId}/${sectionOf(path)}?field=${encodeURIComponent(path)}`;
}
