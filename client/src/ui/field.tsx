import { Check } from 'lucide-react';
import { createContext, useContext, useId, type ReactNode } from 'react';
import { useText } from '../text/use-text.ts';

interface FieldControl {
  id: string;
  describedBy: string | undefined;
  wrong: boolean;
  proven: string | undefined;
}

const FieldContext = createContext<FieldControl | null>(null);

export interface FieldProps {
  label: string;
  /** Becomes the control's id, so that a link or an error summary can lead here. */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Said inside the control in green: "check digit". */
  proven?: string | undefined;
  /** Where the value came from, with its undo: "from the pasted block · Undo". */
  origin?: ReactNode;
  optional?: boolean;
  children: ReactNode;
}

export function Field({ label, id, hint, error, proven, origin, optional = false, children }: FieldProps) {
  const { t } = useText();
  const ownId = useId();
  const controlId = id ?? ownId;
  const noteId = `${controlId}-note`;
  const errorId = `${controlId}-error`;
  const hasNote = hint !== undefined || origin !== undefined;
  const describedBy = [error !== undefined && errorId, hasNote && noteId].filter(Boolean).join(' ') || undefined;
  return (
    <FieldContext value={{ id: controlId, describedBy, wrong: error !== undefined, proven }}>
      <div className="grid grid-cols-1 gap-1.5">
        <label htmlFor={controlId} className="font-semibold">
          {label}
          {optional && <span className="ms-1.5 text-1 font-normal text-ink-3">{t('field.optional')}</span>}
        </label>
        {children}
        {error !== undefined && (
          <p id={errorId} className="text-1 font-semibold text-wrong">
            {error}
          </p>
        )}
        {hasNote && (
          <div id={noteId} className="text-1 text-ink-3">
            {origin ?? hint}
          </div>
        )}
      </div>
    </FieldContext>
  );
}

/** What a control inside a field needs from it. A control outside a field must be given its own name. */
export function useFieldControl(): FieldControl | null {
  return useContext(FieldContext);
}

/** The green mark at the end of a control. */
export function ProvenMark() {
  const proven = useFieldControl()?.proven;
  if (proven === undefined) return null;
  return (
    <span className="ms-auto inline-flex items-center gap-1 py-1 text-1 font-semibold text-proven">
      <Check aria-hidden size={14} />
      {proven}
    </span>
  );
}
