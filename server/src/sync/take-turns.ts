import { holdsNobody, type LedgerEntry } from './ledger.ts';
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
  const satisfied = new Set(await tx.freedAmong(deps));
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
      if (holdsNobody(entry.state)) {
        satisfied.add(entry.id);
        if (entry.supersedes !== null) satisfied.add(entry.supersedes);
      }
      return entry;
    },
    keepWaiting: (entry) => {
      const { id, device, refs, waitsFor } = entry;
      if (device !== null) open.set(id, { id, device, refs, waitsFor });
      return entry;
    },
  };
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
