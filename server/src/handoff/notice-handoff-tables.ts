import type { CardId } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { NoticeHandoff } from '@cession/shared/handoff/notice-handoff.ts';
import type { PayeeAccountId } from '@cession/shared/notice/agreement.ts';
import type { CeremonyId, NoticeId } from '@cession/shared/notice/notice.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, spineColumns, spineKeys } from '../db/columns.ts';
import type { RowOf, Same } from '../db/same.ts';

export const noticeHandoffTable = pgTable(
  'notice_handoff',
  {
    ...spineColumns<CeremonyId>(),
    noticeId: uuid('notice_id').notNull().$type<NoticeId>(),
    cardId: uuid('card_id').notNull().$type<CardId>(),
    ownerId: uuid('owner_id').notNull().$type<UserId>(),
    number: text('number').notNull(),
    debtorName: text('debtor_name').notNull(),
    jurisdiction: text('jurisdiction').notNull().$type<Jurisdiction>(),
    outcome: text('outcome').notNull().$type<NoticeHandoff['outcome']>(),
    sealedSha256: text('sealed_sha256').notNull(),
    dataSha256: text('data_sha256').notNull(),
    bundleSha256: text('bundle_sha256').notNull(),
    head: text('head').notNull(),
    accountId: uuid('account_id').$type<PayeeAccountId>(),
    accountVersion: integer('account_version'),
    receivedAt: instant('received_at').notNull(),
    enqueuedAt: instant('enqueued_at').notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state').notNull().$type<NoticeHandoff['state']>(),
    claimedBy: uuid('claimed_by').$type<UserId>(),
    leaseUntil: instant('lease_until'),
    filedBy: uuid('filed_by').$type<UserId>(),
    filedAt: instant('filed_at'),
    note: text('note').notNull(),
  },
  (table) => [...spineKeys(table), index('notice_handoff_order').on(table.companyId, table.state, table.dueAt)],
);
true satisfies Same<RowOf<typeof noticeHandoffTable>, NoticeHandoff>;
