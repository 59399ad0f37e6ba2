import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { defineQuery } from '../kernel/procedure.ts';
import type { NoticeData } from '../notice/notice-data.ts';
import type { Notice } from '../notice/notice.ts';
import type { NoticeHandoff } from './notice-handoff.ts';

/** One proven notice as accounting's list shows it. */
export interface NoticeQueueRow {
  readonly ceremonyId: string;
  readonly noticeId: string;
  readonly cardId: string;
  readonly number: string;
  readonly debtorName: string;
  readonly jurisdiction: NoticeHandoff['jurisdiction'];
  readonly outcome: NoticeHandoff['outcome'];
  readonly ownerName: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly state: NoticeHandoff['state'];
  readonly heldBy: string | null;
  readonly heldByName: string | null;
  readonly leaseUntil: Instant | null;
  readonly filedAt: Instant | null;
  readonly filedByName: string | null;
}

export interface NoticeQueueList {
  readonly now: Instant;
  readonly rows: readonly NoticeQueueRow[];
  readonly counts: { readonly waiting: number; readonly pastDue: number; readonly mine: number; readonly done: number };
}

/** What is due first stands first; what is done, the latest first. At most 500. */
export const listNoticeQueue = defineQuery(
  'notice-queue.list',
  z.strictObject({ show: z.enum(['waiting', 'mine', 'done']), search: z.string().check(z.maxLength(120)) }),
).answers<NoticeQueueList>();

export interface NoticeQueueView {
  readonly now: Instant;
  readonly row: NoticeQueueRow;
  readonly handoff: NoticeHandoff;
  /** What the notice says, frozen. Nothing in it reaches the customer. */
  readonly data: NoticeData;
  readonly facts: Notice['facts'];
  readonly signerNames: readonly string[];
  /** Whether the account it instructs to is the one in force now; null: it instructs to none. */
  readonly accountInForce: boolean | null;
  /** Another notice has taken its place. */
  readonly replaced: boolean;
  /** SHA-256 of the newest sealed file, where a timestamp was added since. */
  readonly stampedSha256: string | null;
}

/** null: not there, or of another company. */
export const showNoticeHandoff = defineQuery(
  'notice-queue.item',
  z.strictObject({ ceremonyId: idSchema<'ceremony'>() }),
).answers<NoticeQueueView | null>();
