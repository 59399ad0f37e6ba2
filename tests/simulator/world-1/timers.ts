import type { Lifeline } from './lifeline.ts';

interface Job {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  readonly owner: Lifeline | undefined;
}

/** What will fall due, soonest first; of two at the same moment, the one that was set first. */
export interface Timers {
  after(at: number, run: () => void, owner?: Lifeline): () => void;
  /** Taken out: everything whose time has come. */
  due(now: number): readonly (() => void)[];
  next(): number | null;
}

export function createTimers(): Timers {
  let jobs: Job[] = [];
  let orders = 0;
  return {
    after: (at, run, owner) => {
      const job: Job = { at, order: (orders += 1), run, owner };
      const place = jobs.findIndex((other) => other.at > at);
      if (place === -1) jobs.push(job);
      else jobs.splice(place, 0, job);
      return () => {
        jobs = jobs.filter((other) => other !== job);
      };
    },
    due: (now) => {
      const some: (() => void)[] = [];
      while (jobs[0] !== undefined && jobs[0].at <= now) {
        const job = jobs.shift();
        if (job && !job.owner?.isDead()) some.push(job.run);
      }
      return some;
    },
    next: () => {
      jobs = jobs[0]?.owner?.isDead() ? jobs.filter((job) => !job.owner?.isDead()) : jobs;
      return jobs[0]?.at ?? null;
    },
  };
}
