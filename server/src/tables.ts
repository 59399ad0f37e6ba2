import { cardKeys } from '@cession/shared/card/card-key.ts';
import { cards, type Card } from '@cession/shared/card/card.ts';
import { handoffs } from '@cession/shared/handoff/handoff.ts';
import { questions } from '@cession/shared/handoff/question.ts';
import { queueItems } from '@cession/shared/handoff/queue-item.ts';
import { people } from '@cession/shared/people/actor.ts';
import { companies } from '@cession/shared/people/company.ts';
import { seesReach } from '@cession/shared/people/permissions.ts';
import { conflicts, type Conflict } from '@cession/shared/sync/conflict.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { SyncedRow } from '@cession/shared/sync/table.ts';
import { cardKeyTable, cardTable } from './card/card-tables.ts';
import { handoffTable, questionTable, queueItemTable } from './handoff/handoff-tables.ts';
import { isReach, shownValues } from './handoff/reach.ts';
import { companiesTable, peopleTable } from './people/people-tables.ts';
import { syncedConflicts } from './sync/synced-conflicts.ts';
import { syncedTable, type SyncedTables } from './sync/synced-table.ts';

/** EVERY SYNCED TABLE by its wire name: where it is kept and who may see a row of it. */
export const tables: SyncedTables = {
  [companies.name]: syncedTable({ shared: companies, table: companiesTable, audience: () => ['all'] }),
  [people.name]: syncedTable({ shared: people, table: peopleTable, audience: () => ['all'] }),
  [cards.name]: syncedTable({
    shared: cards,
    table: cardTable,
    audience: whoSeesCard,
    shownTo: (card, actor) => ({ ...card, values: shownValues(actor, card.values).values }),
  }),
  [cardKeys.name]: syncedTable({
    shared: cardKeys,
    table: cardKeyTable,
    audience: () => ['role:rep', 'role:client-manager', 'role:coordinator'],
  }),
  [handoffs.name]: syncedTable({
    shared: handoffs,
    table: handoffTable,
    audience: ({ audienceIds }) => audienceIds.map(userToken),
    shownTo: (handoff, actor) => ({
      ...handoff,
      snapshot: { ...handoff.snapshot, values: shownValues(actor, handoff.snapshot.values).values },
    }),
  }),
  [questions.name]: syncedTable({
    shared: questions,
    table: questionTable,
    audience: ({ audienceIds }) => audienceIds.map(userToken),
  }),
  // The queue is worked online, at a desk: no phone ever holds it.
  [queueItems.name]: syncedTable({ shared: queueItems, table: queueItemTable, audience: () => [] }),
  [conflicts.name]: { ...syncedConflicts, shownTo: shownConflict },
};

/** That two people disagree about a telephone number may be seen by whoever sees the card; the numbers may not. */
function shownConflict(row: SyncedRow, actor: SyncActor): SyncedRow {
  const conflict = row as Conflict; // rows of this table are conflicts
  const hidden: Conflict = { ...conflict, theirs: null, mine: null };
  return seesReach(actor) || !isReach(conflict.path) ? conflict : hidden;
}

/** The owner, whoever helps, and whoever it is offered to, who may look before answering. */
function whoSeesCard({ ownerId, helpers, offer }: Card): string[] {
  return [ownerId, ...helpers, ...(offer === null ? [] : [offer.to])].map(userToken);
}

function userToken(userId: string): string {
  return `user:${userId}`;
}
