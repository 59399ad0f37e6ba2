import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { ReturnCode, ReturnPoint } from '@cession/shared/handoff/return-reasons.ts';

/** A point of a return while it is being written. */
export interface DraftPoint {
  readonly path: CardPath;
  readonly code: ReturnCode | null;
  readonly note: string;
}

export const OTHER_NEEDS = 15;

/** Marks a field, or takes the mark away again. */
export function togglePoint(points: readonly DraftPoint[], path: CardPath): readonly DraftPoint[] {
  const without = points.filter((point) => point.path !== path);
  return without.length < points.length ? without : [...points, { path, code: null, note: '' }];
}

export function changePoint(
  points: readonly DraftPoint[],
  path: CardPath,
  change: Partial<DraftPoint>,
): readonly DraftPoint[] {
  return points.map((point) => (point.path === path ? { ...point, ...change } : point));
}

/** What a point still lacks: a reason, or the words that "other" cannot do without. */
export function lackOf(point: DraftPoint): 'code' | 'words' | null {
  if (point.code === null) return 'code';
  return point.code === 'other' && point.note.trim().length < OTHER_NEEDS ? 'words' : null;
}

/** The points as they are sent, or null while one of them lacks something or there is none. */
export function finishedPoints(points: readonly DraftPoint[]): ReturnPoint[] | null {
  const finished = points.flatMap(({ path, code, note }) => (code === null ? [] : [{ path, code, note: note.trim() }]));
  const whole = points.length > 0 && points.every((point) => lackOf(point) === null);
  return whole && finished.length === points.length ? finished : null;
}
