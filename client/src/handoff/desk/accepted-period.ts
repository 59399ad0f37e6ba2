import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';

export const PERIODS = ['all', 'today', 'week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

const WEEK_DAYS = 7;

/** The first moment of a period on this desk's clock; null for all time. A week is the last seven days, today included. */
export function startOf(period: Period, now: Date): Instant | null {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  switch (period) {
    case 'all':
      return null;
    case 'today':
      return msToInstant(new Date(year, month, day).getTime());
    case 'week':
      return msToInstant(new Date(year, month, day - WEEK_DAYS + 1).getTime());
    case 'month':
      return msToInstant(new Date(year, month, 1).getTime());
    case 'year':
      return msToInstant(new Date(year, 0, 1).getTime());
  }
}
