import { cardDocuments, type CardDocument } from '@cession/shared/document/document.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import { queueItems, type QueueItem } from '@cession/shared/handoff/queue-item.ts';
import { waitsForFiles } from '@cession/shared/handoff/waits-for-files.ts';
import type { CompanyId } from '@cession/shared/people/actor.ts';
import { companies } from '@cession/shared/people/company.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import { cardName } from '../card/card-name.ts';
import type { EffectContext } from '../sync/effect.ts';
import { countryOf } from './country-of.ts';
import { dueAt } from './service-level.ts';

/**
 * Gives a hand-over its place in accounting's queue, unless files it names are still on the way: then nothing, and
 * whoever brings the last byte asks again. `changed` are documents as they will stand after this transaction.
 */
export async function enqueueIfWhole(
  handoff: Handoff,
  context: EffectContext,
  changed: readonly CardDocument[] = [],
): Promise<Change[]> {
  const documents = await documentsNamed(handoff, context);
  const known = new Map([...documents, ...changed].map((document) => [document.id, document]));
  if (waitsForFiles(handoff, [...known.values()])) return [];
  return [queueItems.put(await placeInQueue(handoff, context))];
}

async function documentsNamed(handoff: Handoff, context: EffectContext): Promise<CardDocument[]> {
  const rows: CardDocument[] = [];
  for (const { id } of handoff.snapshot.documents ?? []) {
    const row = await context.load(cardDocuments.ref(id));
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** A resend keeps its place: the same item, the same first receipt. A card accepted before starts anew. */
async function placeInQueue(handoff: Handoff, context: EffectContext): Promise<QueueItem> {
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
