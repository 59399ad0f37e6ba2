import { ChevronDown } from 'lucide-react';
import { useText } from '../text/use-text.ts';
import { ProvenMark, useFieldControl } from './field.tsx';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

interface SelectProps<Value extends string> {
  value: Value | '';
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  /** Outside a field the control needs its own name. */
  label?: string;
  disabled?: boolean;
  /** Said instead of "Choose" while nothing is chosen. */
  placeholder?: string;
}

/** The device's own picker. With no value it says "Choose" and has chosen nothing. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, choices, onChange, label, disabled, placeholder } = props;
  const { t } = useText();
  const field = useFieldControl();
  return (
    <div className="frame relative">
      <select
        id={field?.id}
        aria-label={label}
        aria-describedby={field?.describedBy}
        aria-invalid={field?.wrong || undefined}
        value={value}
        disabled={disabled}
        className="frame-control appearance-none pe-7 text-ellipsis"
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {value === '' && <option value="">{placeholder ?? t('field.choose')}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden size={18} className="pointer-events-none absolute end-3.5 text-ink-3" />
      <ProvenMark />
    </div>
  );
}
