import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Strokes } from './paper-document.ts';

type Whole = readonly [x: number, y: number];

/**
 * The same drawing in fewer points, so that its canonical JSON takes at most `maxBytes`. Points that a line between
 * their neighbours passes closely go first (Douglas–Peucker); the ends of every stroke stay. As little is taken as is
 * needed; strokes that already fit come back as they are. Where even the ends of all strokes do not fit, the shortest
 * strokes go.
 */
export function thinStrokes(strokes: Strokes, maxBytes: number): Strokes {
  if (bytesOf(strokes) <= maxBytes) return strokes;
  const lines = strokes.s.map((stroke) => absolute(stroke));
  const weights = lines.map((line) => weigh(line));
  const thinned = (least: number): Strokes => ({
    ...strokes,
    s: lines.map((line, at) => steps(line.filter((_, point) => (weights[at]?.[point] ?? 0) >= least))),
  });
  const levels = [...new Set(weights.flat())].filter(Number.isFinite).toSorted((a, b) => a - b);
  levels.push(Infinity);
  // Taking more never makes it longer, so the mildest level that fits is found by halving.
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (bytesOf(thinned(levels[middle] ?? Infinity)) <= maxBytes) high = middle;
    else low = middle + 1;
  }
  return withoutShortest(thinned(levels[low] ?? Infinity), maxBytes);
}

function withoutShortest(strokes: Strokes, maxBytes: number): Strokes {
  let kept = strokes;
  while (bytesOf(kept) > maxBytes && kept.s.length > 1) {
    const reach = kept.s.map((stroke) => stroke.slice(1).reduce((sum, [x, y]) => sum + Math.hypot(x, y), 0));
    const shortest = reach.indexOf(Math.min(...reach));
    kept = { ...kept, s: kept.s.filter((_, at) => at !== shortest) };
  }
  return kept;
}

/**
 * For each point, how far the drawing would stray without it: its distance from the chord when Douglas–Peucker reaches
 * it, never more than that of the point that split before it. The ends weigh infinitely much.
 */
function weigh(line: readonly Whole[]): number[] {
  const weights = line.map((_, at) => (at === 0 || at === line.length - 1 ? Infinity : 0));
  const open: { from: number; to: number; most: number }[] = [{ from: 0, to: line.length - 1, most: Infinity }];
  for (let span = open.pop(); span; span = open.pop()) {
    const { from, to, most } = span;
    if (to - from < 2) continue;
    const split = farthest(line, from, to);
    const weight = Math.min(split.distance, most);
    weights[split.at] = weight;
    open.push({ from, to: split.at, most: weight }, { from: split.at, to, most: weight });
  }
  return weights;
}

function farthest(line: readonly Whole[], from: number, to: number): { at: number; distance: number } {
  const [start, end] = [line[from] ?? ORIGIN, line[to] ?? ORIGIN];
  let found = { at: from + 1, distance: -1 };
  for (let at = from + 1; at < to; at += 1) {
    const distance = distanceTo(line[at] ?? ORIGIN, start, end);
    if (distance > found.distance) found = { at, distance };
  }
  return found;
}

const ORIGIN: Whole = [0, 0];

/** From a point to the piece of line between two others. */
function distanceTo([x, y]: Whole, [ax, ay]: Whole, [bx, by]: Whole): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function absolute(stroke: readonly Whole[]): Whole[] {
  let [x, y] = ORIGIN;
  return stroke.map(([dx, dy]): Whole => {
    x += dx;
    y += dy;
    return [x, y];
  });
}

function steps(line: readonly Whole[]): [number, number][] {
  let [x, y] = ORIGIN;
  return line.map(([toX, toY]) => {
    const step: [number, number] = [toX - x, toY - y];
    [x, y] = [toX, toY];
    return step;
  });
}

function bytesOf(strokes: Strokes): number {
  // Digits and brackets only: a character is a byte.
  return canonicalJson(strokes).length;
}
