import { cards, type Card } from '@cession/shared/card/card.ts';
import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import { notices } from '@cession/shared/notice/notice.ts';
import type { Change, Ref } from '@cession/shared/sync/table.ts';
import { and, eq } from 'drizzle-orm';
import type { AfterContext, Effect } from '../sync/effect.ts';
import { ceremonyTable, noticeTable } from './notice-tables.ts';

/** Whoever answers for a card or helps with it sees its notices and what became of them. Written when those change. */
export const followCardWithNotices: Effect = {
  after: async (context) => {
    const followed: Change[] = [];
    for (const change of context.changes) {
      if (change.table !== cards.name || change.op !== 'put') continue;
      const card = change.row as Card; // rows of this table are cards
      const audienceIds = [card.ownerId, ...card.helpers];
      for (const notice of await rowsOfCard(notices, noticeTable, card, context))
        followed.push(notices.put({ ...notice, ownerId: card.ownerId, audienceIds }));
      for (const ceremony of await rowsOfCard(ceremonies, ceremonyTable, card, context))
        followed.push(ceremonies.put({ ...ceremony, audienceIds }));
    }
    return followed;
  },
};

async function rowsOfCard<Row extends { readonly id: string; readonly cardId: string }>(
  shared: { readonly name: string; ref(id: string): Ref<Row> },
  table: typeof noticeTable | typeof ceremonyTable,
  card: Card,
  { tx, actor, load, pending }: AfterContext,
): Promise<Row[]> {
  const stored = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.companyId, actor.companyId), eq(table.cardId, card.id)));
  const written = pending<Row>(shared).filter((row) => row.cardId === card.id);
  const ids = [...new Set([...stored, ...written].map(({ id }) => String(id)))].toSorted();
  const rows: Row[] = [];
  for (const id of ids) {
    const row = await load(shared.ref(id));
    if (row !== null) rows.push(row);
  }
  return rows;
}
