import { TextInput, type TextInputProps } from './text-input.tsx';

/** The device's own date picker; the value is a calendar day, `2026-11-21`, or empty. */
export function DateInput(props: TextInputProps) {
  return <TextInput {...props} type="date" />;
}
