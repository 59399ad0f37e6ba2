import * as z from 'zod/mini';
import { DOCUMENT_ROWS, type DocumentRow } from '../card/held-document.ts';
import { idSchema, type Id } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineTable } from '../sync/table.ts';
import { RequiredForm } from './required-form.ts';

export type DocumentId = Id<'document'>;

/** What it is told apart by its content, never by its name. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/heic', 'application/pdf'] as const;
export const MediaType = z.enum(MEDIA_TYPES);
export type MediaType = z.infer<typeof MediaType>;

export const FILE_LIMITS = {
  /** Bytes of one file as it is kept. */
  fileBytes: 15 * 1024 * 1024,
  /** Bytes of one part on the way; the last may be shorter. */
  partBytes: 256 * 1024,
  /** Files on one card. */
  perCard: 60,
} as const;

/** Where the original is. A copy needs none. */
export const OriginalState = z.enum(['not-needed', 'promised', 'in-transit', 'received', 'filed']);
export type OriginalState = z.infer<typeof OriginalState>;

export const OriginalMove = z.object({
  state: OriginalState,
  by: idSchema<'user'>(),
  /** Device clock of who moved it. */
  at: Instant,
  /** Office, shelf, binder; a courier's number on the way. */
  place: z.string().check(z.maxLength(120)),
  /** Why it went a step back; absent on the way forward. */
  because: z.optional(z.string().check(z.maxLength(300))),
});
export type OriginalMove = z.infer<typeof OriginalMove>;

/** The bytes, named by their hash. */
export const DocumentFile = z.object({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  byteLength: z.int().check(z.positive(), z.maximum(FILE_LIMITS.fileBytes)),
  mediaType: MediaType,
});
export type DocumentFile = z.infer<typeof DocumentFile>;

/** A photograph or file on a card, and the paper behind it. The bytes travel on their own, named by their hash. */
export const CardDocument = z.object({
  id: idSchema<'document'>(),
  cardId: idSchema<'card'>(),
  /** Whose phone shows it: the card's owner and helpers. */
  audienceIds: z.array(idSchema<'user'>()),
  /** A key of the list of document types; see document-kinds.ts. */
  type: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/)),
  /** Which notice it belongs to (proof of assignment, stamped receipt), if any. */
  noticeId: z.nullable(idSchema<'notice'>()),
  fileName: z.string().check(z.maxLength(160)),
  /** null: only promised, nothing photographed yet. */
  file: z.nullable(DocumentFile),
  /** Server clock when every byte was there and right; null until then. Written by the server only. */
  bytesAt: z.nullable(Instant),
  note: z.string().check(z.maxLength(500)),
  form: RequiredForm,
  /** A day; null: none. */
  dueOn: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  original: OriginalState,
  moves: z.array(OriginalMove).check(z.maxLength(50)),
  addedBy: idSchema<'user'>(),
  addedAt: Instant,
  removed: z.boolean(),
});
export type CardDocument = z.infer<typeof CardDocument>;
true satisfies CardDocument extends DocumentRow ? true : false;

export const cardDocuments = defineTable<CardDocument>({ name: DOCUMENT_ROWS, schema: CardDocument });
