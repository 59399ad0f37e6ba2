import type { Strokes } from '@cession/shared/notice/paper-document.ts';

/** CSS pixels. */
export interface PadSize {
  readonly w: number;
  readonly h: number;
}

/** What the rules of the pad need to know of a pointer; CSS pixels from the pad's corner. */
export interface PadPointer {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly isPrimary: boolean;
  /** Of the touching surface. */
  readonly width: number;
  readonly height: number;
}

export interface PadPoint {
  readonly x: number;
  readonly y: number;
}

type Point = readonly [x: number, y: number];
/** A broader contact is a palm or a sleeve. */
const PALM_PX = 40;
const UNIT = 16;
const MOST_STROKES = 200;
const MOST_POINTS = 5000;

/** Where the pad of the first stroke lies on the pad of now: the drawing keeps its shape when the tablet is turned. */
export interface PadView {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * What is drawn, as geometry and nothing else: no time, no pressure. One pen or finger at a time; a pen beats touch for
 * as long as the pad lives. Nothing is ever read back from pixels.
 */
export interface Ink {
  /** False: this pointer does not draw. A pen that arrives takes back what a palm has begun. */
  down(pointer: PadPointer, at: PadPoint): boolean;
  /** True: the point belongs to the stroke being drawn. */
  move(pointerId: number, at: PadPoint): boolean;
  /** The end of a stroke; a call that interrupts it ends it as well and keeps it. */
  up(pointerId: number): void;
  undo(): void;
  clear(): void;
  resize(size: PadSize): void;
  /** Strokes in sixteenths of a pixel of the pad they were begun on. */
  paths(): readonly (readonly Point[])[];
  view(): PadView;
  strokes(): Strokes;
}

export function createInk(first: PadSize): Ink {
  const paths: Point[][] = [];
  let base = first;
  let size = first;
  let drawing: { readonly pointerId: number; readonly isPen: boolean; readonly path: Point[] } | null = null;
  let penSeen = false;

  return {
    down: (pointer, at) => {
      const isPen = pointer.pointerType === 'pen';
      if (!isPen && (penSeen || drawing !== null || isPalm(pointer) || !pointer.isPrimary)) return false;
      if (drawing?.isPen === true || paths.length >= MOST_STROKES) return false;
      if (drawing !== null) paths.pop();
      penSeen ||= isPen;
      if (paths.length === 0) base = size;
      drawing = { pointerId: pointer.pointerId, isPen, path: [pointOn(base, size, at)] };
      paths.push(drawing.path);
      return true;
    },
    move: (pointerId, at) => {
      if (drawing?.pointerId !== pointerId || drawing.path.length >= MOST_POINTS) return false;
      drawing.path.push(pointOn(base, size, at));
      return true;
    },
    up: (pointerId) => {
      if (drawing?.pointerId === pointerId) drawing = null;
    },
    undo: () => {
      drawing = null;
      paths.pop();
    },
    clear: () => {
      drawing = null;
      paths.length = 0;
    },
    resize: (next) => void (size = next),
    paths: () => paths,
    view: () => viewBetween(base, size),
    strokes: () => toStrokes(base, paths),
  };
}

function pointOn(base: PadSize, size: PadSize, at: PadPoint): Point {
  const { scale, dx, dy } = viewBetween(base, size);
  // A captured pen is heard beyond the edge as well.
  const [x, y] = [Math.min(Math.max(at.x, 0), size.w), Math.min(Math.max(at.y, 0), size.h)];
  return [Math.round(((x - dx) / scale) * UNIT), Math.round(((y - dy) / scale) * UNIT)];
}

/** A pad that was turned has room beside the first one: what was drawn there widens the paper. */
function toStrokes(base: PadSize, paths: readonly (readonly Point[])[]): Strokes {
  const [left, top, right, bottom] = boundsOf(base, paths);
  const moved = paths.map((path) => path.map(([x, y]): Point => [x - left, y - top]));
  const [w, h] = [Math.ceil((right - left) / UNIT), Math.ceil((bottom - top) / UNIT)];
  return { v: 1, w: Math.max(1, w), h: Math.max(1, h), u: UNIT, s: moved.map(toSteps) };
}

function boundsOf(base: PadSize, paths: readonly (readonly Point[])[]): [number, number, number, number] {
  let [left, top, right, bottom] = [0, 0, base.w * UNIT, base.h * UNIT];
  for (const [x, y] of paths.flat()) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return [left, top, right, bottom];
}

/** The first pad inside the present one: as large as fits, in the middle. */
function viewBetween(base: PadSize, now: PadSize): PadView {
  const scale = Math.min(now.w / base.w, now.h / base.h);
  return { scale, dx: (now.w - base.w * scale) / 2, dy: (now.h - base.h * scale) / 2 };
}

function isPalm({ pointerType, width, height }: PadPointer): boolean {
  return pointerType === 'touch' && Math.max(width, height) > PALM_PX;
}

function toSteps(path: readonly Point[]): [number, number][] {
  return path.map(([x, y], at) => {
    const before = path[at - 1];
    return before === undefined ? [x, y] : [x - before[0], y - before[1]];
  });
}
