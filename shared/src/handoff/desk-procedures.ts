import * as z from 'zod/mini';
import { JURISDICTIONS } from '../card/jurisdiction.ts';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineMutation, defineQuery } from '../kernel/procedure.ts';
import type { AcceptedRow, LoadRow, QueueItemView, QueueList } from './queue-view.ts';

const jurisdiction = z.nullable(z.enum(JURISDICTIONS));
const search = z.string().check(z.maxLength(120));

export const listQueue = defineQuery(
  'queue.list',
  z.object({ show: z.enum(['waiting', 'mine', 'snoozed', 'with-rep']), jurisdiction, search }),
).answers<QueueList>();

export const openQueueItem = defineQuery(
  'queue.item',
  z.object({ cardId: idSchema<'card'>() }),
).answers<QueueItemView | null>();

/** Claims the next item by service level, then age, in one step; null when nothing waits. */
export const claimNext = defineMutation(
  'queue.next',
  z.object({ mutationId: idSchema<'mutation'>(), at: Instant }),
).answers<{ readonly cardId: string } | null>();

export const listLoad = defineQuery('queue.load', z.object({})).answers<readonly LoadRow[]>();

const accepted = { jurisdiction, search, from: z.nullable(Instant) };

export const listAccepted = defineQuery(
  'accepted.list',
  z.object({ ...accepted, page: z.int().check(z.nonnegative(), z.maximum(100_000)) }),
).answers<{ readonly rows: readonly AcceptedRow[]; readonly total: number }>();

export const exportAccepted = defineQuery(
  'accepted.export',
  z.object({ ...accepted, format: z.enum(['csv', 'csv-semicolon', 'json']) }),
).answers<{ readonly fileName: string; readonly mime: string; readonly text: string }>();
