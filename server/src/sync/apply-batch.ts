import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import { isDatabaseTrouble } from '../db/sql-state.ts';
import { StaleRead } from '../db/stale-read.ts';
import { decodeMutation } from './decode-mutation.ts';
import { failedAttempt } from './failed-attempt.ts';
import { flushRows } from './flush-rows.ts';
import { effectNamed, judgeMutation, type Judgement, type JudgeWorld } from './judge-mutation.ts';
import { isTerminal, refusedVerdict, verdictOf, type LedgerEntry } from './ledger.ts';
import { createRowBuffer } from './row-buffer.ts';
import type { Spine } from './spine-parts.ts';
import type { WriteTransaction } from './store.ts';
import { createTurns, type Turns } from './take-turns.ts';

interface BatchWorld extends JudgeWorld {
  readonly care: Care;
}

export interface BatchResult {
  readonly verdicts: readonly Verdict[];
  /** The company's new version, null when no row changed. */
  readonly ver: number | null;
  /** Held mutations that may go ahead now. */
  readonly released: readonly string[];
}

/** `careful`: a mutation that breaks is undone by itself and counted. `swift`: it breaks the batch. */
export type Care = 'swift' | 'careful';

interface BatchWork {
  readonly companyId: string;
  readonly busy: 'wait' | 'skip';
  readonly care: Care;
}

/**
 * One transaction for up to 50 received mutations: lock, decide each, take the company's version last, write everything
 * at once. A mutation that was settled meanwhile answers what was settled.
 */
export async function applyBatch(
  spine: Spine,
  tx: WriteTransaction,
  ids: readonly string[],
  { companyId, busy, care }: BatchWork,
): Promise<BatchResult> {
  const locked = await tx.lockEntries(ids, busy);
  const open = inTurn(locked.filter((entry) => !isTerminal(entry.state)));
  if (open.length === 0) return { verdicts: locked.map((entry) => verdictOf(entry)), ver: null, released: [] };
  const settled = new Map<string, LedgerEntry>();
  const world: BatchWorld = {
    ...{ spine, tx, companyId, care },
    buffer: createRowBuffer(tx, spine.tables),
    now: msToInstant(spine.env.now()),
    known: (id) => settled.get(id) ?? null,
  };
  await lockRows(world, open);
  const turns = await createTurns(tx, open);
  for (const entry of open) settled.set(entry.id, await settle(world, turns, entry));
  const ver = await flushRows(tx, world.buffer);
  const outcomes = [...settled.values()].map((entry) => withVersion(entry, ver));
  await tx.saveOutcomes(outcomes.filter((outcome) => hasMoved(outcome, open)));
  return {
    verdicts: locked.map((entry) => verdictOf(outcomes.find(({ id }) => id === entry.id) ?? entry)),
    ver,
    released: await nowReleased(tx, outcomes),
  };
}

/** Devices one after another, each in its own order. */
function inTurn(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const place = ({ device, id }: LedgerEntry) =>
    device === null ? id : `${device.id}/${device.incarnation}/${String(device.seq ?? 0).padStart(16, '0')}/${id}`;
  return entries.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** All rows anyone in the batch will look at, in one order for everybody: two batches queue up instead of crossing. */
async function lockRows({ buffer, spine }: JudgeWorld, entries: readonly LedgerEntry[]): Promise<void> {
  const refs = entries.flatMap((entry) => {
    const read = entry.refs.map((key) => ({
      table: key.slice(0, key.indexOf(':')),
      id: key.slice(key.indexOf(':') + 1),
    }));
    return [...read, ...(effectNamed(spine, entry.name)?.looksAt?.(read) ?? [])];
  });
  await buffer.load(refs.filter((ref) => Object.hasOwn(spine.tables, ref.table)));
}

async function settle(world: BatchWorld, turns: Turns, entry: LedgerEntry): Promise<LedgerEntry> {
  const decoded = decodeMutation(world.spine.mutators, entry.name, entry.version, entry.args);
  if (decoded.kind === 'newer') return held(turns, entry, { code: 'mutation.newer-than-server' }, []);
  if (decoded.kind === 'refused') return turns.finish(refused(entry, decoded.refusal));
  const waitsFor = turns.mustWaitFor(entry);
  if (waitsFor.length > 0) return held(turns, entry, { code: 'mutation.waits' }, waitsFor);
  const judge = () => judgeMutation(world, entry, decoded.mutator, decoded.args);
  const settled = (judgement: Judgement) =>
    turns.finish(judgement.kind === 'refused' ? refused(entry, judgement.refusal) : done(entry, judgement));
  if (world.care === 'swift') return settled(await judge());
  const back = world.buffer.checkpoint();
  try {
    return settled(await world.tx.savepoint(judge));
  } catch (error) {
    if (error instanceof StaleRead || isDatabaseTrouble(error)) throw error;
    back();
    const failed = failedAttempt(world.spine, world.companyId, entry, error);
    return isTerminal(failed.state) ? turns.finish(failed) : turns.keepWaiting(failed);
  }
}

function held(turns: Turns, entry: LedgerEntry, refusal: Refusal, waitsFor: readonly string[]): LedgerEntry {
  return turns.keepWaiting({ ...entry, state: 'held', verdict: refusedVerdict(entry.id, 'held', refusal), waitsFor });
}

function refused(entry: LedgerEntry, refusal: Refusal): LedgerEntry {
  return { ...entry, state: 'rejected', verdict: refusedVerdict(entry.id, 'rejected', refusal), waitsFor: [] };
}

function done(entry: LedgerEntry, judgement: Extract<Judgement, { kind: 'done' }>): LedgerEntry {
  const { state, conflicts, agreed } = judgement;
  const verdict: Verdict = { id: entry.id, state, ...(conflicts.length > 0 && { conflicts: [...conflicts] }) };
  return { ...entry, state, verdict, waitsFor: [], agreed };
}

/** The version under which the person's phone will hear of it. */
function withVersion(entry: LedgerEntry, ver: number | null): LedgerEntry {
  if (ver === null || entry.verdict === null) return entry;
  if (entry.state !== 'applied' && entry.state !== 'conflict') return entry;
  return { ...entry, verdict: { ...entry.verdict, ver } };
}

function hasMoved(outcome: LedgerEntry, before: readonly LedgerEntry[]): boolean {
  const entry = before.find(({ id }) => id === outcome.id);
  if (outcome.state !== 'held' || entry?.state !== 'held') return true;
  return outcome.waitsFor.join() !== entry.waitsFor.join();
}

async function nowReleased(tx: WriteTransaction, outcomes: readonly LedgerEntry[]): Promise<readonly string[]> {
  const settled = outcomes.filter((outcome) => isTerminal(outcome.state));
  return tx.heldWaitingFor(settled.flatMap(({ id, supersedes }) => (supersedes === null ? [id] : [id, supersedes])));
}
