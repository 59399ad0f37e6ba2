import { itemOf, itemPath, type ItemList as ListName } from '@cession/shared/card/card-path.ts';
import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { pathOf, viewCard } from '@cession/shared/card/card-view.ts';
import { shownItemFields } from '@cession/shared/card/shown-fields.ts';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { newId } from '../device/new-id.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { PressRow, Row } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { RowWord } from '../ui/row-word.tsx';
import { showToast } from '../ui/toast.tsx';
import { CardField } from './card-field.tsx';
import { itemTitle, itemDetail } from './item-words.ts';
import { editsAt } from './form-state.ts';
import { useItemGaps } from './use-item-gaps.ts';
import { itemRowId, useOpenItem } from './use-open-item.ts';
import type { SectionForm } from './use-section-form.ts';

interface ItemListProps {
  form: SectionForm;
  list: ListName;
  arrival: { path: CardPath; because: string | undefined } | null;
  notes: Readonly<Record<CardPath, ReactNode>>;
}

/** Contacts or bank accounts: each a row that says who or what it is; one at a time is open to be filled. */
export function ItemList({ form, list, arrival, notes }: ItemListProps) {
  const text = useText();
  const { t } = text;
  const items = viewCard({ ...form.rules, values: form.values }).items(list);
  const { open, setOpen, addButton } = useOpenItem(() => openedBy(arrival?.path, list, items), items);
  const gaps = useItemGaps(form);
  const shown = open === null || items.includes(open) ? items : [...items, open];
  const remove = (item: string) => {
    const name = itemTitle(text, list, item, form.values);
    const paths = [
      ...Object.keys(form.state.edits).filter((path) => itemOf(path)?.itemId === item),
      itemPath(list, item, 'removed'),
    ];
    const before = editsAt(form.state, paths);
    form.type(itemPath(list, item, 'removed'), true);
    setOpen(null);
    showToast(t('capture.item.removed', { name }), () => form.send({ type: 'put-back', edits: before }));
  };
  return (
    <div className="grid grid-cols-1 gap-3">
      <RowList title={t(`capture.item.${list}`)}>
        {shown.length === 0 && (
          <Row title={<span className="font-normal text-ink-2">{t(`capture.item.none.${list}`)}</span>} />
        )}
        {shown.map((item) =>
          item === open ? (
            <li key={item} id={itemRowId(item)} tabIndex={-1} className="grid grid-cols-1 gap-5 px-4 py-4 outline-none">
              <ItemFields form={form} list={list} item={item} arrival={arrival} notes={notes} />
              <div className="flex flex-wrap justify-between gap-2">
                <Button onPress={() => setOpen(null)}>{t('capture.item.done')}</Button>
                <Button look="danger" onPress={() => remove(item)}>
                  {t('capture.item.remove')}
                </Button>
              </div>
            </li>
          ) : (
            <PressRow
              key={item}
              id={itemRowId(item)}
              title={itemTitle(text, list, item, form.values)}
              detail={itemDetail(text, list, item, form.values)}
              end={<RowWord done={(gaps.get(item) ?? 0) === 0}>{endWord(gaps.get(item) ?? 0)}</RowWord>}
              onPress={() => setOpen(item)}
            />
          ),
        )}
      </RowList>
      <div>
        <Button ref={addButton} icon={<Plus aria-hidden size={18} />} onPress={() => setOpen(newId())}>
          {t(`capture.item.add.${list}`)}
        </Button>
      </div>
    </div>
  );

  function endWord(count: number): string {
    return count === 0 ? t('capture.item.edit') : t('capture.toAdd', { count });
  }
}

function ItemFields({ form, list, item, arrival, notes }: ItemListProps & { item: string }) {
  return shownItemFields(list, item, form.rules.jurisdiction, form.values).map((key) => {
    const path = pathOf(key, item);
    const isAskedFor = arrival?.path === path || arrival?.path === key;
    return (
      <CardField
        key={path}
        form={form}
        path={path}
        arrivedBecause={isAskedFor ? arrival.because : undefined}
        note={notes[path] ?? (isAskedFor ? notes[key] : undefined)}
      />
    );
  });
}

/** A link to a field of an item opens that item; a link to an item that does not exist yet begins it. */
function openedBy(path: CardPath | undefined, list: ListName, items: readonly string[]): string | null {
  if (path === undefined || !path.startsWith(`${list}.`)) return null;
  const known = itemOf(path)?.itemId;
  return known !== undefined && items.includes(known) ? known : newId();
}
