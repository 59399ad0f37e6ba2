export type SnoozeChoice = 'later-today' | 'tomorrow' | 'monday';

const LATER_HOURS = 3;
const LAST_HOUR = 18;
const MORNING = 9;
const MONDAY = 1;

/**
 * The times an item is usually put away until, on this desk's own clock. Later today is offered only while there is a
 * later today, and Monday only where it is not tomorrow.
 */
export function snoozeTimes(now: Date): readonly { readonly choice: SnoozeChoice; readonly at: Date }[] {
  const later = new Date(now);
  later.setHours(now.getHours() + LATER_HOURS, 0, 0, 0);
  const tomorrow = morningIn(now, 1);
  const monday = morningIn(now, (MONDAY - now.getDay() + 7) % 7 || 7);
  return [
    ...(later.getDate() === now.getDate() && later.getHours() <= LAST_HOUR
      ? [{ choice: 'later-today', at: later } as const]
      : []),
    { choice: 'tomorrow', at: tomorrow },
    ...(monday.getTime() === tomorrow.getTime() ? [] : [{ choice: 'monday', at: monday } as const]),
  ];
}

function morningIn(now: Date, days: number): Date {
  const day = new Date(now);
  day.setDate(now.getDate() + days);
  day.setHours(MORNING, 0, 0, 0);
  return day;
}

/** A typed day and time on this desk's clock (`2026-11-23`, `14:30`); null where that is no moment. */
export function momentOf(day: string, time: string): Date | null {
  const at = new Date(`${day}T${time}`);
  return day !== '' && time !== '' && Number.isFinite(at.getTime()) ? at : null;
}
