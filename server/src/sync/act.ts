import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import { applyMutations } from './apply-mutations.ts';
import { keepReceipts } from './keep-receipts.ts';
import { readMessage } from './read-messages.ts';
import type { RequestRefusal, Spine } from './spine-parts.ts';

/** What a person at the desk does, online. Same shape as a mutation from a phone, without a place in an order. */
export interface Act {
  readonly id: string;
  readonly name: string;
  readonly v: number;
  readonly args: unknown;
  readonly at: string;
  /** Left out, the person is taken to have seen the row as it stands. */
  readonly base?: unknown;
}

/** Same receipt, same ledger, same decision as a push of one; repeating it answers the same. */
export async function perform(spine: Spine, actor: SyncActor, act: Act): Promise<Result<Verdict, RequestRefusal>> {
  const receivedAt = msToInstant(spine.env.now());
  const message = await readMessage(spine, { actor, device: null, receivedAt }, { ...act, seq: 0 });
  if (message === null) return err(WITHOUT_ID);
  const kept = await spine.store.write(actor.companyId, (tx) => keepReceipts(spine, tx, [message], null));
  const settled = await applyMutations(spine, actor.companyId, kept.open);
  const verdict = settled.get(message.entry.id) ?? kept.verdicts[0];
  if (verdict === undefined) throw new Error('a kept receipt has a verdict');
  return ok(verdict);
}

const WITHOUT_ID: RequestRefusal = {
  status: 400,
  code: 'request.malformed',
  message: 'The mutation has no id, so nothing was taken in.',
};
