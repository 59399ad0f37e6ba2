import type { KeyboardEvent } from 'react';

/** Rows that the keys go through carry this mark. */
const ROWS = '[data-queue-row]';

/** Arrow keys inside a list move between its rows. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  focusRow(event.currentTarget, step);
}

/** From the focused row, else from the open one, else from the top. */
export function focusRow(list: HTMLElement | null, step: number): void {
  if (list === null) return;
  const links = [...list.querySelectorAll<HTMLElement>(ROWS)];
  const focused = links.findIndex((link) => link === document.activeElement);
  const from = focused >= 0 ? focused : links.findIndex((link) => link.ariaCurrent === 'true');
  const to = from < 0 ? (step > 0 ? 0 : links.length - 1) : from + step;
  links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
}
