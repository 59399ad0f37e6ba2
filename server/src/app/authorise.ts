import { can, type Resource } from '@cession/shared/people/permissions.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';

/**
 * The permission table, asked for every mutation before anything is decided. Rows of another company never get here:
 * they are null, like rows that never were.
 */
export function authorise(actor: SyncActor, name: string, rows: Readonly<Record<string, unknown>>): Refusal | null {
  return can(actor, name, resourceOf(rows['card'])) ? null : { code: 'permission.denied' };
}

function resourceOf(card: unknown): Resource {
  if (typeof card !== 'object' || card === null || !('ownerId' in card)) return {};
  return typeof card.ownerId === 'string' ? { ownerId: card.ownerId } : {};
}
