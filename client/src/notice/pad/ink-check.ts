import { pointsOf, type Point } from '@cession/shared/notice/evidence-strokes.ts';
import type { Strokes } from '@cession/shared/notice/paper-document.ts';

/** Why a drawing cannot stand for a signature yet; null: it can. */
export type InkProblem = 'empty' | 'too-little' | 'straight-line';

const LEAST_PATH_PX = 24;
const LEAST_WIDTH = 0.05;
/** A line that leaves its chord by less than this share of it is a slip of the pen. */
const STRAIGHT = 0.03;

/** Two strokes, or one of 24 px; as wide as a twentieth of the pad; not one straight line. */
export function checkSignature(strokes: Strokes): InkProblem | null {
  const paths = pointsOf(strokes);
  if (paths.length === 0) return 'empty';
  const length = paths.reduce((sum, path) => sum + lengthOf(path), 0);
  if (paths.length < 2 && length < LEAST_PATH_PX) return 'too-little';
  if (widthOf(paths.flat()) < strokes.w * LEAST_WIDTH) return 'too-little';
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && isStraight(only)) return 'straight-line';
  return null;
}

/** A mark is whatever a hand can make: a cross, a line. A touch by accident is not one. */
export function checkMark(strokes: Strokes): InkProblem | null {
  const paths = pointsOf(strokes);
  if (paths.length === 0) return 'empty';
  return paths.reduce((sum, path) => sum + lengthOf(path), 0) < LEAST_PATH_PX / 2 ? 'too-little' : null;
}

function lengthOf(path: readonly Point[]): number {
  return path.reduce((sum, point, at) => sum + distance(path[at - 1] ?? point, point), 0);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

function widthOf(points: readonly Point[]): number {
  const across = points.map(([x]) => x);
  return (
    across.reduce((most, x) => Math.max(most, x), -Infinity) - across.reduce((least, x) => Math.min(least, x), Infinity)
  );
}

function isStraight(path: readonly Point[]): boolean {
  const [start, end] = [path[0], path.at(-1)];
  if (start === undefined || end === undefined) return true;
  const chord = distance(start, end);
  if (chord < 1) return false;
  const [ux, uy] = [(end[0] - start[0]) / chord, (end[1] - start[1]) / chord];
  const aside = path.map(([x, y]) => Math.abs((x - start[0]) * uy - (y - start[1]) * ux));
  return aside.reduce((most, each) => Math.max(most, each), 0) < chord * STRAIGHT && lengthOf(path) < chord * 1.2;
}
