/** A4 in points, and the few ways a word can look. Ink on white: papers are printed in black. */

export const PAGE = { width: 595.28, height: 841.89, side: 56, top: 56, bottom: 64 } as const;
export const COLUMN = PAGE.width - 2 * PAGE.side;

export const INK = '#1b1a17';
export const QUIET = '#57544d';
export const HAIRLINE = '#b9b4a8';

export interface Style {
  readonly font: 'Regular' | 'Bold';
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
  /** Points added between characters, so that digits can be compared one by one. */
  readonly tracking: number;
}

const plain = { font: 'Regular', size: 10, leading: 13.5, colour: INK, tracking: 0 } as const;

export const BODY: Style = plain;
export const STRONG: Style = { ...plain, font: 'Bold' };
export const SMALL: Style = { ...plain, size: 8.5, leading: 11.5, colour: QUIET };
export const SMALL_STRONG: Style = { ...SMALL, font: 'Bold', colour: INK };
export const CELL: Style = { ...plain, size: 9, leading: 12.5 };
export const CELL_STRONG: Style = { ...CELL, font: 'Bold' };
export const QUOTE: Style = { ...plain, size: 9.5, leading: 13 };
export const TITLE: Style = { ...plain, font: 'Bold', size: 15, leading: 20 };
export const HEADING: Style = { ...plain, font: 'Bold', size: 11, leading: 15.5 };
export const TYPED_NAME: Style = { ...plain, size: 15, leading: 20 };

export function digitwise(style: Style): Style {
  return { ...style, tracking: 0.35 };
}
