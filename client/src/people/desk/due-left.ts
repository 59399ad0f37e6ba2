import type { Tone } from '../../ui/pill.tsx';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From here on a due time is marked: half a working day. */
export const SOON_MS = 4 * HOUR_MS;

export interface DueLeft {
  readonly past: boolean;
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly count: number;
  readonly tone: Tone;
}

/** How far a due time is, in the largest whole unit, and how loud to say it. */
export function dueLeft(dueMs: number, nowMs: number): DueLeft {
  const left = dueMs - nowMs;
  const past = left < 0;
  const far = Math.abs(left);
  const tone = past ? 'wrong' : far < SOON_MS ? 'wait' : 'neutral';
  if (far < HOUR_MS) return { past, unit: 'minutes', count: Math.floor(far / MINUTE_MS), tone };
  if (far < DAY_MS) return { past, unit: 'hours', count: Math.floor(far / HOUR_MS), tone };
  return { past, unit: 'days', count: Math.floor(far / DAY_MS), tone };
}
