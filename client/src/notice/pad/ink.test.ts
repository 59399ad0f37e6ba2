import { pointsOf, strokesFault } from '@cession/shared/notice/evidence-strokes.ts';
import { Strokes } from '@cession/shared/notice/paper-document.ts';
import { describe, expect, test } from 'vitest';
import { checkMark, checkSignature } from './ink-check.ts';
import { createInk, type Ink, type PadPointer } from './ink.ts';

const PAD = { w: 600, h: 200 };
const pen: PadPointer = { pointerId: 1, pointerType: 'pen', isPrimary: true, width: 1, height: 1 };
const finger: PadPointer = { pointerId: 2, pointerType: 'touch', isPrimary: true, width: 18, height: 20 };
const palm: PadPointer = { pointerId: 3, pointerType: 'touch', isPrimary: true, width: 64, height: 50 };

function draw(ink: Ink, pointer: PadPointer, points: readonly (readonly [number, number])[]): boolean {
  const [[x0, y0] = [0, 0], ...rest] = points;
  const begun = ink.down(pointer, { x: x0, y: y0 });
  for (const [x, y] of rest) ink.move(pointer.pointerId, { x, y });
  ink.up(pointer.pointerId);
  return begun;
}

/** A line of loops, as people write. */
function loops(points: number): [number, number][] {
  return Array.from({ length: points }, (_, at) => [
    60 + at * 0.6 + 12 * Math.cos(at / 7),
    100 + 40 * Math.sin(at / 7),
  ]);
}

describe('a hand that signs', () => {
  test('leaves its strokes as whole steps of a sixteenth of a pixel, and nothing about time or pressure', () => {
    const ink = createInk(PAD);
    draw(ink, finger, [
      [10, 20],
      [11.5, 20],
      [11.5, 18],
    ]);
    expect(ink.strokes()).toEqual({ v: 1, w: 600, h: 200, u: 16, s: [[[160, 320], [24, 0], [0, -32]]] }); // prettier-ignore
    expect(Strokes.safeParse(ink.strokes()).success).toBe(true);
  });

  test('keeps every sample the hardware took', () => {
    const ink = createInk(PAD);
    draw(ink, pen, loops(720));
    expect(ink.paths()[0]).toHaveLength(720);
  });

  test('takes back the last stroke, or all of them', () => {
    const ink = createInk(PAD);
    draw(ink, finger, loops(10));
    draw(ink, finger, loops(20));
    ink.undo();
    expect(ink.paths().map((path) => path.length)).toEqual([10]);
    ink.clear();
    expect(ink.strokes().s).toEqual([]);
  });

  test('lays its palm down without drawing, and a second finger draws nothing', () => {
    const ink = createInk(PAD);
    expect(draw(ink, palm, loops(10))).toBe(false);
    ink.down(finger, { x: 1, y: 1 });
    expect(ink.down({ ...finger, pointerId: 9, isPrimary: false }, { x: 50, y: 50 })).toBe(false);
    expect(ink.paths()).toHaveLength(1);
  });

  test('is heard by its pen only, once there is a pen: what the resting hand had begun is taken back', () => {
    const ink = createInk(PAD);
    ink.down(finger, { x: 300, y: 150 });
    ink.move(finger.pointerId, { x: 301, y: 150 });
    expect(draw(ink, pen, loops(30))).toBe(true);
    expect(ink.paths().map((path) => path.length)).toEqual([30]);
    expect(draw(ink, finger, loops(5))).toBe(false);
  });

  test('goes on with the same stroke when the tablet is turned in the middle of it', () => {
    const ink = createInk(PAD);
    ink.down(finger, { x: 300, y: 100 });
    ink.resize({ w: 300, h: 400 });
    expect(ink.view()).toEqual({ scale: 0.5, dx: 0, dy: 150 });
    ink.move(finger.pointerId, { x: 160, y: 200 });
    ink.up(finger.pointerId);
    expect(pointsOf(ink.strokes())).toEqual([
      [
        [300, 100],
        [320, 100],
      ],
    ]);
    expect(ink.strokes()).toMatchObject(PAD);
  });

  test('starts anew on the pad of now when nothing is drawn', () => {
    const ink = createInk(PAD);
    ink.resize({ w: 300, h: 400 });
    draw(ink, finger, loops(3));
    expect(ink.strokes()).toMatchObject({ w: 300, h: 400 });
  });
});

describe('a signature', () => {
  const signed = (...paths: [number, number][][]) => {
    const ink = createInk(PAD);
    for (const path of paths) draw(ink, finger, path);
    return ink.strokes();
  };
  const across: [number, number][] = [[100, 100], [200, 102], [300, 101]]; // prettier-ignore

  test('may be one line of loops or two strokes', () => {
    expect(checkSignature(signed(loops(200)))).toBeNull();
    expect(checkSignature(signed(across, [[150, 60], [150, 140]]))).toBeNull(); // prettier-ignore
  });

  test('is more than a dot, a hook in a corner or one straight line', () => {
    expect(checkSignature(signed())).toBe('empty');
    expect(checkSignature(signed([[100, 100]]))).toBe('too-little');
    expect(checkSignature(signed([[100, 100], [102, 160], [104, 100]]))).toBe('too-little'); // prettier-ignore
    expect(checkSignature(signed(across))).toBe('straight-line');
  });

  test('by mark may be a straight line, but no touch by accident', () => {
    expect(checkMark(signed(across))).toBeNull();
    expect(checkMark(signed([[100, 100]]))).toBe('too-little');
    expect(checkMark(signed())).toBe('empty');
  });

  test('drawn on a turned tablet beside the first pad is no signature beside the paper', () => {
    const ink = createInk(PAD);
    draw(ink, finger, across);
    ink.resize({ w: 300, h: 400 });
    draw(ink, finger, [[150, 20], [160, 390], [150, 30]]); // prettier-ignore
    const strokes = ink.strokes();
    expect(strokesFault(strokes, 'drawn')).toBeNull();
    const points = pointsOf(strokes).flat();
    expect(points.every(([x, y]) => x >= 0 && y >= 0 && x <= strokes.w && y <= strokes.h)).toBe(true);
  });

  test('that slips over the edge of the pad stays on it', () => {
    const ink = createInk(PAD);
    draw(ink, finger, [[590, 100], [900, -300], [580, 120]]); // prettier-ignore
    expect(pointsOf(ink.strokes())).toEqual([[[590, 100], [600, 0], [580, 120]]]); // prettier-ignore
  });
});
