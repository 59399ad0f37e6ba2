import type { Sheet } from './sheet.ts';
import { PAGE } from './style.ts';

/** What a page cannot break: usually one line across the page. */
export interface Piece {
  /** In points. */
  readonly height: number;
  /** Air above in points; there is none at the top of a page. */
  readonly gap: number;
  /** Must not be the last on its page. */
  readonly keep: boolean;
  readonly draw: (top: number) => void;
  /** Drawn again at the top when a page breaks right above this piece: the head of a table. */
  readonly head?: readonly Piece[];
  readonly newPage?: true;
}

const BOTTOM = PAGE.height - PAGE.bottom;
const FULL = BOTTOM - PAGE.top;

/** Draws the pieces one under the other on as many pages as they need. */
export function setPieces(sheet: Sheet, pieces: readonly Piece[]): void {
  sheet.pdf.addPage();
  let y: number = PAGE.top;
  let asked = false;
  pieces.forEach((piece, at) => {
    // A page is begun for what comes onto it: a break that stands last, or after another, leaves no empty one.
    if (piece.newPage) {
      asked = true;
      return;
    }
    const breaks = y > PAGE.top && (asked || y + roomNeeded(pieces, at) > BOTTOM);
    asked = false;
    if (breaks) {
      sheet.pdf.addPage();
      y = PAGE.top + repeatHead(piece);
    } else if (y > PAGE.top) {
      y += piece.gap;
    }
    piece.draw(y);
    y += piece.height;
  });
}

/**
 * The height that must be free below for `pieces[at]` to stand here: with everything it may not be parted from, unless
 * that would not fit on an empty page either.
 */
function roomNeeded(pieces: readonly Piece[], at: number): number {
  const alone = heightFrom(pieces.slice(at, at + 1));
  if (at > 0 && pieces[at - 1]?.keep) return alone;
  const end = pieces.findIndex((piece, index) => index >= at && !piece.keep);
  const chain = heightFrom(pieces.slice(at, end === -1 ? undefined : end + 1));
  return chain > FULL ? alone : chain;
}

function heightFrom(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.gap + piece.height, 0);
}

function repeatHead(piece: Piece): number {
  let height = 0;
  for (const part of piece.head ?? []) {
    part.draw(PAGE.top + height);
    height += part.height;
  }
  return height;
}
