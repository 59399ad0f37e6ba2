import { isDone, isTerminal, type LedgerEntry } from './ledger.ts';
import type { OpenEntry, WriteTransaction } from './store.ts';

/**
 * Who has to wait for whom: a mutation waits for those it names, and for earlier ones of the same installation
 * that look at the same rows. Nothing else ever waits.
 */
export interface Turns {
  /** Ids of what stands in the way. */
  mustWaitFor(entry: LedgerEntry): readonly string[];
  /** It is settled: whoever waited for it may be looked at. Answers the entry. */
  finish(entry: LedgerEntry): LedgerEntry;
  /** It is not settled: those behind it wait. Answers the entry. */
  keepWaiting(entry: LedgerEntry): LedgerEntry;
}

export async function createTurns(tx: WriteTransaction, batch: readonly LedgerEntry[]): Promise<Turns> {
  const deps = [...new Set(batch.flatMap((entry) => entry.deps))];
  const satisfied = new Set(await freeDeps(tx, deps));
  const devices = batch.flatMap((entry) => entry.device ?? []);
  const open = new Map((await tx.openOfDevices(devices)).map((entry) => [entry.id, entry]));
  return {
    mustWaitFor: (entry) => {
      const unmet = entry.deps.filter((dep) => dep !== entry.id && !satisfied.has(dep));
      const before = [...open.values()].filter((other) => standsBefore(open, other, entry)).map(({ id }) => id);
      return [...new Set([...unmet, ...before])];
    },
    finish: (entry) => {
      open.delete(entry.id);
      if (frees(entry)) satisfied.add(entry.id);
      if (isDone(entry.state) && entry.supersedes !== null) satisfied.add(entry.supersedes);
      return entry;
    },
    keepWaiting: (entry) => {
      const { id, device, refs, waitsFor } = entry;
      if (device !== null) open.set(id, { id, device, refs, waitsFor });
      return entry;
    },
  };
}

/** A refused predecessor holds nobody: the follower's own rule says whether it still makes sense. One in review does. */
function frees(entry: Pick<LedgerEntry, 'state'>): boolean {
  return isTerminal(entry.state) && entry.state !== 'quarantined';
}

async function freeDeps(tx: WriteTransaction, deps: readonly string[]): Promise<readonly string[]> {
  if (deps.length === 0) return [];
  const done = await tx.doneAmong(deps);
  const freed = (await tx.entries(deps)).filter((entry) => frees(entry)).map(({ id }) => id);
  return [...done, ...freed];
}

function standsBefore(open: ReadonlyMap<string, OpenEntry>, other: OpenEntry, entry: LedgerEntry): boolean {
  if (entry.device === null || other.id === entry.id) return false;
  const isSameInstallation =
    other.device.id === entry.device.id && other.device.incarnation === entry.device.incarnation;
  if (!isSameInstallation || (other.device.seq ?? 0) >= (entry.device.seq ?? 0)) return false;
  return other.refs.some((ref) => entry.refs.includes(ref)) && !waitsForIt(open, other, entry);
}

/** Two that wait for each other would wait for ever: who waits for this one, or for what it repairs, lets it pass. */
function waitsForIt(open: ReadonlyMap<string, OpenEntry>, other: OpenEntry, entry: LedgerEntry): boolean {
  const seen = new Set<string>();
  const toLook = [...other.waitsFor];
  for (let id = toLook.pop(); id !== undefined; id = toLook.pop()) {
    if (id === entry.id || id === entry.supersedes) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    toLook.push(...(open.get(id)?.waitsFor ?? []));
  }
  return false;
}
