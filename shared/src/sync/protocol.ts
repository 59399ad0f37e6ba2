import * as z from 'zod/mini';
import { Instant } from '../kernel/instant.ts';

/**
 * The wire between phone and server. A golden test hashes these shapes: a change fails until the version
 * moves and a line is added here.
 * 1: first protocol (2026-11).
 */
export const PROTOCOL_VERSION = 1;

export const LIMITS = {
  /** Mutations in one push. */
  pushMutations: 50,
  /** Bytes of one push request. */
  pushBytes: 512 * 1024,
  /** Rows in one page of a pull. */
  pullRows: 1000,
  /** Bytes of one mutation's arguments. */
  argsBytes: 256 * 1024,
} as const;

const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const Name = z.string().check(z.regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/), z.maxLength(64));
const Short = z.string().check(z.maxLength(128));
const Count = z.int().check(z.nonnegative());

/** For each field a mutation sets: the version and the writing mutation the person saw. */
export const FieldBase = z.object({ ver: Count, by: z.nullable(Uuid) });
export const Base = z.record(z.string().check(z.maxLength(128)), z.record(Short, FieldBase));

export const WireMutation = z.object({
  id: Uuid,
  seq: Count,
  name: Name,
  v: z.int().check(z.positive()),
  args: z.unknown(),
  /** Keyed `table:id`, then by field path. */
  base: z.optional(Base),
  deps: z.optional(z.array(Uuid).check(z.maxLength(50))),
  supersedes: z.optional(Uuid),
  /** The device's clock. Data, never order. */
  at: Instant,
});

export const PushRequest = z.object({
  p: z.literal(PROTOCOL_VERSION),
  epoch: z.nullable(Uuid),
  device: Uuid,
  incarnation: Uuid,
  app: Short,
  /** What still waits on the phone, so that the office can see a phone that went dark. */
  pending: z.object({ count: Count, oldest: z.nullable(Instant) }),
  mutations: z.array(WireMutation).check(z.maxLength(LIMITS.pushMutations)),
});

export const VerdictState = z.enum([
  'applied', // done as asked
  'conflict', // done but for the fields that clash; both values are kept
  'noop', // everything it asked for was already so
  'rejected', // a rule said no; `refusal` says why
  'quarantined', // the office looks into it; nothing else waits for it
  'held', // waits for another mutation or for a newer server
  'received', // safe on the server, not applied yet
]);

export const Verdict = z.object({
  id: Uuid,
  state: VerdictState,
  ver: z.optional(Count),
  refusal: z.optional(z.looseObject({ code: z.string() })),
  conflicts: z.optional(z.array(Uuid)),
});

export const PushResponse = z.object({
  epoch: Uuid,
  now: Instant,
  verdicts: z.array(Verdict),
  retryAfterMs: z.optional(Count),
});

export const PullRequest = z.object({
  p: z.literal(PROTOCOL_VERSION),
  epoch: z.nullable(Uuid),
  device: Uuid,
  incarnation: Uuid,
  /** The scope the cursor belongs to, as the server named it last time; null the first time. */
  scope: z.nullable(Short),
  cursor: Count,
  page: z.nullable(Short),
  limit: z.int().check(z.positive(), z.maximum(LIMITS.pullRows)),
  /** Sent mutations whose verdict the phone has not heard. */
  verdictsFor: z.array(Uuid).check(z.maxLength(200)),
});

export const FieldMeta = z.record(z.string(), z.object({ ver: Count, by: Uuid }));

export const WireRow = z.object({
  table: Short,
  id: Uuid,
  ver: Count,
  meta: FieldMeta,
  row: z.unknown(),
});

export const PullResponse = z.object({
  epoch: Uuid,
  now: Instant,
  scope: Short,
  /** Rows in this answer and in the whole pull, for "n of m" at the first sync. */
  total: Count,
  rows: z.array(WireRow),
  /** Rows that are gone or no longer for this person: [table, id]. */
  departed: z.array(z.tuple([Short, Uuid])),
  verdicts: z.array(Verdict),
  /** Opaque; ask again with it. Absent on the last page. */
  next: z.optional(Short),
  /** Only on the last page: store it together with the rows. */
  cursor: z.optional(Count),
  /** Drop confirmed rows and start from zero. The outbox is never touched. */
  reset: z.optional(z.enum(['epoch', 'scope', 'too-old'])),
});

/** After a restored server: which of the mutations this phone saw applied are unknown there? */
export const ReconcileRequest = z.object({
  p: z.literal(PROTOCOL_VERSION),
  device: Uuid,
  ids: z.array(Uuid).check(z.maxLength(1000)),
});
export const ReconcileResponse = z.object({ epoch: Uuid, missing: z.array(Uuid) });

export type FieldBase = z.infer<typeof FieldBase>;
export type Base = z.infer<typeof Base>;
export type WireMutation = z.infer<typeof WireMutation>;
export type PushRequest = z.infer<typeof PushRequest>;
export type PushResponse = z.infer<typeof PushResponse>;
export type Verdict = z.infer<typeof Verdict>;
export type VerdictState = z.infer<typeof VerdictState>;
export type PullRequest = z.infer<typeof PullRequest>;
export type PullResponse = z.infer<typeof PullResponse>;
export type FieldMeta = z.infer<typeof FieldMeta>;
export type WireRow = z.infer<typeof WireRow>;
export type ReconcileRequest = z.infer<typeof ReconcileRequest>;
export type ReconcileResponse = z.infer<typeof ReconcileResponse>;
