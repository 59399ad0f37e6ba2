import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { pointsOf } from './evidence-strokes.ts';
import { Strokes, type Strokes as Drawing } from './paper-document.ts';
import { thinStrokes } from './thin-strokes.ts';

const step = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }));
const drawing = fc
  .array(fc.array(step, { minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 8 })
  .map((s): Drawing => ({ v: 1, w: 600, h: 240, u: 16, s }));
const bytes = (strokes: Drawing) => canonicalJson(strokes).length;

test('whatever was drawn fits where at least the ends of one stroke do, and is a drawing still', () => {
  fc.assert(
    fc.property(drawing, fc.integer({ min: 120, max: 4000 }), (strokes, room) => {
      const thin = thinStrokes(strokes, room);
      expect(bytes(thin)).toBeLessThanOrEqual(room);
      expect(Strokes.safeParse(thin).success).toBe(true);
      expect(thin.s.length).toBeGreaterThan(0);
    }),
  );
});

test('what fits is not touched', () => {
  fc.assert(
    fc.property(drawing, (strokes) => {
      expect(thinStrokes(strokes, bytes(strokes))).toBe(strokes);
    }),
  );
});

test('thinned, every point was drawn there, and every stroke begins and ends where it did', () => {
  fc.assert(
    fc.property(drawing, (strokes) => {
      const room = Math.max(bytes(strokes) - 40, 60 + strokes.s.length * 40);
      const thin = pointsOf(thinStrokes(strokes, room));
      for (const [at, line] of pointsOf(strokes).entries()) {
        expect(thin[at]?.at(0)).toEqual(line.at(0));
        expect(thin[at]?.at(-1)).toEqual(line.at(-1));
        for (const point of thin[at] ?? []) expect(line).toContainEqual(point);
      }
    }),
  );
});

test('a flowing name of 720 points keeps its shape to half a pixel at two thirds of its bytes', () => {
  const all = Array.from({ length: 720 }, (_, n): [number, number] => [
    Math.round(1600 + n * 9 + 500 * Math.sin(n / 9)),
    Math.round(1900 + 900 * Math.sin(n / 23) + 300 * Math.cos(n / 5)),
  ]);
  const s = [all.map(([x, y], n): [number, number] => [x - (all[n - 1]?.[0] ?? 0), y - (all[n - 1]?.[1] ?? 0)])];
  const strokes: Drawing = { v: 1, w: 600, h: 240, u: 16, s };
  const [thin = []] = pointsOf(thinStrokes(strokes, Math.floor((bytes(strokes) * 2) / 3)));
  for (const [x, y] of pointsOf(strokes)[0] ?? []) {
    const nearest = Math.min(...thin.slice(1).map((to, at) => apart([x, y], thin[at] ?? to, to)));
    expect(nearest).toBeLessThan(0.5);
  }
});

function apart(
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
) {
  const square = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}
