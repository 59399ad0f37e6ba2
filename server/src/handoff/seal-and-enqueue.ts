import { createHash } from 'node:crypto';
import { handoffs, type Handoff } from '@cession/shared/handoff/handoff.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import type { AfterContext, Effect } from '../sync/effect.ts';
import { enqueueIfWhole } from './enqueue-handoff.ts';

/** The server seals the snapshot and gives the card its place in accounting's queue, or has it wait for its files. */
export const sealAndEnqueue: Effect = {
  after: async (context) => {
    const handoff = handedOver(context);
    if (!handoff) return [];
    const sealed: Handoff = {
      ...handoff,
      sha256: createHash('sha256').update(canonicalJson(handoff.snapshot), 'utf8').digest('hex'),
      receivedAt: context.now,
    };
    return [handoffs.put(sealed), ...(await enqueueIfWhole(sealed, context))];
  },
};

function handedOver(context: AfterContext): Handoff | null {
  const change = context.changes.find(({ table, op }) => table === handoffs.name && op === 'put');
  return change?.op === 'put' ? (change.row as Handoff) : null; // rows of this table are handoffs
}
