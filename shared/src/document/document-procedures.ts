import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import type { Day, Instant } from '../kernel/instant.ts';
import { defineQuery } from '../kernel/procedure.ts';
import type { MediaType, OriginalMove, OriginalState } from './document.ts';
import type { RequiredForm } from './required-form.ts';

/** A document as the desk sees it beside a card. */
export interface DocumentView {
  readonly id: string;
  readonly cardId: string;
  readonly type: string;
  readonly note: string;
  readonly fileName: string;
  /** null: promised only. */
  readonly file: { readonly sha256: string; readonly byteLength: number; readonly mediaType: MediaType } | null;
  /** null: the bytes have not arrived. */
  readonly bytesAt: Instant | null;
  readonly form: RequiredForm;
  readonly dueOn: string | null;
  readonly original: OriginalState;
  readonly moves: readonly (OriginalMove & { readonly byName: string })[];
  readonly addedByName: string;
  readonly addedAt: Instant;
  /** Taken off the card since; still shown where a hand-over names it. */
  readonly removed: boolean;
}

export const documentsOfCard = defineQuery('documents.of-card', z.object({ cardId: idSchema<'card'>() })).answers<
  readonly DocumentView[]
>();

/** A paper that has to reach the office, or a file that was promised. */
export interface OriginalRow extends DocumentView {
  readonly cardName: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly overdue: boolean;
}

export const ORIGINAL_FILTERS = ['outstanding', 'promised', 'in-transit', 'received', 'filed'] as const;

export interface OriginalList {
  /** The server's day. */
  readonly today: Day;
  readonly rows: readonly OriginalRow[];
  /** Owners among all rows, for the filter. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly overdue: number;
}

/** Overdue ones first, then by the day they are due. */
export const listOriginals = defineQuery(
  'originals.list',
  z.object({ show: z.enum(ORIGINAL_FILTERS), ownerId: z.nullable(idSchema<'user'>()) }),
).answers<OriginalList>();
