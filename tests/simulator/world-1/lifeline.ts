/** Whatever can be killed: once dead, nothing it had begun goes on. */
export interface Lifeline {
  isDead(): boolean;
  die(): void;
  /** Called once, in the order of asking. */
  onDeath(run: () => void): void;
  readonly died: Promise<void>;
}

/** A new one each time: what waits for one that all share would be kept for as long as the process lives. */
export function never(): Promise<never> {
  return new Promise<never>(() => undefined);
}

export function createLifeline(): Lifeline {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  let isDead = false;
  const mourners: (() => void)[] = [];
  return {
    died,
    isDead: () => isDead,
    onDeath: (run) => void mourners.push(run),
    die: () => {
      if (isDead) return;
      isDead = true;
      for (const run of mourners) run();
      resolve();
    },
  };
}
