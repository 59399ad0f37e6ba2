import { cards, type Card } from '@cession/shared/card/card.ts';
import { handoffs, type Handoff } from '@cession/shared/handoff/handoff.ts';
import { questions, type Question } from '@cession/shared/handoff/question.ts';
import { queueItems } from '@cession/shared/handoff/queue-item.ts';
import { conflicts } from '@cession/shared/sync/conflict.ts';
import type { Change, Ref, SyncedRow } from '@cession/shared/sync/table.ts';
import { and, eq } from 'drizzle-orm';
import { conflictsOf } from '../card/refuse-open-conflict.ts';
import type { AfterContext, Effect } from '../sync/effect.ts';
import { handoffTable, questionTable } from './handoff-tables.ts';

/**
 * Whoever answers for a card or helps with it sees what belongs to it: its handoffs and questions, and accounting sees
 * whose it is. Written again when those people change. (Open conflicts the spine takes along by itself.)
 */
export const followCard: Effect = {
  after: async (context) => {
    const followed: Change[] = [];
    for (const change of context.changes) {
      if (change.table !== cards.name) continue;
      followed.push(
        ...(change.op === 'put' ? await follow(change.row as Card, context) : await leave(change.id, context)),
      ); // rows of this table are cards
    }
    return followed;
  },
};

async function follow(card: Card, context: AfterContext): Promise<Change[]> {
  const audienceIds = [card.ownerId, ...card.helpers];
  const item = await context.load(queueItems.ref(card.id));
  return [
    ...(await rowsOfCard<Handoff>(handoffs, handoffTable, card.id, context)).map((row) =>
      handoffs.put({ ...row, audienceIds }),
    ),
    ...(await rowsOfCard<Question>(questions, questionTable, card.id, context)).map((row) =>
      questions.put({ ...row, audienceIds }),
    ),
    ...(item && item.ownerId !== card.ownerId ? [queueItems.put({ ...item, ownerId: card.ownerId })] : []),
  ];
}

/** A draft that is gone leaves nothing behind to decide about. */
async function leave(cardId: string, context: AfterContext): Promise<Change[]> {
  const left = await conflictsOf(cardId, context);
  return left.map((conflict) => conflicts.remove(conflict.id));
}

async function rowsOfCard<Row extends SyncedRow & { readonly cardId: string }>(
  shared: { readonly name: string; ref(id: string): Ref<Row> },
  table: typeof handoffTable | typeof questionTable,
  cardId: Card['id'],
  context: AfterContext,
): Promise<Row[]> {
  const stored = await context.tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.companyId, context.actor.companyId), eq(table.cardId, cardId)));
  const pending = context.pending<Row>(shared).filter((row) => row.cardId === cardId);
  const ids = [...new Set([...stored, ...pending].map(({ id }) => id))].toSorted();
  const rows: Row[] = [];
  for (const id of ids) {
    const row = await context.load(shared.ref(id));
    if (row !== null) rows.push(row);
  }
  return rows;
}
