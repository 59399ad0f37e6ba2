import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { defineTable } from '../sync/table.ts';
import { CardStatus } from './card.ts';
import { Jurisdiction } from './jurisdiction.ts';

/**
 * What every rep's phone knows of every card of the company, so that a duplicate shows while typing with no
 * signal: who it is and whose it is, and nothing that is not needed for that. `id` is the card's id.
 * `keys` are normalised registration keys: `HU:25978221`, `RU:7707083893/773601001`, `EU:DE123…`, `US:911144442`.
 */
export const CardKey = z.object({
  id: idSchema<'card'>(),
  ownerId: idSchema<'user'>(),
  jurisdiction: Jurisdiction,
  status: CardStatus,
  name: z.string(),
  keys: z.array(z.string()),
  /** Name folded for comparison, and the postal code of the registered address. */
  foldedName: z.string(),
  zip: z.string(),
});
export type CardKey = z.infer<typeof CardKey>;

export const cardKeys = defineTable({ name: 'card-keys', schema: CardKey });
