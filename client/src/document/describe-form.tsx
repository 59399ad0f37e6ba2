import type { Card } from '@cession/shared/card/card.ts';
import { describeDocument } from '@cession/shared/document/change-document.ts';
import { documentTypesIn, isDocumentType, type DocumentType } from '@cession/shared/document/document-kinds.ts';
import type { CardDocument } from '@cession/shared/document/document.ts';
import { RequiredForm } from '@cession/shared/document/required-form.ts';
import { useState } from 'react';
import { notSavedText } from '../people/not-saved-text.ts';
import { useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { formName, typeName } from './document-words.ts';

/** What it is, in which form it counts, when it is due, and a word about it. */
export function DescribeForm({ card, document, onDone }: { card: Card; document: CardDocument; onDone: () => void }) {
  const { t } = useText();
  const { perform } = useSync();
  const [type, setType] = useState<DocumentType>(isDocumentType(document.type) ? document.type : 'other');
  const [form, setForm] = useState(document.form);
  const [dueOn, setDueOn] = useState(document.dueOn ?? '');
  const [note, setNote] = useState(document.note);
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const args = { documentId: document.id, cardId: card.id, type, form, dueOn: dueOn === '' ? null : dueOn, note };
    const done = await perform(describeDocument, args);
    if (done.ok) onDone();
    else setProblem(notSavedText(t, done.error));
  };
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('document.what')} error={problem}>
        <Select
          value={type}
          choices={documentTypesIn(card.jurisdiction).map((value) => ({ value, label: typeName(t, value) }))}
          onChange={setType}
        />
      </Field>
      <Field label={t('document.form')}>
        <Select
          value={form}
          choices={RequiredForm.options.map((value) => ({ value, label: formName(t, value) }))}
          onChange={setForm}
        />
      </Field>
      <Field label={t('document.dueOn')} optional>
        <DateInput value={dueOn} onChange={setDueOn} />
      </Field>
      <Field label={t('document.note')} optional>
        <Textarea value={note} onChange={setNote} />
      </Field>
      <Button type="submit" look="primary" wide>
        {t('document.save')}
      </Button>
    </form>
  );
}
