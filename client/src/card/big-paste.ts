/**
 * More than any field holds, and more than a text box of a phone can draw without freezing. Such a text is not put in
 * and the person is told; up to here it is kept whole, too long or not.
 */
export const MOST_TYPED = 20_000;

/** How long a text is that must not reach the control, else null. */
export function tooBig(text: string): number | null {
  return text.length > MOST_TYPED ? text.length : null;
}
