/**
 * Ways to tell a reader what is new, each in the form one would build it: what a transaction does to write one row, and
 * what a reader asks to get the rows it does not have. `half` stands for half of whatever else the transaction does.
 */
export interface Strategy {
  readonly key: string;
  readonly title: string;
  readonly transaction: readonly string[];
  /** Answers `ids`, and the next cursor as text. `$1` is the last cursor. */
  readonly question: string;
  readonly firstCursor: string;
}

export const HALF = 'half';

/** The columns of a synced row as the product has them, and what the other ways need beside. */
export const ENTRY_SQL = `
create table entry_clock (company_id uuid primary key, ver bigint not null);
alter table entry_clock set (fillfactor = 50);
create table entry (like card_key, serial bigserial, updated_at timestamptz, xid xid8, primary key (company_id, id));
create index on entry (company_id, row_ver);
create index on entry (serial);
create index on entry (updated_at, id);
create index on entry (xid, id);`;

const insert = (version: string) => `
insert into entry (company_id, id, row_ver, field_meta, audience, owner_id, jurisdiction, status, name, keys, folded_name, zip,
  updated_at, xid)
select company_id, $1::uuid, ${version}, '{}', '{all}', company_id, 'HU', 'draft', 'Dunaparti Játék Kft.', '{HU:24173561}',
  'dunaparti jatek', '1138', clock_timestamp(), pg_current_xact_id() from entry_clock`;
const TAKE_VERSION = 'update entry_clock set ver = ver + 1';

/** The version is read before the rows, in the same snapshot, and bounds them. */
const BY_VERSION = `
select clock.ver::text as cursor, array(select id from entry
  where entry.company_id = clock.company_id and row_ver > $1::bigint and row_ver <= clock.ver) as ids
from entry_clock as clock`;

/** `place`: the last row first. */
const after = (place: string, text: string, where: string) => `
select coalesce((array_agg(${text} order by ${place}))[1], $1) as cursor, coalesce(array_agg(id), '{}') as ids
from entry where ${where}`;

export const STRATEGIES: readonly Strategy[] = [
  {
    key: 'last',
    title: 'company version, taken last (ours)',
    transaction: [HALF, HALF, TAKE_VERSION, insert('ver')],
    question: BY_VERSION,
    firstCursor: '0',
  },
  {
    key: 'first',
    title: 'company version, taken first',
    transaction: [TAKE_VERSION, HALF, insert('ver'), HALF],
    question: BY_VERSION,
    firstCursor: '0',
  },
  {
    key: 'serial',
    title: 'serial number of the row',
    transaction: [HALF, insert('0'), HALF],
    question: after('serial desc', 'serial::text', 'serial > $1::bigint'),
    firstCursor: '0',
  },
  {
    key: 'updated-at',
    title: 'time of the change, then id',
    transaction: [HALF, insert('0'), HALF],
    question: after(
      'updated_at desc, id desc',
      "updated_at::text || '/' || id",
      "(updated_at, id) > (split_part($1, '/', 1)::timestamptz, split_part($1, '/', 2)::uuid)",
    ),
    firstCursor: '1970-01-01/00000000-0000-0000-0000-000000000000',
  },
  {
    key: 'xid',
    title: 'transaction id below every open one',
    transaction: [HALF, insert('0'), HALF],
    question: after(
      'xid desc, id desc',
      "xid::text || '/' || id",
      `(xid, id) > (split_part($1, '/', 1)::xid8, split_part($1, '/', 2)::uuid)
        and xid < pg_snapshot_xmin(pg_current_snapshot())`,
    ),
    firstCursor: '0/00000000-0000-0000-0000-000000000000',
  },
];
