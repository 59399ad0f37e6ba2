import { createHash } from 'node:crypto';
import { handoffs, type Handoff } from '@cession/shared/handoff/handoff.ts';
import { queueItems, type QueueItem } from '@cession/shared/handoff/queue-item.ts';
import { cardName } from '../card/card-name.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { companies } from '@cession/shared/people/company.ts';
import type { CompanyId } from '@cession/shared/people/actor.ts';
import type { Effect } from '../sync/effect.ts';
import type { AfterContext } from '../sync/effect.ts';
import { countryOf } from './country-of.ts';
import { dueAt } from './service-level.ts';

/** The server seals the snapshot and gives the card its place in accounting's queue. */
export const sealAndEnqueue: Effect = {
  after: async (context) => {
    const handoff = handedOver(context);
    if (!handoff) return [];
    const sealed: Handoff = {
      ...handoff,
      sha256: createHash('sha256').update(canonicalJson(handoff.snapshot), 'utf8').digest('hex'),
      receivedAt: context.now,
    };
    return [handoffs.put(sealed), queueItems.put(await placeInQueue(sealed, context))];
  },
};

function handedOver(context: AfterContext): Handoff | null {
  const change = context.changes.find(({ table, op }) => table === handoffs.name && op === 'put');
  return change?.op === 'put' ? (change.row as Handoff) : null; // rows of this table are handoffs
}

/** A resend keeps its place: the same item, the same first receipt. A card accepted before starts anew. */
async function placeInQueue(handoff: Handoff, context: AfterContext): Promise<QueueItem> {
  const before = await context.load(queueItems.ref(handoff.cardId));
  const company = await context.load(companies.ref(context.actor.companyId as CompanyId));
  const resent = before !== null && before.state !== 'done' ? before : null;
  const cardCountry = countryOf(handoff.snapshot);
  return {
    id: handoff.cardId,
    handoffId: handoff.id,
    revision: handoff.revision,
    state: 'waiting',
    jurisdiction: handoff.snapshot.jurisdiction,
    name: cardName(handoff.snapshot.values),
    ownerId: handoff.snapshot.ownerId,
    firstReceivedAt: resent?.firstReceivedAt ?? context.now,
    receivedAt: context.now,
    dueAt: dueAt({
      receivedAt: context.now,
      dueBefore: resent?.dueAt ?? null,
      companyCountry: company?.country ?? cardCountry,
      cardCountry,
    }),
    claimedBy: null,
    leaseUntil: null,
    snoozedUntil: null,
    snoozedBy: null,
    returns: resent?.returns ?? 0,
  };
}
