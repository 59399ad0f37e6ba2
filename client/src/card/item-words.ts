import { choicesOf } from '@cession/shared/card/card-choices.ts';
import { itemPath, type ItemList } from '@cession/shared/card/card-path.ts';
import type { CardValues } from '@cession/shared/card/card.ts';
import type { Text } from '../text/texts.ts';
import { choiceLabel, valueText } from './card-words.ts';

/** Who or what an item is, in one line. */
export function itemTitle(text: Text, list: ItemList, item: string, values: CardValues): string {
  const parts = list === 'contacts' ? ['name'] : ['iban', 'giro', 'account', 'usAccount', 'holderName'];
  for (const part of parts) {
    const path = itemPath(list, item, part);
    const value = values[path];
    if (value !== undefined) return valueText(text, path, value);
  }
  return text.t(`capture.item.unnamed.${list}`);
}

/** What else tells it from its neighbours. */
export function itemDetail(text: Text, list: ItemList, item: string, values: CardValues): string | undefined {
  const of = (part: string) => values[itemPath(list, item, part)];
  if (list === 'bankAccounts') return join([of('bankName'), of('currency')]);
  const role = choicesOf.contactRole.find((code) => code === of('role'));
  const signs = of('signs') === true ? text.t('capture.item.signs') : undefined;
  return join([of('position') ?? (role && choiceLabel(text.t, 'contactRole', role)), signs]);
}

function join(words: readonly unknown[]): string | undefined {
  return words.filter((word) => typeof word === 'string' && word !== '').join(' · ') || undefined;
}
