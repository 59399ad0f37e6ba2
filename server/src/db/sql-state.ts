/** The five-character code PostgreSQL gave for a failure (its documentation, appendix A), however deeply wrapped. */
export function sqlState(error: unknown): string | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code)) return cause.code;
  }
  return null;
}

/** Classes of codes that speak about the data of one statement, so they are the fault of who wrote it. */
const DATA_CLASSES: ReadonlySet<string> = new Set(['22', '23', '2F', '38', '39', '42', '44', 'P0']);

/**
 * True when the database or the way to it failed: busy, restarting, full, gone, or asking for another try.
 * Never the fault of the mutation at hand.
 */
export function isDatabaseTrouble(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return !DATA_CLASSES.has(state.slice(0, 2));
  return chainOf(error).some(isBrokenConnection);
}

function isBrokenConnection(error: Error): boolean {
  if ('code' in error && typeof error.code === 'string' && /^(E[A-Z]{3,}|ERR_SOCKET)/.test(error.code)) return true;
  return /connection terminated|timeout exceeded when trying to connect|not queryable|client has encountered/i.test(
    error.message,
  );
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 5; cause = cause.cause) chain.push(cause);
  return chain;
}
