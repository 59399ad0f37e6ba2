/** How long the work took, in milliseconds: the fastest of several runs, because the machine has other things to do. */
export function fastest(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}
