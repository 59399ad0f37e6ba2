import { cardFields, type FieldKey } from '@cession/shared/card/card-fields.ts';
import { ITEM_LISTS, isFieldKey, itemOf, itemPath, specOf, type ItemList } from '@cession/shared/card/card-path.ts';
import type { CardValues } from '@cession/shared/card/card.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { seesReach } from '@cession/shared/people/permissions.ts';
import type { NameOf } from './names-in.ts';
import type { AcceptedCard } from './read-accepted.ts';

type Column = { readonly name: string; readonly cell: (card: AcceptedCard) => string };

/** One line per card under one line of names: what was decided first, then every field of the field list. */
export function exportTable(cards: readonly AcceptedCard[], actor: Actor, nameOf: NameOf): string[][] {
  const columns = [...decisionColumns, ...fieldColumns(cards, actor, nameOf)];
  return [columns.map(({ name }) => name), ...cards.map((card) => columns.map(({ cell }) => cell(card)))];
}

const decisionColumns: readonly Column[] = [
  { name: 'cardId', cell: ({ row }) => row.cardId },
  { name: 'revision', cell: ({ row }) => String(row.revision) },
  { name: 'acceptedAt', cell: ({ row }) => row.acceptedAt },
  { name: 'acceptedBy', cell: ({ row }) => row.acceptedByName },
  { name: 'owner', cell: ({ row }) => row.ownerName },
  { name: 'returns', cell: ({ row }) => String(row.returns) },
  { name: 'jurisdiction', cell: ({ row }) => row.jurisdiction },
  { name: 'primaryId', cell: ({ row }) => row.primaryId },
  { name: 'ruleset', cell: ({ handoff }) => handoff.snapshot.ruleset },
  { name: 'sha256', cell: ({ row }) => row.sha256 },
];

/** Repeating fields become `contacts.1.name`, `contacts.2.name` … for as many as the fullest card has. */
function fieldColumns(cards: readonly AcceptedCard[], actor: Actor, nameOf: NameOf): Column[] {
  const keys = Object.keys(cardFields)
    .filter(isFieldKey)
    .filter((key) => !key.endsWith('.removed') && (specOf(key).reach !== true || seesReach(actor)));
  const columns: Column[] = keys
    .filter((key) => !key.includes('*'))
    .map((key) => ({ name: key, cell: cellOf(key, nameOf) }));
  for (const list of ITEM_LISTS) {
    const most = Math.max(0, ...cards.map(({ handoff }) => itemIds(handoff.snapshot.values, list).length));
    const parts = keys.filter((key) => key.startsWith(`${list}.*.`)).map((key) => key.slice(list.length + 3));
    for (let place = 0; place < most; place += 1) {
      columns.push(...parts.map((part) => itemColumn(list, place, part)));
    }
  }
  return columns;
}

/** A colleague is written by name: nobody keys an id. */
function cellOf(key: FieldKey, nameOf: NameOf) {
  return ({ handoff }: AcceptedCard): string => {
    const value = String(handoff.snapshot.values[key] ?? '');
    return specOf(key).kind === 'person' ? nameOf(value) || value : value;
  };
}

function itemColumn(list: ItemList, place: number, part: string): Column {
  return {
    name: `${list}.${place + 1}.${part}`,
    cell: ({ handoff: { snapshot } }) => {
      const itemId = itemIds(snapshot.values, list)[place];
      return itemId === undefined ? '' : String(snapshot.values[itemPath(list, itemId, part)] ?? '');
    },
  };
}

/** Ids sort by age. An item that was removed is no longer part of the card. */
function itemIds(values: CardValues, list: ItemList): string[] {
  const ids = new Set<string>();
  for (const path of Object.keys(values)) {
    const item = itemOf(path);
    if (item?.list === list && values[itemPath(list, item.itemId, 'removed')] !== true) ids.add(item.itemId);
  }
  return [...ids].toSorted();
}
