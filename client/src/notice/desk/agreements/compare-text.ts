/** A piece of a text, and whether the other text has something else in its place. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/**
 * The new text in pieces, place by place beside the old one. Texts of different length differ as a whole: a shifted
 * comparison would mark digits that are the same.
 */
export function compareText(before: string | null, after: string): Piece[] {
  if (before === null) return [{ text: after, differs: false }];
  if (before.length !== after.length) return [{ text: after, differs: true }];
  const pieces: { text: string; differs: boolean }[] = [];
  for (let place = 0; place < after.length; place += 1) {
    const sign = after.charAt(place);
    const differs = sign !== before.charAt(place);
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += sign;
    else pieces.push({ text: sign, differs });
  }
  return pieces;
}
