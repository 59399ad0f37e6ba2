import { useId, type ReactNode } from 'react';

interface RadioChoice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

interface RadioGroupProps<Value extends string> {
  legend: string;
  value: Value | null;
  choices: readonly RadioChoice<Value>[];
  onChange: (value: Value) => void;
  /** Given to the first choice, so that a link or an error summary can lead here. */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { legend, value, choices, onChange, id, hint, error } = props;
  const name = useId();
  const noteId = `${name}-note`;
  return (
    <fieldset aria-describedby={hint === undefined && error === undefined ? undefined : noteId} className="min-w-0">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div
        className={`divide-y divide-line overflow-hidden rounded-2 border bg-sheet ${error === undefined ? 'border-line' : 'border-wrong'}`}
      >
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="flex min-h-target items-center gap-3 px-3.5 py-2 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="size-5 shrink-0 outline-none"
            />
            <span className="min-w-0 break-words hyphens-auto">
              {choice.label}
              {choice.hint !== undefined && <span className="block text-1 text-ink-2">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <div id={noteId} className="text-1">
        {error !== undefined && <p className="mt-1.5 font-semibold text-wrong">{error}</p>}
        {hint !== undefined && <p className="mt-1.5 text-ink-3">{hint}</p>}
      </div>
    </fieldset>
  );
}
