/** The one real PostgreSQL behind a tier 2 world: emptied between worlds, read past the product, set back from a copy. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseUrl, TEMPLATE, withClient } from '../../support/test-server.ts';

export interface SimDatabase {
  readonly url: string;
  /** A connection nobody else uses; above every wall. */
  readonly eye: pg.Client;
  /** Nothing of any company is left, and the database has this epoch. */
  empty(epoch: string): Promise<void>;
  backup(): Promise<void>;
  restore(epoch: string): Promise<void>;
  /** Ends every connection of the process with this name, whatever it is doing. */
  cutOff(processName: string): Promise<void>;
  /** How many connections wait for a lock at this moment. */
  lockWaits(): Promise<number>;
  drop(): Promise<void>;
}

const COPY = 'sim_backup';
const OPEN = `using (current_setting('sim.eye', true) = 'on') with check (current_setting('sim.eye', true) = 'on')`;
/** Deleting is quicker than emptying, but leaves dead rows behind, which nobody sweeps here. */
const TRUNCATE_EVERY = 20;

export async function createSimDatabase(server: string): Promise<SimDatabase> {
  const name = `sim_${randomBytes(6).toString('hex')}`;
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  const url = databaseUrl(server, name);
  const eye = new pg.Client({ connectionString: url, application_name: 'sim-eye' });
  await eye.connect();
  const owned = await ownedTables(eye);
  await openDoor(eye, owned);
  return {
    ...{ url, eye },
    ...contents(eye, owned),
    ...connections(eye),
    drop: async () => {
      await eye.end();
      await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The wall between companies stands for this connection too, and gets a door only it has the key to. */
async function openDoor(eye: pg.Client, owned: readonly string[]): Promise<void> {
  await eye.query(owned.map((table) => `create policy sim_eye on ${table} ${OPEN}`).join(';'));
  await eye.query(`set sim.eye = 'on'`);
  const copies = owned.map((table) => `create table ${copyOf(table)} (like ${table})`);
  await eye.query(`create schema ${COPY}; ${copies.join(';')}`);
}

function contents(eye: pg.Client, owned: readonly string[]): Pick<SimDatabase, 'empty' | 'backup' | 'restore'> {
  let emptied = 0;
  return {
    empty: async (epoch) => {
      emptied += 1;
      if (emptied % TRUNCATE_EVERY === 1) await eye.query(`truncate ${owned.join()}`);
      else await eye.query(owned.map((table) => `delete from ${table}`).join(';'));
      await eye.query(newEpoch(epoch));
    },
    backup: async () => {
      await eye.query(owned.map((table) => refill(copyOf(table), table)).join(';'));
    },
    restore: async (epoch) => {
      const back = owned.map((table) => refill(table, copyOf(table)));
      await eye.query([...back, newEpoch(epoch)].join(';'));
    },
  };
}

function connections(eye: pg.Client): Pick<SimDatabase, 'cutOff' | 'lockWaits'> {
  return {
    cutOff: async (processName) => {
      await eye.query(
        'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and application_name = $1',
        [processName],
      );
    },
    lockWaits: async () => {
      const { rows } = await eye.query<{ n: number }>(
        'select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()',
      );
      return rows[0]?.n ?? 0;
    },
  };
}

function refill(table: string, from: string): string {
  return `delete from ${table}; insert into ${table} select * from ${from}`;
}

function copyOf(table: string): string {
  return table.replace('public.', `${COPY}.`);
}

/** The epoch comes from the world's dice, never from a caller's text. */
function newEpoch(epoch: string): string {
  return `update sync_meta set server_epoch = '${epoch}'`;
}

/** Every table with rows of companies. */
async function ownedTables(eye: pg.Client): Promise<readonly string[]> {
  const { rows } = await eye.query<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'company_id' order by table_name`,
  );
  return rows.map(({ name }) => `public."${name}"`);
}
