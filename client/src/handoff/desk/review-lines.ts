import { cardFields, SECTIONS, type CardPath, type FieldKey, type Section } from '@cession/shared/card/card-fields.ts';
import { isFieldKey, itemOf, itemPath, ITEM_LISTS, specOf, type ItemList } from '@cession/shared/card/card-path.ts';
import type { CardValue, CardValues } from '@cession/shared/card/card.ts';
import { checkField } from '@cession/shared/card/check-field.ts';
import { shownFields } from '@cession/shared/card/shown-fields.ts';
import type { AddressName } from '@cession/shared/card/requirement.ts';
import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import { addressLine } from './address-line.ts';

/** One line of the card as accounting keys it. */
export type ReviewLine = FieldLine | AddressLine;

interface LineBase {
  /** The field a return or a question names. */
  readonly path: CardPath;
  /** Changed since the revision that was returned last. */
  readonly changed: boolean;
}

export interface FieldLine extends LineBase {
  readonly kind: 'field';
  readonly key: FieldKey;
  readonly value: CardValue | null;
  readonly before: CardValue | null;
  /** A value is there, and this person may not see it. */
  readonly hidden: boolean;
  /** A check digit agrees. */
  readonly proven: boolean;
}

/** An address stands in one line; its parts are fields of their own. */
export interface AddressLine extends LineBase {
  readonly kind: 'address';
  readonly name: AddressName;
  readonly value: string;
  readonly before: string;
}

export interface ReviewGroup {
  readonly section: Section;
  /** A contact or an account; null for the section's own lines. */
  readonly item: { readonly list: ItemList; readonly id: string; readonly removed: boolean } | null;
  readonly lines: readonly ReviewLine[];
}

type Snapshot = Pick<QueueItemView, 'values' | 'hidden' | 'changes'> & {
  readonly row: Pick<QueueItemView['row'], 'jurisdiction' | 'country'>;
};

/** The card in the order it is keyed: only fields that hold something, or held something before. */
export function reviewGroups(view: Snapshot): readonly ReviewGroup[] {
  const sheet = sheetOf(view);
  return SECTIONS.flatMap((section): ReviewGroup[] => {
    const keys = Object.keys(cardFields)
      .filter(isFieldKey)
      .filter((key) => specOf(key).section === section);
    const own: ReviewGroup = { section, item: null, lines: keys.flatMap((key) => ownLines(key, sheet)) };
    const list = ITEM_LISTS.find((each) => keys.some((key) => key.startsWith(`${each}.`)));
    const items =
      list === undefined ? [] : itemIds(list, sheet.paths).map((id) => itemGroup(section, list, id, keys, sheet));
    return [own, ...items].filter((group) => group.lines.length > 0 || group.item?.removed === true);
  });
}

interface Sheet {
  readonly view: Snapshot;
  readonly before: CardValues;
  readonly paths: ReadonlySet<CardPath>;
  readonly changed: ReadonlySet<CardPath>;
}

function sheetOf(view: Snapshot): Sheet {
  const before: Record<string, CardValue> = { ...view.values };
  for (const change of view.changes) {
    if (change.before === null) delete before[change.path];
    else before[change.path] = change.before;
  }
  const changed = new Set(view.changes.map(({ path }) => path));
  return { view, before, changed, paths: new Set([...Object.keys(view.values), ...view.hidden, ...changed]) };
}

const ADDRESS = /^(registeredAddress|deliveryAddress|postalAddress|billingAddress)\.(\w+)$/;

function ownLines(key: FieldKey, sheet: Sheet): ReviewLine[] {
  if (key.includes('*')) return [];
  const address = ADDRESS.exec(key);
  // One line per address, where its first part would stand.
  if (address) return address[2] === 'country' ? addressLines(address[1] as AddressName, sheet) : []; // the pattern's names
  return fieldLines(key, key, sheet);
}

function itemGroup(section: Section, list: ItemList, id: string, keys: readonly FieldKey[], sheet: Sheet): ReviewGroup {
  const removed = sheet.view.values[itemPath(list, id, 'removed')] === true;
  const own = keys.filter((key) => key.startsWith(`${list}.`) && !key.endsWith('.removed'));
  const lines = removed ? [] : own.flatMap((key) => fieldLines(key, key.replace('*', id), sheet));
  const justRemoved = removed && sheet.changed.has(itemPath(list, id, 'removed'));
  return { section, item: { list, id, removed: justRemoved }, lines };
}

function itemIds(list: ItemList, paths: ReadonlySet<CardPath>): readonly string[] {
  const ids = [...paths].flatMap((path) => {
    const item = itemOf(path);
    return item?.list === list ? [item.itemId] : [];
  });
  return [...new Set(ids)].toSorted();
}

function fieldLines(key: FieldKey, path: CardPath, sheet: Sheet): FieldLine[] {
  const { view, before, changed, paths } = sheet;
  if (!paths.has(path)) return [];
  const value = view.values[path] ?? null;
  // A tick nobody set says nothing.
  if (value === false && !changed.has(path)) return [];
  const context = { jurisdiction: view.row.jurisdiction, values: view.values, allowSamples: true };
  const check = value === null ? null : checkField(path, value, context);
  return [
    {
      kind: 'field',
      key,
      path,
      value,
      before: before[path] ?? null,
      changed: changed.has(path),
      hidden: view.hidden.includes(path),
      proven: check?.ok === true && check.proven,
    },
  ];
}

function addressLines(name: AddressName, sheet: Sheet): AddressLine[] {
  const parts = [...sheet.paths].filter((path) => path.startsWith(`${name}.`));
  const country = sheet.view.row.country;
  const value = addressLine(sheet.view.values, name, country);
  const before = addressLine(sheet.before, name, country);
  if (value === '' && before === '') return [];
  const path = parts.find((each) => each === `${name}.street`) ?? parts[0] ?? `${name}.street`;
  return [{ kind: 'address', name, path, value, before, changed: parts.some((each) => sheet.changed.has(each)) }];
}

/** Fields this card could hold and does not: what a return may ask for. Lists are asked for by their star. */
export function emptyFields(view: Snapshot): readonly CardPath[] {
  const filled = new Set([...Object.keys(view.values), ...view.hidden]);
  return SECTIONS.flatMap((section) => shownFields(section, view.row.jurisdiction, view.values)).filter(
    (key) => !key.includes('*') && !filled.has(key),
  );
}
