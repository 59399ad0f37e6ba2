import { createInk, type Ink, type PadPoint, type PadSize } from './ink.ts';

export interface Pad {
  readonly ink: Ink;
  undo(): void;
  clear(): void;
  /** Draws everything again, in the colour the canvas has now. */
  redraw(): void;
  detach(): void;
}

const LINE_PX = 2.25;
const MOST_DENSITY = 3;
/** Browser bars come and go: a little more room is no new pad. Less room always is, and so is a tablet that was turned. */
const JITTER_PX = 140;

/**
 * Makes a canvas a signature pad. Segments are drawn in the handler of the move that brought them, from every sample the
 * hardware took; the strokes outlive turning the tablet in the middle of one.
 */
export function attachPad(canvas: HTMLCanvasElement, box: HTMLElement, changed: () => void): Pad {
  const pen = canvas.getContext('2d', { desynchronized: true });
  let size = sizeOf(box);
  let windowWidth = innerWidth;
  const ink = createInk(size);
  const redraw = () => drawAll(canvas, pen, ink, size);
  const observer = new ResizeObserver(() => {
    const next = sizeOf(box);
    const wasTurned = windowWidth !== innerWidth;
    if (next.w === 0 || !(wasTurned || isNewSize(size, next))) return;
    windowWidth = innerWidth;
    size = next;
    ink.resize(size);
    redraw();
  });
  observer.observe(box);
  redraw();
  const listening = new AbortController();
  listen(canvas, ink, { segment: (count) => drawTail(pen, ink, count), redraw, changed }, listening.signal);
  return {
    ink,
    redraw,
    undo: () => {
      ink.undo();
      redraw();
      changed();
    },
    clear: () => {
      ink.clear();
      redraw();
      changed();
    },
    detach: () => {
      listening.abort();
      observer.disconnect();
    },
  };
}

interface Drawing {
  segment(newPoints: number): void;
  redraw(): void;
  changed(): void;
}

function listen(canvas: HTMLCanvasElement, ink: Ink, drawing: Drawing, signal: AbortSignal): void {
  // Not offsetX: browsers disagree about it for the samples between two events.
  let corner = { left: 0, top: 0 };
  const at = (event: PointerEvent): PadPoint => ({ x: event.clientX - corner.left, y: event.clientY - corner.top });
  const start = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    corner = canvas.getBoundingClientRect();
    const strokesBefore = ink.paths().length;
    if (!ink.down(event, at(event))) return;
    canvas.setPointerCapture(event.pointerId);
    // A palm's beginning may have been taken back.
    if (ink.paths().length <= strokesBefore) drawing.redraw();
    drawing.segment(1);
    drawing.changed();
  };
  const go = (event: PointerEvent) => {
    corner = canvas.getBoundingClientRect();
    const samples = event.getCoalescedEvents?.() ?? [];
    const points = samples.length > 0 ? samples : [event];
    let drawn = 0;
    for (const point of points) if (ink.move(event.pointerId, at(point))) drawn += 1;
    if (drawn > 0) drawing.segment(drawn);
  };
  const end = (event: PointerEvent) => {
    ink.up(event.pointerId);
    drawing.changed();
  };
  canvas.addEventListener('pointerdown', start, { signal });
  canvas.addEventListener('pointermove', go, { signal });
  canvas.addEventListener('pointerup', end, { signal });
  canvas.addEventListener('pointercancel', end, { signal });
  // Older Safari scrolls and magnifies on touches that only `touch-action` forbids.
  canvas.addEventListener('touchstart', (event) => event.preventDefault(), { signal, passive: false });
}

function sizeOf(box: HTMLElement): PadSize {
  return { w: box.clientWidth, h: box.clientHeight };
}

function isNewSize(before: PadSize, next: PadSize): boolean {
  return next.w !== before.w || next.h < before.h || next.h > before.h + JITTER_PX || before.h === 0;
}

function drawAll(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D | null, ink: Ink, size: PadSize): void {
  if (pen === null) return;
  const density = Math.min(MOST_DENSITY, window.devicePixelRatio || 1);
  canvas.width = Math.round(size.w * density);
  canvas.height = Math.round(size.h * density);
  canvas.style.width = `${size.w}px`;
  canvas.style.height = `${size.h}px`;
  pen.scale(density, density);
  pen.lineWidth = LINE_PX;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = getComputedStyle(canvas).color;
  for (const path of ink.paths()) drawPath(pen, ink, path);
}

/** Only what the last samples added: the rest stays on the glass. */
function drawTail(pen: CanvasRenderingContext2D | null, ink: Ink, newPoints: number): void {
  const path = ink.paths().at(-1);
  if (pen !== null && path !== undefined) drawPath(pen, ink, path.slice(-(newPoints + 1)));
}

function drawPath(pen: CanvasRenderingContext2D, ink: Ink, path: readonly (readonly [number, number])[]): void {
  const { scale, dx, dy } = ink.view();
  const [first] = path;
  if (first === undefined) return;
  const toPad = (value: number) => (value / 16) * scale;
  pen.beginPath();
  pen.moveTo(toPad(first[0]) + dx, toPad(first[1]) + dy);
  // A lone point is drawn as a line to itself: a dot.
  for (const [x, y] of path.length === 1 ? path : path.slice(1)) pen.lineTo(toPad(x) + dx, toPad(y) + dy);
  pen.stroke();
}
