import { fieldKeyOf, fieldSpecOf } from '@cession/shared/card/card-path.ts';
import { Check } from 'lucide-react';
import { useText } from '../text/use-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { fieldLabel, problemText, valueText } from './card-words.ts';
import { isOn, type PasteLine, type PastePlan } from './paste-plan.ts';

interface PasteFoundProps {
  plan: PastePlan;
  /** Lines the person decided otherwise than offered. */
  flipped: ReadonlySet<string>;
  onFlip: (path: string) => void;
}

/** Every recognised value with its check, and the words nothing could be made of. */
export function PasteFound({ plan, flipped, onFlip }: PasteFoundProps) {
  const { t } = useText();
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="mb-1 text-1 font-semibold tracking-[0.02em] text-ink-3">{t('capture.paste.found')}</legend>
        <div className="divide-y divide-line rounded-3 border border-line bg-sheet px-4">
          {plan.lines.map((line) => (
            <Line key={line.path} line={line} on={isOn(line, flipped)} onFlip={() => onFlip(line.path)} />
          ))}
        </div>
      </fieldset>
      {plan.leftOver !== '' && (
        <details>
          <summary className="flex min-h-target items-center font-semibold text-accent">
            {t('capture.paste.leftOver')}
          </summary>
          <p className="max-h-48 overflow-y-auto text-1 whitespace-pre-wrap text-ink-2">{plan.leftOver}</p>
        </details>
      )}
    </>
  );
}

function Line({ line, on, onFlip }: { line: PasteLine; on: boolean; onFlip: () => void }) {
  const text = useText();
  const { t } = text;
  const key = fieldKeyOf(line.path);
  const spec = fieldSpecOf(line.path);
  if (key === null || spec === null) return null;
  const replaced =
    line.replaces === null
      ? undefined
      : t('capture.paste.replaces', { value: valueText(text, line.path, line.replaces) });
  return (
    <Checkbox
      checked={on}
      onChange={onFlip}
      hint={replaced}
      error={line.problem === null ? undefined : problemText(t, line.path, line.problem)}
      label={
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="text-ink-2">{fieldLabel(t, key)}</span>
          <span className={spec.kind === 'identifier' ? 'font-mono' : 'font-semibold'}>
            {valueText(text, line.path, line.value)}
          </span>
          {line.proven && (
            <span className="inline-flex items-center gap-1 text-1 font-semibold text-proven">
              <Check aria-hidden size={14} />
              {t('field.proven')}
            </span>
          )}
        </span>
      }
    />
  );
}
