import { conflicts, type Conflict } from '@cession/shared/sync/conflict.ts';
import { cards } from '@cession/shared/card/card.ts';
import { and, eq } from 'drizzle-orm';
import { conflictTable } from '../sync/spine-tables.ts';
import type { EffectContext } from '../sync/effect.ts';

export interface OpenConflictRefusal {
  readonly code: 'conflict.open';
  readonly paths: readonly string[];
}

/** Two people disagree about a field: accounting does not get the card before a person has decided. */
export async function refuseOpenConflict(cardId: string, context: EffectContext): Promise<OpenConflictRefusal | null> {
  const open = (await conflictsOf(cardId, context)).filter((conflict) => conflict.status === 'open');
  if (open.length === 0) return null;
  const paths = [...new Set(open.map((conflict) => conflict.path))].toSorted();
  return { code: 'conflict.open', paths };
}

/** All conflicts about one card, with those earlier mutations of this transaction have opened or settled. */
export async function conflictsOf(cardId: string, context: EffectContext): Promise<Conflict[]> {
  const stored = await context.tx
    .select({ id: conflictTable.id })
    .from(conflictTable)
    .where(
      and(
        eq(conflictTable.companyId, context.actor.companyId),
        eq(conflictTable.table, cards.name),
        eq(conflictTable.rowId, cardId),
      ),
    );
  const pending = context.pending<Conflict>(conflicts).filter((conflict) => conflict.rowId === cardId);
  const ids = new Set([...stored, ...pending].map(({ id }) => id));
  const found: Conflict[] = [];
  for (const id of [...ids].toSorted()) {
    const conflict = await context.load(conflicts.ref(id));
    if (conflict !== null) found.push(conflict);
  }
  return found;
}
