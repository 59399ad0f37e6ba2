export interface Pace {
  readonly perMinute: number;
  readonly atOnce: number;
  /** Milliseconds. */
  now(): number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

const MOST_NAMES = 10_000;

/** For each name a bucket of tokens that fills again with time. Kept in memory: each process counts for itself. */
export function tokenBuckets({ perMinute, atOnce, now }: Pace): { take(name: string): boolean } {
  const buckets = new Map<string, Bucket>();
  return {
    take: (name) => {
      const at = now();
      const bucket = buckets.get(name) ?? { left: atOnce, at };
      const left = Math.min(atOnce, bucket.left + ((at - bucket.at) * perMinute) / 60_000);
      // Set anew, so that the oldest name stands first when there are too many.
      buckets.delete(name);
      buckets.set(name, { left: Math.max(0, left - 1), at });
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_NAMES && oldest !== undefined) buckets.delete(oldest);
      return left >= 1;
    },
  };
}
