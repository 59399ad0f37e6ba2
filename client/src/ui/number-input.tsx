import { TextInput, type TextInputProps } from './text-input.tsx';

/** Digits from the number pad, kept as text: leading zeros and separators stay as typed. */
export function NumberInput({ decimal = false, ...rest }: TextInputProps & { decimal?: boolean }) {
  return <TextInput code inputMode={decimal ? 'decimal' : 'numeric'} {...rest} />;
}
