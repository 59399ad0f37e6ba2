import * as z from 'zod/mini';
import { Jurisdiction } from '../card/jurisdiction.ts';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineTable } from '../sync/table.ts';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The outcomes of a ceremony after which the debtor holds the notice: those are for the books. */
export const HANDED_OUTCOMES = ['acknowledged', 'with-exceptions', 'received-only', 'refused'] as const;
export const HandedOutcome = z.enum(HANDED_OUTCOMES);
export type HandedOutcome = z.infer<typeof HandedOutcome>;

/**
 * A proven notice in accounting's second queue, one per ceremony (`id` is the ceremony's id). What was handed over is
 * named by hashes and never changes: the sealed file, the notice's data, the evidence. Never leaves the server for a
 * phone.
 */
export const NoticeHandoff = z.object({
  id: idSchema<'ceremony'>(),
  noticeId: idSchema<'notice'>(),
  cardId: idSchema<'card'>(),
  ownerId: idSchema<'user'>(),
  /** For the list; the truth stands in the sealed file. */
  number: z.string(),
  debtorName: z.string(),
  jurisdiction: Jurisdiction,
  outcome: HandedOutcome,
  /** SHA-256 of the sealed PDF as it was handed over; a copy with a timestamp has another one. */
  sealedSha256: Sha256,
  /** SHA-256 of the notice's data. */
  dataSha256: Sha256,
  /** SHA-256 of the evidence. */
  bundleSha256: Sha256,
  /** Hash of the last event of the evidence. */
  head: Sha256,
  /** The payee account the notice instructs to; null: no instruction in it. */
  accountId: z.nullable(idSchema<'payee-account'>()),
  accountVersion: z.nullable(z.int()),
  /** All server clock. `receivedAt`: the evidence arrived. `enqueuedAt`: it was sealed, and accounting's clock began. */
  receivedAt: Instant,
  enqueuedAt: Instant,
  dueAt: Instant,
  state: z.enum(['waiting', 'done']),
  claimedBy: z.nullable(idSchema<'user'>()),
  leaseUntil: z.nullable(Instant),
  filedBy: z.nullable(idSchema<'user'>()),
  filedAt: z.nullable(Instant),
  note: z.string().check(z.maxLength(500)),
});
export type NoticeHandoff = z.infer<typeof NoticeHandoff>;

export const noticeHandoffs = defineTable<NoticeHandoff>({ name: 'notice-handoffs', schema: NoticeHandoff });
