import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { Suggestion } from '@cession/shared/card/prefill.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { valueText } from './card-words.ts';
import { pasteMarkOf, usePasteMarks } from './paste-marks.ts';
import { typedOf, type Typed } from './stored-value.ts';
import type { SectionForm } from './use-section-form.ts';

interface FieldOriginProps {
  form: SectionForm;
  path: CardPath;
  suggestion?: Suggestion | undefined;
  theirs: { value: Typed; words: string } | null;
}

/** Under a field: where its value came from and the way back, a colleague's value, or what it could be. */
export function FieldOrigin({ form, path, suggestion, theirs }: FieldOriginProps) {
  const text = useText();
  const { t } = text;
  const saved = form.card.values;
  const mark = pasteMarkOf(usePasteMarks(form.card.id), path, form.values[path] ?? null);
  const put = (typed: Typed) => form.send({ type: 'filled', values: { [path]: typed }, saved });
  if (theirs !== null) {
    return (
      <Line words={t('capture.field.theirs', { value: theirs.words })}>
        <Button look="plain" onPress={() => put(theirs.value)}>
          {t('capture.field.takeTheirs')}
        </Button>
      </Line>
    );
  }
  if (mark !== null) {
    return (
      <Line words={t('field.pasted')}>
        <Button look="plain" onPress={() => put(typedOf(path, mark.before))}>
          {t('action.undo')}
        </Button>
      </Line>
    );
  }
  if (suggestion === undefined) return null;
  const words = t('capture.field.fillIn', { value: valueText(text, path, suggestion.value) });
  return (
    <div className="-my-1.5 text-1">
      <Button look="plain" onPress={() => put(typedOf(path, suggestion.value))}>
        {words}
      </Button>
    </div>
  );
}

function Line({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <div className="-my-1.5 flex flex-wrap items-center gap-x-4 text-1 text-ink-3">
      <span className="min-w-0">{words}</span>
      {children}
    </div>
  );
}
