/** Everything one key does at the desk. Letters are the ones on the keycap in English. */
export const DESK_KEYS = ['J', 'K', 'Enter', 'C', 'A', 'R', 'N', 'S', 'U', '/', '?'] as const;
export type DeskKey = (typeof DESK_KEYS)[number];

/** What the map needs of a keyboard event. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/**
 * The desk's key behind a press, or null. Signs go by what was typed, letters by what was typed or, on a keyboard that
 * writes another alphabet, by where the key lies: the J of a Russian layout types «о».
 */
export function deskKeyOf(pressed: Pressed): DeskKey | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return null;
  const typed = pressed.key.length === 1 ? pressed.key.toUpperCase() : pressed.key;
  const direct = DESK_KEYS.find((key) => key === typed);
  if (direct !== undefined) return direct;
  if (!/^[^\p{Script=Latin}]$/u.test(pressed.key) || !/\p{L}/u.test(pressed.key)) return null;
  const byPlace = /^Key([A-Z])$/.exec(pressed.code)?.[1];
  return DESK_KEYS.find((key) => key === byPlace) ?? null;
}

/** What the question "is the person typing?" needs of the element that has the focus. */
export interface FocusedElement {
  readonly tagName: string;
  readonly isContentEditable: boolean;
  closest(selector: string): unknown;
}

/** A press inside a control or a dialog belongs to it. Enter on a link or a button is theirs too. */
export function belongsElsewhere(target: FocusedElement, key: DeskKey): boolean {
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  if (target.closest('dialog') !== null) return true;
  return key === 'Enter' && /^(A|BUTTON|SUMMARY)$/.test(target.tagName);
}
