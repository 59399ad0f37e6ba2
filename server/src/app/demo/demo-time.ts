import { atHour, dayIn } from '../../people/business-hours.ts';
import { isRestDay, zoneOfCountry } from '../../people/rest-days.ts';
import type { Day } from '@cession/shared/kernel/instant.ts';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The past as the demo counts it: from the moment it is made, on the company's clock. */
export interface DemoTime {
  minutesAgo(minutes: number): number;
  /** `workdays` business days before today at `time`, such as `14:20`. */
  workday(workdays: number, time: string): number;
}

export function demoTime(nowMs: number, country: string): DemoTime {
  const zone = zoneOfCountry(country);
  return {
    minutesAgo: (minutes) => nowMs - minutes * MINUTE_MS,
    workday: (workdays, time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return atHour(zone, workdayBefore(dayIn(zone, nowMs), workdays, country), hour) + minute * MINUTE_MS;
    },
  };
}

function workdayBefore(today: Day, workdays: number, country: string): Day {
  let day = today;
  for (let left = workdays; left > 0;) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10) as Day; // a day by construction
    if (!isRestDay(country, day)) left -= 1;
  }
  return day;
}
