import { cardKeys } from '@cession/shared/card/card-key.ts';
import { cards, type Card } from '@cession/shared/card/card.ts';
import { cardDocuments } from '@cession/shared/document/document.ts';
import { handoffs } from '@cession/shared/handoff/handoff.ts';
import { noticeHandoffs } from '@cession/shared/handoff/notice-handoff.ts';
import { questions } from '@cession/shared/handoff/question.ts';
import { queueItems } from '@cession/shared/handoff/queue-item.ts';
import { agreements, debtorLimits, factors, payeeAccounts, suppliers } from '@cession/shared/notice/agreement.ts';
import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import { notices } from '@cession/shared/notice/notice.ts';
import { people } from '@cession/shared/people/actor.ts';
import { companies } from '@cession/shared/people/company.ts';
import { seesReach } from '@cession/shared/people/permissions.ts';
import { conflicts, type Conflict } from '@cession/shared/sync/conflict.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { SyncedRow } from '@cession/shared/sync/table.ts';
import { cardKeyTable, cardTable } from './card/card-tables.ts';
import { cardDocumentTable } from './document/document-tables.ts';
import { handoffTable, questionTable, queueItemTable } from './handoff/handoff-tables.ts';
import { noticeHandoffTable } from './handoff/notice-handoff-tables.ts';
import { isReach, shownValues } from './handoff/reach.ts';
import {
  agreementTable,
  debtorLimitTable,
  factorTable,
  payeeAccountTable,
  supplierTable,
} from './notice/agreement-tables.ts';
import { ceremonyTable, noticeTable } from './notice/notice-tables.ts';
import { companiesTable, peopleTable } from './people/people-tables.ts';
import { syncedConflicts } from './sync/synced-conflicts.ts';
import { syncedTable, type SyncedTables } from './sync/synced-table.ts';

/** EVERY SYNCED TABLE by its wire name: where it is kept and who may see a row of it. */
export const tables: SyncedTables = {
  [companies.name]: syncedTable({
    shared: companies,
    table: companiesTable,
    audience: () => ['all'],
    isReadSideBySide: true,
  }),
  [people.name]: syncedTable({ shared: people, table: peopleTable, audience: () => ['all'], isReadSideBySide: true }),
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
  // Every phone prepares notices from these and changes none of them.
  [factors.name]: syncedTable({ shared: factors, table: factorTable, audience: () => ['all'] }),
  [suppliers.name]: syncedTable({ shared: suppliers, table: supplierTable, audience: () => ['all'] }),
  [agreements.name]: syncedTable({ shared: agreements, table: agreementTable, audience: () => ['all'] }),
  [payeeAccounts.name]: syncedTable({ shared: payeeAccounts, table: payeeAccountTable, audience: () => ['all'] }),
  [debtorLimits.name]: syncedTable({ shared: debtorLimits, table: debtorLimitTable, audience: () => ['all'] }),
  // The rep's phone shows them; coordinators answer for every notice of the company.
  [notices.name]: syncedTable({
    shared: notices,
    table: noticeTable,
    audience: ({ audienceIds }) => [...audienceIds.map(userToken), 'role:coordinator'],
  }),
  [ceremonies.name]: syncedTable({
    shared: ceremonies,
    table: ceremonyTable,
    audience: ({ audienceIds }) => [...audienceIds.map(userToken), 'role:coordinator'],
  }),
  [cardDocuments.name]: syncedTable({
    shared: cardDocuments,
    table: cardDocumentTable,
    audience: ({ audienceIds }) => audienceIds.map(userToken),
  }),
  // The queue is worked online, at a desk: no phone ever holds it.
  [queueItems.name]: syncedTable({ shared: queueItems, table: queueItemTable, audience: () => [] }),
  [noticeHandoffs.name]: syncedTable({ shared: noticeHandoffs, table: noticeHandoffTable, audience: () => [] }),
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
