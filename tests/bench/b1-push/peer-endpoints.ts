/**
 * The server a careful team would write for RxDB and for TanStack: every row checked with the same schema as ours, one
 * transaction for a request, conflicts judged on locked rows, rows written set by set, a version that a pull could follow.
 */
import { isDeepStrictEqual } from 'node:util';
import { CardChanges } from '@cession/shared/card/card-changes.ts';
import { Card } from '@cession/shared/card/card.ts';
import type pg from 'pg';
import * as z from 'zod/mini';

const PeerRow = z.extend(Card, { values: CardChanges, _deleted: z.optional(z.boolean()) });
const RxdbRows = z.array(z.object({ newDocumentState: PeerRow, assumedMasterState: z.optional(PeerRow) }));
const TanstackRows = z.array(PeerRow);
type Row = z.infer<typeof PeerRow>;

export interface PeerDoor {
  readonly pool: pg.Pool;
  companyOf(request: Request): Promise<string | null>;
}

/** Answers the rows that clash, as RxDB's push handler expects them. */
export async function takeFromRxdb(door: PeerDoor, request: Request): Promise<Response> {
  const companyId = await door.companyOf(request);
  if (companyId === null) return Response.json({ code: 'signed-out' }, { status: 401 });
  const rows = RxdbRows.safeParse(await request.json());
  if (!rows.success) return Response.json({ code: 'malformed' }, { status: 400 });
  const clashes = await inTransaction(door.pool, async (client) => {
    const stored = await lockRows(
      client,
      companyId,
      rows.data.map(({ newDocumentState }) => newDocumentState.id),
    );
    const clashing = rows.data.flatMap(({ newDocumentState, assumedMasterState }) => {
      const now = stored.get(newDocumentState.id);
      return now === undefined || isDeepStrictEqual(now, assumedMasterState) ? [] : [now];
    });
    const clashingIds = new Set(clashing.map(({ id }) => id));
    const taken = rows.data.map(({ newDocumentState }) => newDocumentState).filter(({ id }) => !clashingIds.has(id));
    await replaceRows(
      client,
      companyId,
      taken.filter(({ id }) => stored.has(id)),
    );
    const made = await addRows(
      client,
      companyId,
      taken.filter(({ id }) => !stored.has(id)),
    );
    // Another request made it between our look and our write: it clashes after all.
    const late = taken.filter(({ id }) => !stored.has(id) && !made.has(id)).map(({ id }) => id);
    return [...clashing, ...(late.length === 0 ? [] : (await lockRows(client, companyId, late)).values())];
  });
  return Response.json(clashes);
}

/** The idempotency key is kept in the transaction of its rows: what comes twice has its effect once. */
export async function takeFromTanstack(door: PeerDoor, request: Request): Promise<Response> {
  const companyId = await door.companyOf(request);
  if (companyId === null) return Response.json({ code: 'signed-out' }, { status: 401 });
  const rows = TanstackRows.safeParse(await request.json());
  const key = request.headers.get('idempotency-key');
  if (!rows.success || key === null) return Response.json({ code: 'malformed' }, { status: 400 });
  await inTransaction(door.pool, async (client) => {
    const { rowCount } = await client.query(
      'insert into bench_request (company_id, key) values ($1, $2) on conflict do nothing',
      [companyId, key],
    );
    if (rowCount === 1) await replaceRows(client, companyId, rows.data);
  });
  return Response.json({ ok: true });
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function lockRows(client: pg.PoolClient, companyId: string, ids: readonly string[]) {
  const { rows } = await client.query<{ id: string; doc: Row }>(
    'select id, doc from bench_card where company_id = $1 and id = any($2) order by id for update',
    [companyId, ids],
  );
  return new Map(rows.map(({ id, doc }) => [id, doc]));
}

/** The version is taken last, as ours is: taken earlier, every other request of the company would wait for this one. */
const INSERT = `with clock as (
    insert into bench_clock (company_id, ver) values ($1, 1)
    on conflict (company_id) do update set ver = bench_clock.ver + 1 returning ver)
  insert into bench_card (company_id, id, doc, ver)
  select $1, (doc->>'id')::uuid, doc, clock.ver from clock, jsonb_array_elements($2::jsonb) as doc`;

/** Answers the ids of those that were not there yet. */
async function addRows(client: pg.PoolClient, companyId: string, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const given = [companyId, JSON.stringify(rows)];
  const made = await client.query<{ id: string }>(`${INSERT} on conflict do nothing returning id`, given);
  return new Set(made.rows.map(({ id }) => id));
}

async function replaceRows(client: pg.PoolClient, companyId: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `${INSERT} on conflict (company_id, id)
     do update set doc = excluded.doc, ver = excluded.ver, writes = bench_card.writes + 1`,
    [companyId, JSON.stringify(rows)],
  );
}
