import { RETURN_CODES } from '@cession/shared/handoff/return-reasons.ts';
import { useState } from 'react';
import type { Text } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { fillTemplate } from './fill-template.ts';
import { forgetOwnTemplate, keepOwnTemplate, readOwnTemplates } from './own-templates.ts';
import { lackOf, type DraftPoint } from './return-points.ts';
import { returnTemplates } from './return-templates.ts';

interface PointEditorProps {
  point: DraftPoint;
  /** The field by name, for the accountant. */
  title: string;
  /** The field and its value in the owner's words, for templates. */
  field: string;
  value: string;
  ownerText: Text;
  /** Say what is lacking. */
  checked: boolean;
  onChange: (change: Partial<DraftPoint>) => void;
  onRemove: () => void;
}

export const codeId = (path: string) => `code ${path}`;
export const noteId = (path: string) => `note ${path}`;

/** One point of a return: what is the matter with this field, and what the owner is to do about it. */
export function PointEditor(props: PointEditorProps) {
  const { point, title, checked, onChange, onRemove } = props;
  const { t } = useText();
  const lack = checked ? lackOf(point) : null;
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-3 border border-line p-3">
      <legend className="px-1 font-semibold">{title}</legend>
      <Field
        id={codeId(point.path)}
        label={t('queue.reason')}
        error={lack === 'code' ? t('queue.needReason') : undefined}
      >
        <Select
          value={point.code ?? ''}
          choices={RETURN_CODES.map((code) => ({ value: code, label: t(`capture.reason.${code}`) }))}
          onChange={(code) => onChange({ code })}
        />
      </Field>
      <Field
        id={noteId(point.path)}
        label={t('queue.note')}
        optional={point.code !== 'other'}
        error={lack === 'words' ? t('queue.needWords') : undefined}
      >
        <Textarea value={point.note} onChange={(note) => onChange({ note: note.slice(0, 1000) })} rows={2} />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <TemplateChoice {...props} />
        <Button look="plain" onPress={onRemove}>
          {t('queue.removePoint')}
        </Button>
      </div>
    </fieldset>
  );
}

function TemplateChoice({ point, field, value, ownerText, onChange }: PointEditorProps) {
  const { t } = useText();
  const [own, setOwn] = useState(readOwnTemplates);
  const { code, note } = point;
  if (code === null) return <span />;
  const ready = fillTemplate(returnTemplates[ownerText.locale][code], { field, value });
  const mine = own.filter((template) => template.code === code);
  const kept = mine.find((template) => template.text === note.trim());
  const texts = [ready, ...mine.map((template) => fillTemplate(template.text, { field, value }))];
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4">
      <span className="w-52">
        <Select
          label={t('queue.template')}
          value=""
          placeholder={t('queue.template')}
          choices={texts.map((text, index) => ({ value: String(index), label: text }))}
          onChange={(index) => onChange({ note: texts[Number(index)] ?? note })}
        />
      </span>
      {kept !== undefined && (
        <Button look="plain" onPress={() => setOwn(forgetOwnTemplate(kept.id))}>
          {t('queue.template.forget')}
        </Button>
      )}
      {kept === undefined && note.trim() !== '' && note !== ready && (
        <Button look="plain" onPress={() => setOwn(keepOwnTemplate(code, note.trim()))}>
          {t('queue.template.keep')}
        </Button>
      )}
    </div>
  );
}
