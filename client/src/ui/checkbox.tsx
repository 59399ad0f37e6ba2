import { useId, type ReactNode } from 'react';

interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  id?: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** The words are part of the target. */
export function Checkbox({ label, checked, onChange, id, hint, error }: CheckboxProps) {
  const noteId = useId();
  const note = error ?? hint;
  return (
    <div>
      <label className="flex min-h-target items-start gap-3 py-2">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={note === undefined ? undefined : noteId}
          className="mt-px size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
      {note !== undefined && (
        <p
          id={noteId}
          className={`pointer-events-none -mt-3 pb-2 ps-8 text-1 ${error === undefined ? 'text-ink-3' : 'font-semibold text-wrong'}`}
        >
          {note}
        </p>
      )}
    </div>
  );
}
