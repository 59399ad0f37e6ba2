import type { InputHTMLAttributes, Ref } from 'react';
import { ProvenMark, useFieldControl } from './field.tsx';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'size' | 'className' | 'maxLength'>;

export interface TextInputProps extends Native {
  value: string;
  onChange: (value: string) => void;
  /** For numbers people compare digit by digit: monospace, no spelling, no autocorrection. */
  code?: boolean;
  ref?: Ref<HTMLInputElement>;
}

const codeHabits = { spellCheck: false, autoCapitalize: 'off', autoCorrect: 'off', autoComplete: 'off' } as const;

/** Anything may be pasted: nothing is cut, what is wrong is said. */
export function TextInput({ onChange, code = false, ...native }: TextInputProps) {
  const field = useFieldControl();
  return (
    <div className="frame">
      <input
        id={field?.id}
        type="text"
        enterKeyHint="next"
        aria-describedby={field?.describedBy}
        aria-invalid={field?.wrong || undefined}
        {...(code ? codeHabits : {})}
        {...native}
        className={`frame-control ${code ? 'font-mono tracking-[0.02em]' : ''}`}
        onChange={(event) => onChange(event.target.value)}
      />
      <ProvenMark />
    </div>
  );
}
