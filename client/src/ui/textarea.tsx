import type { TextareaHTMLAttributes } from 'react';
import { useFieldControl } from './field.tsx';

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'className' | 'maxLength'>;

/** Grows with what is written where the browser can; elsewhere it scrolls. */
export function Textarea({ onChange, ...native }: Native & { value: string; onChange: (value: string) => void }) {
  const field = useFieldControl();
  return (
    <div className="frame">
      <textarea
        id={field?.id}
        rows={3}
        aria-describedby={field?.describedBy}
        aria-invalid={field?.wrong || undefined}
        {...native}
        className="frame-control field-sizing-content max-h-[50dvh] resize-none py-2.5"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
