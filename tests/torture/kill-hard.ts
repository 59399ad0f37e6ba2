/** SIGKILL to a process, or with a negative number to its whole group. Whoever has gone already stays gone. */
export function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    const hasGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!hasGone) throw error;
  }
}
