import type { Strokes } from '@cession/shared/notice/paper-document.ts';

const [WIDTH, HEIGHT, UNIT] = [560, 200, 16] as const;

/** A signature as a hurried person draws one: a tall first letter, a wave that runs out, a line under it. Always the same. */
export function sampleStrokes(): Strokes {
  const letter = curve(34, (t) => [70 + 46 * Math.sin(4.4 * t) + 20 * t, 150 - 110 * t + 28 * Math.sin(7 * t)]);
  const wave = curve(120, (t) => [
    120 + 330 * t + 16 * Math.sin(38 * t),
    118 - 34 * (1 - 0.6 * t) * Math.sin(34 * t + 0.6) - 8 * t,
  ]);
  const line = curve(26, (t) => [150 + 290 * t, 160 - 14 * Math.sin(2.6 * t)]);
  return { v: 1, w: WIDTH, h: HEIGHT, u: UNIT, s: [letter, wave, line] };
}

/** Absolute first, steps after, whole sixteenths of a pixel. */
function curve(points: number, at: (t: number) => readonly [x: number, y: number]): [number, number][] {
  let before: readonly [number, number] = [0, 0];
  return Array.from({ length: points }, (_, place) => {
    const [x, y] = at(place / (points - 1)).map((value) => Math.round(value * UNIT)) as [number, number]; // two in, two out
    const step: [number, number] = [x - before[0], y - before[1]];
    before = [x, y];
    return step;
  });
}
