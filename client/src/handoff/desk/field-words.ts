import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { fieldKeyOf, fieldSpecOf, itemOf } from '@cession/shared/card/card-path.ts';
import type { CardValue, CardValues } from '@cession/shared/card/card.ts';
import { fieldLabel, valueText } from '../../card/card-words.ts';
import { itemTitle } from '../../card/item-words.ts';
import type { Text } from '../../text/texts.ts';

/** The name of a field; of one in a list with the item it belongs to: "Phone · Bástya Imre". */
export function pathLabel(text: Text, path: CardPath, values: CardValues): string {
  const key = fieldKeyOf(path);
  if (key === null) return path;
  const item = itemOf(path);
  const address = /^(registeredAddress|deliveryAddress|postalAddress|billingAddress)\./.exec(path)?.[1];
  const label = fieldLabel(text.t, key);
  if (item !== null) return `${label} · ${itemTitle(text, item.list, item.itemId, values)}`;
  return isAddress(address) ? `${label} · ${text.t(`capture.address.${address}`)}` : label;
}

/** Who the ids on a card are, as far as the desk was told. */
export type Names = ReadonlyMap<string, string>;

/** A value in words; '' for an empty field. */
export function valueWords(text: Text, path: CardPath, value: CardValue | null, names: Names): string {
  if (value === null) return '';
  if (fieldSpecOf(path)?.kind === 'person') return names.get(String(value)) ?? text.t('queue.aColleague');
  return valueText(text, path, value);
}

type Address = 'registeredAddress' | 'deliveryAddress' | 'postalAddress' | 'billingAddress';

function isAddress(name: string | undefined): name is Address {
  return name !== undefined;
}
