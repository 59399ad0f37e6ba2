import * as z from 'zod/mini';
import { idSchema, type Id } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineTable } from '../sync/table.ts';
import { NoticeData } from './notice-data.ts';
import { PaperLanguage } from './paper-document.ts';

export type NoticeId = Id<'notice'>;
export type CeremonyId = Id<'ceremony'>;

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Words = z.string().check(z.maxLength(2000));

/** How an attempt to give the notice to the debtor ended, or what became known later. */
export const CEREMONY_OUTCOMES = [
  'acknowledged', // signed the receipt, no objections stated
  'with-exceptions', // signed the receipt and named objections
  'received-only', // took it: stamp or incoming number, no signature
  'refused', // would not sign; delivery witnessed by the rep
  'wrong-person', // not the right person; the notice waits for the next attempt
  'absent', // nobody there; the notice waits for the next attempt
] as const;
export const CeremonyOutcome = z.enum(CEREMONY_OUTCOMES);
export type CeremonyOutcome = z.infer<typeof CeremonyOutcome>;

/** What is learned without the tablet. */
export const LATER_OUTCOMES = [
  'by-post',
  'returned',
  'proof-requested',
  'proof-given',
  'disputed',
  'released',
] as const;
export const LaterOutcome = z.enum(LATER_OUTCOMES);
export type LaterOutcome = z.infer<typeof LaterOutcome>;

/**
 * A moment that counts in law, with how we know it. Each fact stands alone: none follows from another and none from
 * silence.
 */
export const DatedFact = z.object({
  at: Instant,
  /** Whose word it is: the tablet at the ceremony, a person later, the post. */
  by: z.enum(['ceremony', 'person', 'post']),
  note: Words,
  /** Which ceremony said so: what is set aside takes its facts with it. Absent for every other word. */
  ceremonyId: z.optional(idSchema<'ceremony'>()),
});
export type DatedFact = z.infer<typeof DatedFact>;

export const NOTICE_FACTS = [
  'noticeReceived', // freezes the contract and set-off
  'instructionReceived', // redirects the money
  'acknowledged', // the debtor signed for the receipt
  'debtConfirmed', // a heavier act of its own
  'defencesWaived', // another one
  'objectionsStated',
  'proofRequested',
  'proofGiven',
  'disputed',
  'returned',
  'released', // by the factor, in writing
] as const;
export type NoticeFact = (typeof NOTICE_FACTS)[number];
const Fact = z.optional(DatedFact);
export const NoticeFacts = z.object({
  noticeReceived: Fact,
  instructionReceived: Fact,
  acknowledged: Fact,
  debtConfirmed: Fact,
  defencesWaived: Fact,
  objectionsStated: Fact,
  proofRequested: Fact,
  proofGiven: Fact,
  disputed: Fact,
  returned: Fact,
  released: Fact,
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;

/** Somebody called the debtor on a number that was on the card before the notice was prepared. */
export const CallBack = z.object({
  by: idSchema<'user'>(),
  at: Instant,
  /** The number called, one of `numbersOnFile`. */
  number: z.string().check(z.maxLength(40)),
  spokeWith: z.string().check(z.maxLength(120)),
  result: z.enum(['confirmed', 'denied', 'no-answer']),
  note: z.string().check(z.maxLength(500)),
});
export type CallBack = z.infer<typeof CallBack>;

/**
 * - `prepared`: text frozen, waits for (another) ceremony;
 * - `closed`: a ceremony decided it, the server has not proven it yet;
 * - `proven`: evidence verified and sealed;
 * - `review`: something in the evidence did not fit; a person decides;
 * - `withdrawn`: taken back before anybody received it.
 */
export const NoticeStatus = z.enum(['prepared', 'closed', 'proven', 'review', 'withdrawn']);
export type NoticeStatus = z.infer<typeof NoticeStatus>;

export const Notice = z.object({
  id: idSchema<'notice'>(),
  cardId: idSchema<'card'>(),
  agreementId: idSchema<'agreement'>(),
  /** The account version it instructs to; superseded means: must be renewed. null: no instruction in it. */
  accountId: z.nullable(idSchema<'payee-account'>()),
  ownerId: idSchema<'user'>(),
  audienceIds: z.array(idSchema<'user'>()),
  number: z.string().check(z.minLength(1), z.maxLength(40)),
  language: PaperLanguage,
  data: NoticeData,
  /** SHA-256 of the canonical JSON of `data`, lower-case hex. */
  dataSha256: Sha256,
  /** Telephone numbers of the card when it was prepared: the only ones a call-back may use. */
  numbersOnFile: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
  status: NoticeStatus,
  outcome: z.nullable(z.union([CeremonyOutcome, LaterOutcome])),
  /** The ceremony that decided it. */
  ceremonyId: z.nullable(idSchema<'ceremony'>()),
  attempts: z.int().check(z.nonnegative()),
  refusals: z.int().check(z.nonnegative()),
  facts: NoticeFacts,
  callBacks: z.array(CallBack).check(z.maxLength(30)),
  activatedBy: z.nullable(idSchema<'user'>()),
  activatedAt: z.nullable(Instant),
  /** The notice that replaces it (new account, other text). */
  replacedBy: z.nullable(idSchema<'notice'>()),
  preparedBy: idSchema<'user'>(),
  preparedAt: Instant,
});
export type Notice = z.infer<typeof Notice>;

export const notices = defineTable<Notice>({ name: 'notices', schema: Notice });
