/** A section that was on the glass, whole milliseconds. */
export interface SectionRead {
  readonly section: string;
  readonly ms: number;
}

/**
 * How long each section of the paper stood on the glass. A section counts as read once its end has been seen; it is
 * handed out once, when it leaves the glass or the reader goes on.
 */
export interface ReadingClock {
  show(section: string, visible: boolean, endSeen: boolean): void;
  /** The page is covered or goes on: every open section stops. */
  pause(): void;
  /** Sections that became read since the last call. */
  take(all: boolean): readonly SectionRead[];
}

interface Reading {
  total: number;
  since: number | null;
  ended: boolean;
}

export function createReadingClock(mono: () => number, told: readonly string[]): ReadingClock {
  const readings = new Map<string, Reading>();
  const done = new Set(told);
  const stop = (reading: Reading) => {
    if (reading.since !== null) reading.total += mono() - reading.since;
    reading.since = null;
  };
  return {
    show: (section, visible, endSeen) => {
      const reading = readings.get(section) ?? { total: 0, since: null, ended: false };
      readings.set(section, reading);
      reading.ended ||= endSeen;
      if (visible) reading.since ??= mono();
      else stop(reading);
    },
    pause: () => {
      for (const reading of readings.values()) stop(reading);
    },
    take: (all) => {
      const read = [...readings].filter(
        ([name, { ended, since }]) => ended && !done.has(name) && (all || since === null),
      );
      for (const [name, reading] of read) {
        stop(reading);
        done.add(name);
      }
      return read.map(([section, { total }]) => ({ section, ms: Math.round(total) }));
    },
  };
}
