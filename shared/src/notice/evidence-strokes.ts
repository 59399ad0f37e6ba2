import type { Strokes } from './paper-document.ts';

/** Path a single drawn line must have at least, CSS pixels. */
const LEAST_PATH = 24;
/** Width of the box around it at least, as a share of the pad. */
const LEAST_WIDTH = 0.05;
/** A pen that slips over the edge, CSS pixels. */
const OVER_THE_EDGE = 64;

/**
 * Why these strokes cannot be a drawn name or a mark; null when they can. A drawn name has two strokes or 24 px of
 * path, and takes 5 % of the pad's width. A mark may be smaller: one dot is enough.
 */
export function strokesFault(strokes: Strokes, method: 'drawn' | 'mark'): string | null {
  const lines = pointsOf(strokes);
  const all = lines.flat();
  if (all.length === 0) return 'nothing was drawn';
  const edge = OVER_THE_EDGE;
  const isOff = ([x, y]: Point) => x < -edge || y < -edge || x > strokes.w + edge || y > strokes.h + edge;
  if (all.some(isOff)) return 'drawn outside of the pad';
  if (method === 'mark') return null;
  const path = lines.reduce((sum, line) => sum + lengthOf(line), 0);
  if (lines.length < 2 && path < LEAST_PATH) return `a single line of ${Math.floor(path)} px`;
  const xs = all.map(([x]) => x);
  const width = Math.max(...xs) - Math.min(...xs);
  if (width < strokes.w * LEAST_WIDTH) return `${Math.floor(width)} px wide on a pad of ${strokes.w}`;
  return null;
}

export type Point = readonly [x: number, y: number];

/** Absolute points in CSS pixels of the pad, stroke by stroke. */
export function pointsOf({ s, u }: Strokes): readonly (readonly Point[])[] {
  return s.map((stroke) => {
    let [x, y] = [0, 0];
    return stroke.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [x / u, y / u];
    });
  });
}

function lengthOf(line: readonly Point[]): number {
  let sum = 0;
  for (let at = 1; at < line.length; at += 1) {
    const [from, to] = [line[at - 1], line[at]];
    if (from && to) sum += Math.hypot(to[0] - from[0], to[1] - from[1]);
  }
  return sum;
}
