import type { CardId } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { Handoff, HandoffId } from '@cession/shared/handoff/handoff.ts';
import type { Question } from '@cession/shared/handoff/question.ts';
import type { QueueItem } from '@cession/shared/handoff/queue-item.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, jsonValue, spineColumns, spineKeys } from '../db/columns.ts';
import type { RowOf, Same } from '../db/same.ts';

export const handoffTable = pgTable(
  'handoff',
  {
    ...spineColumns<HandoffId>(),
    cardId: uuid('card_id').notNull().$type<CardId>(),
    audienceIds: uuid('audience_ids').array().notNull().$type<UserId[]>(),
    revision: integer('revision').notNull(),
    snapshot: jsonValue('snapshot').notNull().$type<Handoff['snapshot']>(),
    sha256: text('sha256'),
    submittedBy: uuid('submitted_by').notNull().$type<UserId>(),
    receivedAt: instant('received_at'),
    state: text('state').notNull().$type<Handoff['state']>(),
    points: jsonValue('points').notNull().$type<Handoff['points']>(),
    note: text('note').notNull(),
    verdictBy: uuid('verdict_by').$type<UserId>(),
    verdictAt: instant('verdict_at'),
  },
  (table) => [
    ...spineKeys(table),
    index('handoff_of_card').on(table.companyId, table.cardId),
    index('handoff_verdict').on(table.companyId, table.state, table.verdictAt),
  ],
);
true satisfies Same<RowOf<typeof handoffTable>, Handoff>;

export const queueItemTable = pgTable(
  'queue_item',
  {
    ...spineColumns<CardId>(),
    handoffId: uuid('handoff_id').notNull().$type<HandoffId>(),
    revision: integer('revision').notNull(),
    state: text('state').notNull().$type<QueueItem['state']>(),
    jurisdiction: text('jurisdiction').notNull().$type<Jurisdiction>(),
    name: text('name').notNull(),
    ownerId: uuid('owner_id').notNull().$type<UserId>(),
    firstReceivedAt: instant('first_received_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    dueAt: instant('due_at').notNull(),
    claimedBy: uuid('claimed_by').$type<UserId>(),
    leaseUntil: instant('lease_until'),
    snoozedUntil: instant('snoozed_until'),
    snoozedBy: uuid('snoozed_by').$type<UserId>(),
    returns: integer('returns').notNull(),
  },
  (table) => [
    ...spineKeys(table),
    index('queue_item_order').on(table.companyId, table.state, table.dueAt, table.firstReceivedAt),
  ],
);
true satisfies Same<RowOf<typeof queueItemTable>, QueueItem>;

export const questionTable = pgTable(
  'question',
  {
    ...spineColumns<Question['id']>(),
    cardId: uuid('card_id').notNull().$type<CardId>(),
    audienceIds: uuid('audience_ids').array().notNull().$type<UserId[]>(),
    path: text('path').notNull(),
    text: text('text').notNull(),
    askedBy: uuid('asked_by').notNull().$type<UserId>(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer'),
    answeredBy: uuid('answered_by').$type<UserId>(),
    answeredAt: instant('answered_at'),
  },
  (table) => [...spineKeys(table), index('question_of_card').on(table.companyId, table.cardId)],
);
true satisfies Same<RowOf<typeof questionTable>, Question>;
