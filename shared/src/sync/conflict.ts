import * as z from 'zod/mini';
import { idSchema, type Id } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineTable } from './table.ts';

export type ConflictId = Id<'conflict'>;

/**
 * Two people changed one field from the same starting point. Both values are kept.
 * `open` waits for a person and blocks the hand-over of its record; `auto` was settled by arrival (soft field)
 * and is shown in the history; `resolved` was decided by a person.
 */
export const Conflict = z.object({
  id: idSchema<'conflict'>(),
  table: z.string(),
  rowId: z.string(),
  path: z.string(),
  /** The value the server holds, who wrote it and when it arrived. */
  theirs: z.unknown(),
  theirsBy: z.nullable(z.string()),
  theirsAt: z.nullable(Instant),
  mine: z.unknown(),
  mineBy: z.string(),
  mineMutation: z.string(),
  status: z.enum(['open', 'auto', 'resolved']),
  resolvedBy: z.nullable(z.string()),
  resolvedAt: z.nullable(Instant),
  openedAt: Instant,
});
export type Conflict = z.infer<typeof Conflict>;

export const conflicts = defineTable({ name: 'conflicts', schema: Conflict });
