import type { Stage } from './stage.ts';

export interface Arrived {
  readonly cards: number;
  readonly items: number;
  readonly handoffs: number;
}

/** What the database holds of one customer: the screens are not asked. */
export async function arrived(stage: Stage, name: string): Promise<Arrived> {
  const [row] = await stage.sql<{ cards: number; items: number; handoffs: number }>(
    `select (select count(*)::int from card_key where name = $1) as cards,
            (select count(*)::int from queue_item where name = $1) as items,
            (select count(*)::int from handoff
              where card_id in (select id from card_key where name = $1)) as handoffs`,
    [name],
  );
  if (row === undefined) throw new Error('a count always has a row');
  return row;
}
