import type { Card, CardValue } from '@cession/shared/card/card.ts';
import { fieldKeyOf, fieldSpecOf } from '@cession/shared/card/card-path.ts';
import { useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { problemText, unfitText } from './card-words.ts';
import { FieldControl } from './field-control.tsx';
import { toStored, type Stored } from './stored-value.ts';
import { useRules } from './use-rules.ts';

interface OtherValueProps {
  path: string;
  card: Card;
  onUse: (value: CardValue) => void;
}

/** Neither of two values is right: a third one, checked as everywhere. */
export function OtherValue({ path, card, onUse }: OtherValueProps) {
  const text = useText();
  const { t } = text;
  const rules = useRules(card.jurisdiction);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const spec = fieldSpecOf(path);
  if (spec === null || spec.kind === 'tick' || fieldKeyOf(path) === null) return null;
  const use = () => {
    const stored = toStored(path, typed, { ...rules, values: card.values });
    if (stored.fits && stored.value !== null && stored.problem === null) return onUse(stored.value);
    setError(whatIsWrong(stored));
  };
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <Field label={t('conflict.other')} error={error ?? undefined}>
        <FieldControl
          path={path}
          spec={spec}
          value={typed}
          jurisdiction={card.jurisdiction}
          onChange={(next) => {
            setTyped(next);
            setError(null);
          }}
          onBigPaste={() => setError(t('conflict.wrong'))}
        />
      </Field>
      <div>
        <Button type="submit">{t('conflict.keepOther')}</Button>
      </div>
    </form>
  );

  function whatIsWrong(stored: Stored): string {
    if (!stored.fits) return unfitText(text, stored.unfit);
    if (stored.problem === null) return t('conflict.needOther');
    return problemText(t, path, stored.problem);
  }
}
