import * as z from 'zod/mini';
import { CardValues } from '../card/card.ts';
import { Jurisdiction } from '../card/jurisdiction.ts';
import { RequiredForm } from '../document/required-form.ts';
import { idSchema, type Id } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineTable } from '../sync/table.ts';
import { ReturnPoint } from './return-reasons.ts';

export type HandoffId = Id<'handoff'>;

/** A document as it was handed over: the file is named by its hash, so another one cannot take its place. */
export const SnapshotDocument = z.object({
  id: idSchema<'document'>(),
  type: z.string(),
  /** null: only promised. */
  sha256: z.nullable(z.string()),
  form: RequiredForm,
});
export type SnapshotDocument = z.infer<typeof SnapshotDocument>;

/** What accounting gets to see, frozen. Hashed as canonical JSON (RFC 8785) with SHA-256. */
export const Snapshot = z.object({
  cardId: idSchema<'card'>(),
  revision: z.int(),
  jurisdiction: Jurisdiction,
  ownerId: idSchema<'user'>(),
  values: CardValues,
  ruleset: z.string(),
  /** Absent in hand-overs of a time before there were documents. */
  documents: z.optional(z.array(SnapshotDocument)),
  /** Device clock. */
  submittedAt: Instant,
});
export type Snapshot = z.infer<typeof Snapshot>;

export const HandoffState = z.enum(['waiting', 'returned', 'accepted']);
export type HandoffState = z.infer<typeof HandoffState>;

/** One submission of a card to accounting. The snapshot never changes; the verdict is written once, beside it. */
export const Handoff = z.object({
  id: idSchema<'handoff'>(),
  cardId: idSchema<'card'>(),
  /** Whose phone shows it: the card's owner and helpers. */
  audienceIds: z.array(idSchema<'user'>()),
  revision: z.int(),
  snapshot: Snapshot,
  /** Lower-case hex; null on the phone until the server has sealed the snapshot. */
  sha256: z.nullable(z.string()),
  submittedBy: idSchema<'user'>(),
  /** Server clock; null until it arrived. */
  receivedAt: z.nullable(Instant),
  state: HandoffState,
  points: z.array(ReturnPoint),
  note: z.string(),
  verdictBy: z.nullable(idSchema<'user'>()),
  /** Server clock. */
  verdictAt: z.nullable(Instant),
});
export type Handoff = z.infer<typeof Handoff>;

export const handoffs = defineTable<Handoff>({ name: 'handoffs', schema: Handoff });
