import { expect, test } from 'vitest';
import { strokesFault } from './evidence-strokes.ts';
import type { Strokes } from './paper-document.ts';

/** Points in CSS pixels on a pad of 600 × 240. */
function drawn(...lines: readonly (readonly [number, number][])[]): Strokes {
  const s = lines.map((line) =>
    line.map(([x, y], at): [number, number] => {
      const [fromX, fromY] = line[at - 1] ?? [0, 0];
      return [(x - fromX) * 16, (y - fromY) * 16];
    }),
  );
  return { v: 1, w: 600, h: 240, u: 16, s };
}

test.each([
  ['nothing', drawn(), 'drawn', 'nothing was drawn'],
  ['a dot', drawn([[100, 100]]), 'drawn', 'a single line of 0 px'],
  [
    'a short line',
    drawn([
      [100, 100],
      [120, 100],
    ]),
    'drawn',
    'a single line of 20 px',
  ],
  [
    'a tall thin line',
    drawn([
      [100, 20],
      [105, 200],
    ]),
    'drawn',
    '5 px wide on a pad of 600',
  ],
  [
    'a line off the pad',
    drawn([
      [100, 100],
      [900, 100],
    ]),
    'drawn',
    'drawn outside of the pad',
  ],
  [
    'a long line',
    drawn([
      [100, 100],
      [140, 110],
    ]),
    'drawn',
    null,
  ],
  [
    'two strokes',
    drawn(
      [
        [100, 100],
        [110, 100],
      ],
      [
        [125, 90],
        [135, 110],
      ],
    ),
    'drawn',
    null,
  ],
  [
    'a pen that slips over the edge',
    drawn([
      [500, 100],
      [640, 110],
    ]),
    'drawn',
    null,
  ],
  ['a mark of one dot', drawn([[100, 100]]), 'mark', null],
  ['a mark of nothing', drawn(), 'mark', 'nothing was drawn'],
] as const)('%s', (_, strokes, method, fault) => {
  expect(strokesFault(strokes, method)).toBe(fault);
});
