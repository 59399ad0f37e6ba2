import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import type { ReturnPoint } from '@cession/shared/handoff/return-reasons.ts';
import { useMemo, useState } from 'react';
import { readPreference, savePreference } from '../../device/preference.ts';
import { useDeskActor } from '../../people/desk/desk-actor.ts';
import { isLocale, localeNames, locales, type Locale } from '../../text/locale.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { pathLabel, valueWords, type Names } from './field-words.ts';
import { codeId, noteId, PointEditor } from './return-point.tsx';
import { changePoint, finishedPoints, lackOf, togglePoint, type DraftPoint } from './return-points.ts';
import { ReturnPreview } from './return-preview.tsx';
import { emptyFields, reviewGroups } from './review-lines.ts';
import { useTextIn } from './text-in.ts';

export interface ReturnDraft {
  readonly points: readonly DraftPoint[];
  readonly note: string;
}

interface ReturnDialogProps {
  view: QueueItemView;
  names: Names;
  draft: ReturnDraft;
  onChange: (draft: ReturnDraft) => void;
  onReturn: (points: ReturnPoint[], note: string) => void;
  onClose: () => void;
}

/** Which fields, why, and what the owner will read. Closing keeps what was written. */
export function ReturnDialog({ view, names, draft, onChange, onReturn, onClose }: ReturnDialogProps) {
  const { t } = useText();
  const [checked, setChecked] = useState(false);
  const [ownerLocale, chooseOwnerLocale] = useOwnerLocale(view.row.ownerId);
  const ownerText = useTextIn(ownerLocale);
  const { name } = useDeskActor();
  const send = () => {
    const finished = finishedPoints(draft.points);
    if (finished !== null) return onReturn(finished, draft.note.trim());
    setChecked(true);
    const first = draft.points.find((point) => lackOf(point) !== null);
    const id = first === undefined ? ADD_ID : lackOf(first) === 'code' ? codeId(first.path) : noteId(first.path);
    document.getElementById(id)?.focus();
  };
  return (
    <Dialog
      roomy
      title={t('queue.returnTitle', { name: view.row.name })}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onPress={send}>
            {t('queue.returnNow', { count: draft.points.length })}
          </Button>
          <Button onPress={onClose}>{t('action.later')}</Button>
        </>
      }
    >
      <div className="grid gap-5 desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ReturnForm {...{ view, names, draft, onChange, ownerText, checked }} />
        <section aria-label={t('queue.preview')} className="grid content-start gap-2">
          <h3 className="font-semibold">{t('queue.preview')}</h3>
          <Field label={t('queue.ownerReads', { name: view.row.ownerName })}>
            <Select<Locale>
              value={ownerLocale}
              choices={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
              onChange={chooseOwnerLocale}
            />
          </Field>
          <ReturnPreview text={ownerText} {...draft} byName={name} values={view.values} />
        </section>
      </div>
    </Dialog>
  );
}

const ADD_ID = 'add-point';

type ReturnFormProps = Pick<ReturnDialogProps, 'view' | 'names' | 'draft' | 'onChange'> & {
  ownerText: ReturnType<typeof useTextIn>;
  checked: boolean;
};

function ReturnForm({ view, names, draft, onChange, ownerText, checked }: ReturnFormProps) {
  const text = useText();
  const { t } = text;
  const put = (points: readonly DraftPoint[]) => onChange({ ...draft, points });
  const addable = useAddable(view, draft.points);
  return (
    <div className="grid content-start gap-4">
      {checked && draft.points.length === 0 && <Note tone="wrong" live title={t('queue.needField')} />}
      {draft.points.map((point) => (
        <PointEditor
          key={point.path}
          point={point}
          title={pathLabel(text, point.path, view.values)}
          field={pathLabel(ownerText, point.path, view.values)}
          value={valueWords(ownerText, point.path, view.values[point.path] ?? null, names)}
          ownerText={ownerText}
          checked={checked}
          onChange={(change) => put(changePoint(draft.points, point.path, change))}
          onRemove={() => put(togglePoint(draft.points, point.path))}
        />
      ))}
      <Field id={ADD_ID} label={t('queue.addPoint')} hint={t('queue.addPointHint')}>
        <Select
          value=""
          choices={addable.map((path) => ({ value: path, label: pathLabel(text, path, view.values) }))}
          onChange={(path) => put(togglePoint(draft.points, path))}
        />
      </Field>
      <Field label={t('queue.wholeNote')} optional>
        <Textarea value={draft.note} onChange={(note) => onChange({ ...draft, note: note.slice(0, 2000) })} rows={2} />
      </Field>
    </div>
  );
}

/** Every field of the card, the parts of addresses one by one, and the fields it does not fill yet. */
function useAddable(view: QueueItemView, points: readonly DraftPoint[]): readonly CardPath[] {
  const all = useMemo(() => {
    const shown = reviewGroups(view).flatMap(({ lines }) =>
      lines.flatMap((line) => (line.kind === 'field' ? [line.path] : addressParts(line.name, view))),
    );
    return [...new Set([...shown, ...emptyFields(view)])];
  }, [view]);
  return all.filter((path) => points.every((point) => point.path !== path));
}

function addressParts(name: string, view: QueueItemView): readonly CardPath[] {
  return Object.keys(view.values).filter((path) => path.startsWith(`${name}.`));
}

/** What the owner reads is remembered per owner, on this desk. */
function useOwnerLocale(ownerId: string): [Locale, (locale: Locale) => void] {
  const { locale } = useText();
  const key = `desk.reads.${ownerId}`;
  const [chosen, choose] = useState(() => readPreference(key));
  return [
    isLocale(chosen) ? chosen : locale,
    (next) => {
      savePreference(key, next);
      choose(next);
    },
  ];
}
