/** What is committed, by plain SQL. */
import { withSpineTables } from '@cession/server/sync/synced-conflicts.ts';
import { tables } from '@cession/server/tables.ts';
import { getTableColumns, getTableName, type Column } from 'drizzle-orm';
import type pg from 'pg';
import type { LedgerFact, RowFact, Truth } from '../world.ts';

interface MutationRow {
  readonly id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly state: string;
  readonly args: unknown;
  readonly base: unknown;
  readonly deps: readonly string[];
  readonly device_id: string | null;
  readonly incarnation: string | null;
  readonly seq: string | null;
  readonly verdict: LedgerFact['verdict'];
}

interface AnyRow {
  readonly wire: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Asked again only after something may have been written: `written` counts that. */
export function createSimTruth(eye: pg.Client, written: () => number): Truth {
  const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
    let at = -1;
    let known: Promise<T> | null = null;
    return () => {
      if (known === null || at !== written()) {
        at = written();
        known = ask();
      }
      return known;
    };
  };
  const clocks = once(async () => {
    const { rows } = await eye.query<{ id: string; ver: string }>('select company_id as id, ver from company_clock');
    return new Map(rows.map(({ id, ver }) => [id, Number(ver)]));
  });
  return {
    ledger: once(() => readLedger(eye)),
    rows: once(() => readRows(eye)),
    files: once(() => readFiles(eye)),
    clock: async (companyId) => (await clocks()).get(companyId) ?? 0,
    epoch: once(async () => {
      const { rows } = await eye.query<{ epoch: string }>('select server_epoch as epoch from sync_meta');
      return rows[0]?.epoch ?? '';
    }),
  };
}

async function readLedger(eye: pg.Client): Promise<readonly LedgerFact[]> {
  const { rows } = await eye.query<MutationRow>(
    `select id, company_id, user_id, name, state, args, base, deps, device_id, incarnation, seq, verdict
      from mutation order by received_at, id`,
  );
  return rows.map(({ company_id, user_id, device_id, incarnation, seq, ...rest }) => ({
    ...rest,
    companyId: company_id,
    userId: user_id,
    device:
      device_id === null
        ? null
        : { id: device_id, incarnation: incarnation ?? '', seq: seq === null ? null : Number(seq) },
  }));
}

const SPINE = new Set(['company_id', 'row_ver', 'field_meta', 'audience', 'deleted_at']);

const KINDS = Object.entries(withSpineTables(tables)).map(([wire, { table }]) => ({
  wire,
  name: getTableName(table),
  // what drizzle answers for any table of its own
  columns: Object.entries(getTableColumns(table) as Record<string, Column>)
    .filter(([, column]) => !SPINE.has(column.name))
    .map(([key, column]) => ({ key, name: column.name, isMoment: column.getSQLType().startsWith('timestamp') })),
}));
const EVERY_ROW = KINDS.map(({ wire, name }) => `select '${wire}' as wire, to_jsonb(t) as row from "${name}" t`).join(
  ' union all ',
);

async function readRows(eye: pg.Client): Promise<readonly RowFact[]> {
  const { rows } = await eye.query<AnyRow>(EVERY_ROW);
  return rows.map(({ wire, row }) => ({
    companyId: String(row['company_id']),
    table: wire,
    id: String(row['id']),
    ver: Number(row['row_ver']),
    audience: row['audience'] as readonly string[], // text[] of the table
    isLive: row['deleted_at'] === null,
    row: wireRow(wire, row),
  }));
}

/** Named as on the wire, moments written as on the wire. */
function wireRow(wire: string, row: AnyRow['row']): RowFact['row'] {
  const columns = KINDS.find((kind) => kind.wire === wire)?.columns ?? [];
  return Object.fromEntries(columns.map(({ key, name, isMoment }) => [key, isMoment ? moment(row[name]) : row[name]]));
}

function moment(value: unknown): unknown {
  return typeof value === 'string' ? new Date(value).toISOString() : value;
}

async function readFiles(eye: pg.Client) {
  const { rows } = await eye.query<{ companyId: string; sha256: string; isWhole: boolean }>(
    `select f.company_id as "companyId", f.sha256,
        coalesce((select encode(sha256(string_agg(p.bytes, ''::bytea order by p.n)), 'hex') = f.sha256
          from file_part p where p.company_id = f.company_id and p.sha256 = f.sha256), false) as "isWhole"
      from file f where f.verified_at is not null`,
  );
  return rows;
}
