import { StorageFailure, type StorageFault } from './local-store.ts';

const CLOSED = new Set(['DatabaseClosedError', 'InvalidStateError', 'InvalidState', 'DatabaseClosed', 'NotFoundError']);
const BROKEN = new Set(['UnknownError', 'AbortError', 'DataError', 'TimeoutError', 'TransactionInactiveError']);
const DEXIE_OWN = new Set(['OpenFailedError', 'MissingAPIError', 'PrematureCommitError', 'TransactionInactive']);

/** The browser's word for it, sorted by what helps: free some space, open again, or tell the person. */
export function storageFault(reason: unknown): StorageFault | null {
  for (const name of namesOf(reason)) {
    if (name === 'QuotaExceededError') return 'full';
    if (CLOSED.has(name)) return 'closed';
    if (BROKEN.has(name) || DEXIE_OWN.has(name)) return 'broken';
  }
  return null;
}

export function asStorageFailure(reason: unknown): unknown {
  if (reason instanceof StorageFailure) return reason;
  const fault = storageFault(reason);
  return fault ? new StorageFailure(fault, reason) : reason;
}

/** Dexie wraps the browser's error one or two deep; the innermost says most. */
function namesOf(reason: unknown): string[] {
  const names: string[] = [];
  let at: unknown = reason;
  while (at instanceof Error || at instanceof DOMException) {
    names.unshift(at.name);
    const inner: unknown = 'inner' in at ? at.inner : at.cause;
    if (inner === at) break;
    at = inner;
  }
  return names;
}
