import type { Verdict } from '@cession/shared/sync/protocol.ts';
import { LIMITS } from '@cession/shared/sync/protocol.ts';
import { isDatabaseTrouble } from '../db/sql-state.ts';
import { applyBatch, type Care } from './apply-batch.ts';
import { failedAttempt } from './failed-attempt.ts';
import { isTerminal, verdictOf } from './ledger.ts';
import type { Spine } from './spine-parts.ts';

/** Settles received mutations, and those that only waited for them. Answers every verdict it came by, by id. */
export async function applyMutations(
  spine: Spine,
  companyId: string,
  ids: readonly string[],
  busy: 'wait' | 'skip' = 'wait',
): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const looked = new Set<string>();
  let rest = [...new Set(ids)];
  while (rest.length > 0) {
    const batch = rest.slice(0, LIMITS.pushMutations);
    rest = rest.slice(batch.length);
    const result = await applyOrIsolate(spine, companyId, batch, busy);
    for (const verdict of result.verdicts) verdicts.set(verdict.id, verdict);
    for (const id of batch) looked.add(id);
    // Each is looked at once more when what it waited for is settled, so this ends.
    rest.push(...result.released.filter((id) => !rest.includes(id) && mayMove(looked, verdicts, id)));
  }
  return verdicts;
}

function mayMove(looked: ReadonlySet<string>, verdicts: ReadonlyMap<string, Verdict>, id: string): boolean {
  return !looked.has(id) || verdicts.get(id)?.state === 'held';
}

interface Applied {
  readonly verdicts: readonly Verdict[];
  readonly released: readonly string[];
}

/**
 * Nothing breaks, as a rule, so a batch is first decided without looking back. Where something did, it is undone and
 * decided again with a savepoint around each; and where the database refuses it as a whole, one by one: only the guilty
 * one pays.
 */
async function applyOrIsolate(
  spine: Spine,
  companyId: string,
  ids: readonly string[],
  busy: 'wait' | 'skip',
): Promise<Applied> {
  const apply = async (care: Care): Promise<Applied> => {
    const how = { companyId, busy, care };
    const result = await spine.store.write(companyId, (tx) => applyBatch(spine, tx, ids, how));
    if (result.ver !== null) spine.announce(companyId, result.ver);
    return result;
  };
  try {
    return await apply('swift').catch((error: unknown) => {
      if (isDatabaseTrouble(error)) throw error;
      return apply('careful');
    });
  } catch (error) {
    if (isDatabaseTrouble(error)) throw error;
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) return countFailure(spine, companyId, only, error);
    spine.log.warn('batch.taken-apart', { companyId, mutations: ids.length, error });
    return applyEach(spine, companyId, ids, busy);
  }
}

async function applyEach(
  spine: Spine,
  companyId: string,
  ids: readonly string[],
  busy: 'wait' | 'skip',
): Promise<Applied> {
  const results: Applied[] = [];
  for (const id of ids) results.push(await applyOrIsolate(spine, companyId, [id], busy));
  return {
    verdicts: results.flatMap((result) => result.verdicts),
    released: results.flatMap((result) => result.released),
  };
}

async function countFailure(spine: Spine, companyId: string, id: string, error: unknown): Promise<Applied> {
  return spine.store.write(companyId, async (tx) => {
    const [entry] = await tx.lockEntries([id], 'wait');
    if (entry === undefined) return { verdicts: [], released: [] };
    if (isTerminal(entry.state)) return { verdicts: [verdictOf(entry)], released: [] };
    const failed = failedAttempt(spine, companyId, entry, error);
    await tx.saveOutcomes([failed]);
    return { verdicts: [verdictOf(failed)], released: isTerminal(failed.state) ? await tx.heldWaitingFor([id]) : [] };
  });
}
