import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { specOf, isFieldKey } from '@cession/shared/card/card-path.ts';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { tooBig } from './big-paste.ts';
import { fieldHint, fieldLabel, problemText, unfitText } from './card-words.ts';
import { FieldControl } from './field-control.tsx';
import { isWholeNumber } from './new-card-state.ts';
import { longest, toStored, typedOf } from './stored-value.ts';
import type { NewCardForm } from './use-new-card.ts';

interface NewCardFieldProps {
  form: NewCardForm;
  path: CardPath;
  onChange: (path: CardPath, typed: string) => void;
  /** The keyboard is up when the screen is: nothing to tap first. */
  focusFirst?: boolean;
}

/** The number or the name of a new card. Right is said while it is typed, wrong when it is whole or left. */
export function NewCardField({ form, path, onChange, focusFirst = false }: NewCardFieldProps) {
  const text = useText();
  const { t, formatNumber } = text;
  const [left, setLeft] = useState(false);
  const [refused, setRefused] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusFirst) box.current?.querySelector('input')?.focus();
  }, [focusFirst]);
  if (!isFieldKey(path)) return null;
  const { jurisdiction } = form.rules;
  const spec = specOf(path);
  const typed = String(form.card.typed[path] ?? '');
  const stored = toStored(path, typed, { ...form.rules, values: { country: form.card.country } });
  const isTold = left || (spec.kind === 'identifier' && isWholeNumber(jurisdiction, typed));
  const put = (next: string) => {
    const size = tooBig(next);
    setRefused(size);
    if (size === null) onChange(path, next);
  };
  const leave = () => {
    setLeft(true);
    if (stored.fits && stored.problem === null && stored.value !== null) {
      const tidy = String(typedOf(path, stored.value));
      if (tidy !== typed) onChange(path, tidy);
    }
  };
  const isPasted = form.card.pasted.includes(path);
  return (
    <div ref={box} onBlur={leave}>
      <Field
        id={path}
        label={fieldLabel(t, path)}
        hint={fieldHint(t, path)}
        error={errorWords()}
        proven={stored.fits && stored.proven ? t('field.proven') : undefined}
        origin={
          isPasted ? (
            <span className="flex flex-wrap items-center gap-x-3">
              {t('field.pasted')}
              <Button look="plain" onPress={() => onChange(path, '')}>
                {t('action.undo')}
              </Button>
            </span>
          ) : undefined
        }
      >
        <FieldControl
          path={path}
          spec={spec}
          value={typed}
          jurisdiction={jurisdiction}
          onChange={put}
          onBigPaste={setRefused}
        />
      </Field>
    </div>
  );

  function errorWords(): string | undefined {
    if (refused !== null)
      return t('capture.paste.refused', { length: formatNumber(refused), max: formatNumber(longest(spec)) });
    if (!stored.fits) return unfitText(text, stored.unfit);
    return isTold && stored.problem !== null ? problemText(t, path, stored.problem) : undefined;
  }
}
