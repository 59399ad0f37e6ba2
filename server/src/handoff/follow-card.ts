import { cards, type Card, type CardId } from '@cession/shared/card/card.ts';
import { cardDocuments } from '@cession/shared/document/document.ts';
import { handoffs, type Handoff } from '@cession/shared/handoff/handoff.ts';
import { questions, type Question } from '@cession/shared/handoff/question.ts';
import { queueItems } from '@cession/shared/handoff/queue-item.ts';
import { conflicts } from '@cession/shared/sync/conflict.ts';
import type { Change, Ref, SyncedRow } from '@cession/shared/sync/table.ts';
import { and, eq } from 'drizzle-orm';
import { conflictsOf } from '../card/refuse-open-conflict.ts';
import { documentsOfCardIn } from '../document/documents-of.ts';
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
        ...(change.op === 'put'
          ? await follow(change.row as Card, context)
          : await leave(change.id as CardId, context)),
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
    ...(await documentsOfCardIn(context, card.id)).map((row) => cardDocuments.put({ ...row, audienceIds })),
    ...(item && item.ownerId !== card.ownerId ? [queueItems.put({ ...item, ownerId: card.ownerId })] : []),
  ];
}

/**
 * A draft that is gone leaves nothing behind to decide about. Its documents go with it, or to the card it was joined
 * with: a photograph taken at the customer's is never lost by finding out that the customer is known.
 */
async function leave(cardId: CardId, context: AfterContext): Promise<Change[]> {
  const left = await conflictsOf(cardId, context);
  const documents = await documentsOfCardIn(context, cardId);
  const joined = joinedCard(context);
  const audienceIds = joined === null ? [] : [joined.ownerId, ...joined.helpers];
  return [
    ...left.map((conflict) => conflicts.remove(conflict.id)),
    ...documents.map((row) =>
      joined === null ? cardDocuments.remove(row.id) : cardDocuments.put({ ...row, cardId: joined.id, audienceIds }),
    ),
  ];
}

/** Where one card goes and another is written in the same act, the first was joined with the second. */
function joinedCard({ changes }: AfterContext): Card | null {
  const put = changes.find((change) => change.op === 'put' && change.table === cards.name);
  return put?.op === 'put' ? (put.row as Card) : null; // rows of this table are cards
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
