import { useId, type ReactNode } from 'react';

/**
 * Controls for pages of a letter: larger than the app's own, and without a word of their own, because the reader's
 * language is not the app's.
 */
const base =
  'inline-flex min-h-14 min-w-0 items-center justify-center gap-2 rounded-2 border-2 px-3 py-2 text-center font-semibold ' +
  'transition-colors disabled:border-line disabled:bg-sunk disabled:text-ink-2';
const looks = {
  act: 'w-full border-transparent bg-accent text-on-accent active:brightness-90',
  same: 'w-full border-edge bg-sheet text-accent hover:bg-accent-soft',
  plain: 'border-transparent bg-transparent px-2 text-accent underline-offset-4 hover:underline',
} as const;

interface LetterButtonProps {
  look?: keyof typeof looks;
  onPress: () => void;
  disabled?: boolean;
  children: ReactNode;
  lang?: string;
}

export function LetterButton({ look = 'act', onPress, disabled = false, children, lang }: LetterButtonProps) {
  return (
    <button type="button" lang={lang} disabled={disabled} onClick={onPress} className={`${base} ${looks[look]}`}>
      {children}
    </button>
  );
}

interface LetterCheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  id?: string;
  error?: string | undefined;
  children?: ReactNode;
}

/** A tick with what it means below; the words are part of the target. */
export function LetterCheck({ label, checked, onChange, id, error, children }: LetterCheckProps) {
  const noteId = useId();
  return (
    <div className="grid grid-cols-1 gap-1">
      <label className="flex min-h-12 items-start gap-3.5 py-1.5">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined && children === undefined ? undefined : noteId}
          className="mt-0.5 size-7 shrink-0"
        />
        <span className="min-w-0 font-semibold">{label}</span>
      </label>
      <div id={noteId} className="grid grid-cols-1 gap-1 ps-10.5">
        {children}
        {error !== undefined && (
          <p role="alert" className="font-semibold text-wrong">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

interface LetterChoiceProps<Value extends string> {
  legend: string;
  value: Value | null;
  choices: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}

export function LetterChoice<Value extends string>({ legend, value, choices, onChange }: LetterChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2">{legend}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-3 border border-edge bg-sheet">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-14 items-center gap-3.5 px-4 py-2.5 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="size-6 shrink-0 outline-none"
            />
            <span className="min-w-0">{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface LetterFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  most: number;
  long?: boolean;
  /** Shown beside the label in small: "optional". */
  note?: string;
  error?: string | undefined;
  /** For names, whose spelling no dictionary knows. */
  isName?: boolean;
}

export function LetterField({
  label,
  value,
  onChange,
  most,
  long = false,
  note,
  error,
  isName = false,
}: LetterFieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    maxLength: most,
    autoComplete: 'off',
    spellCheck: !isName,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': error === undefined ? undefined : `${id}-error`,
    className:
      'min-h-14 w-full rounded-2 border-2 border-edge bg-sheet px-4 py-2.5 text-[1.1875rem] outline-none focus:border-accent aria-[invalid]:border-wrong',
  } as const;
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {note !== undefined && <span className="ms-2 text-[1rem] font-normal text-ink-2">{note}</span>}
      </label>
      {long ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="font-semibold text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
