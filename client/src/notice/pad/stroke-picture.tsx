import { pointsOf } from '@cession/shared/notice/evidence-strokes.ts';
import type { Strokes } from '@cession/shared/notice/paper-document.ts';

/** What was drawn, drawn again from its strokes; cut to what is there. */
export function StrokePicture({ strokes, alt }: { strokes: Strokes; alt: string }) {
  const paths = pointsOf(strokes);
  const points = paths.flat();
  const margin = 6;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs, strokes.w) - margin, Math.min(...ys, strokes.h) - margin];
  const [right, bottom] = [Math.max(...xs, 0) + margin, Math.max(...ys, 0) + margin];
  return (
    <svg
      role="img"
      aria-label={alt}
      viewBox={`${left} ${top} ${Math.max(1, right - left)} ${Math.max(1, bottom - top)}`}
      className="max-h-36 w-full text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.25}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {paths.map((path, at) => (
        <polyline
          key={at}
          points={(path.length === 1 ? [...path, ...path] : path).map((point) => point.join(',')).join(' ')}
        />
      ))}
    </svg>
  );
}
