import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { fieldKeyOf, fieldSpecOf } from '@cession/shared/card/card-path.ts';
import type { Suggestion } from '@cession/shared/card/prefill.ts';
import { useState, type ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { tooBig } from './big-paste.ts';
import { fieldHint, fieldLabel, problemText, unfitText, valueText } from './card-words.ts';
import { FieldControl } from './field-control.tsx';
import { FieldOrigin } from './field-origin.tsx';
import { changedMeanwhile, contextOf } from './form-state.ts';
import { longest, toStored, typedOf, type Stored } from './stored-value.ts';
import type { SectionForm } from './use-section-form.ts';

interface CardFieldProps {
  form: SectionForm;
  path: CardPath;
  suggestion?: Suggestion | undefined;
  /** What brought the person here: "still missing", said once, until something stands in the field. */
  arrivedBecause?: string | undefined;
  /** What accounting says about this field. */
  note?: ReactNode;
}

/** One value of a card: label, the control of its kind, what is wrong with it, where it comes from. */
export function CardField({ form, path, suggestion, arrivedBecause, note }: CardFieldProps) {
  const text = useText();
  const { t, formatNumber } = text;
  const [refused, setRefused] = useState<number | null>(null);
  const spec = fieldSpecOf(path);
  const key = fieldKeyOf(path);
  if (spec === null || key === null) return null;
  const typed = form.typed(path);
  const stored = toStored(path, typed, contextOf(form.state, form.card.values, form.rules));
  const put = (next: string | boolean) => {
    const size = typeof next === 'string' ? tooBig(next) : null;
    setRefused(size);
    if (size === null) form.type(path, next);
  };
  const refusal =
    refused === null
      ? undefined
      : t('capture.paste.refused', { length: formatNumber(refused), max: formatNumber(longest(spec)) });
  const isSilent = form.state.edits[path] !== undefined && !form.state.left.includes(path);
  const missing = stored.fits && stored.value === null ? arrivedBecause : undefined;
  const error = refusal ?? (isSilent ? tooLongNow(stored) : wrong(stored)) ?? missing;
  const label = fieldLabel(t, key);
  if (spec.kind === 'tick') {
    return (
      <div className="grid grid-cols-1 gap-1.5">
        <Checkbox id={path} label={label} checked={typed === true} onChange={put} hint={fieldHint(t, key)} />
        {note}
      </div>
    );
  }
  const theirs = changedMeanwhile(form.state, path, form.card.values);
  return (
    <div className="grid grid-cols-1 gap-1.5" onBlur={() => form.leave(path)}>
      <Field
        id={path}
        label={label}
        hint={fieldHint(t, key)}
        error={error}
        proven={stored.fits && stored.proven ? t('field.proven') : undefined}
      >
        <FieldControl
          path={path}
          spec={spec}
          value={String(typed)}
          jurisdiction={form.rules.jurisdiction}
          onChange={put}
          onBigPaste={setRefused}
        />
      </Field>
      <FieldOrigin
        form={form}
        path={path}
        suggestion={suggestion}
        theirs={theirs === null ? null : { value: typedOf(path, theirs), words: valueText(text, path, theirs) }}
      />
      {note}
    </div>
  );

  function wrong(now: Stored): string | undefined {
    if (!now.fits) return unfitText(text, now.unfit);
    return now.problem === null ? undefined : problemText(t, path, now.problem);
  }

  /** Too long is said at once: the person has just pasted it. The rest waits until they leave the field. */
  function tooLongNow(now: Stored): string | undefined {
    return !now.fits && now.unfit.kind === 'too-long' ? unfitText(text, now.unfit) : undefined;
  }
}
