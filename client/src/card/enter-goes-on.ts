import type { KeyboardEvent } from 'react';

/** Enter in a line of a form leads to the next field, and from the last one to what the screen promises. */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>, finish: () => void): void {
  const from = event.target;
  const isLine = from instanceof HTMLInputElement && from.type !== 'checkbox' && from.type !== 'radio';
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isLine) return;
  event.preventDefault();
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select, textarea')];
  const next = controls.slice(controls.indexOf(from) + 1).find((control) => !control.matches(':disabled'));
  if (next === undefined) finish();
  else next.focus();
}
