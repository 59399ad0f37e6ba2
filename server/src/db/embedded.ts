import { existsSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { accountFor } from './embedded-account.ts';
import { findBinaries } from './embedded-binaries.ts';
import { createCluster, type Programs } from './embedded-cluster.ts';
import { lockFolder } from './embedded-lock.ts';
import { freePort, isPortFree, openPlace, readOrMakeKeys, saveKeys, type Keys, type Place } from './embedded-place.ts';
import {
  findPostmaster,
  lastWords,
  logLength,
  spawnPostmaster,
  stopPostmaster,
  type Postmaster,
} from './embedded-postmaster.ts';
import { hasCode, isRunning } from './process-identity.ts';
import { StartRefused } from './start-refused.ts';

export type Embedded = {
  /** Connects as `cession`, the owner of the database of the same name, who is no superuser. */
  readonly url: string;
  /** True until `confirmFirstUse`: a start killed between creating and filling the database fills it next time. */
  readonly isNew: boolean;
  confirmFirstUse(): void;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Server settings by name, such as `max_connections`; they take effect when this call starts the server. */
  readonly extraSettings?: Record<string, string>;
};

const READY_WITHIN_MS = 120_000;
const STARTS = 5;

/**
 * Gives the PostgreSQL of this data folder: made if there is none, found if one is running, recovered if one was killed.
 * Data is as durable as PostgreSQL makes it by default. Throws StartRefused, in words, when it cannot.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const place = openPlace(dataDir);
  const lock = lockFolder(place.root);
  if (!lock.ok) throw new StartRefused(`Cession is already running on ${place.root} (pid ${lock.error.pid}).`);
  try {
    const keys = await readOrMakeKeys(place);
    const programs = findProgramsFor(place);
    createCluster(place, programs, keys);
    const postmaster = await bringUp(place, programs, keys, options.extraSettings ?? {});
    return {
      url: `postgres://cession:${keys.appPassword}@127.0.0.1:${postmaster.port}/cession`,
      isNew: existsSync(place.unusedMark),
      confirmFirstUse: () => rmSync(place.unusedMark, { force: true }),
      stop: () => stopPostmaster(postmaster.pid).finally(() => lock.value.release()),
    };
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

function findProgramsFor(place: Place): Programs {
  const account = accountFor(place.cluster);
  return { ...findBinaries(account), account };
}

async function bringUp(
  place: Place,
  programs: Programs,
  keys: Keys,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const survivor = findPostmaster(place);
  if (survivor !== undefined && (await isReady(survivor, keys))) return survivor;
  for (let start = 1; ; start += 1) {
    const port = await portFor(place, keys);
    const since = logLength(place);
    const postmaster = spawnPostmaster(place, programs, port, settings);
    try {
      if (await isReady(postmaster, keys)) return postmaster;
    } catch (error) {
      await stopPostmaster(postmaster.pid);
      throw error;
    }
    const words = lastWords(place, since);
    if (start === STARTS || !isPassing(words)) throw new StartRefused(`PostgreSQL did not start. It said:\n${words}`);
    await pause(500);
  }
}

/** Reasons that go away: workers of a killed server still leaving, or a port taken a moment after we looked. */
function isPassing(words: string): boolean {
  return /pre-existing shared memory block|could not bind|could not create any TCP\/IP sockets/.test(words);
}

/** The port is kept, so that tools pointed at the database find it again; it moves only when someone else has it. */
async function portFor(place: Place, keys: Keys): Promise<number> {
  if (await isPortFree(keys.port)) return keys.port;
  return saveKeys(place, { ...keys, port: await freePort() }).port;
}

/** Waits until the server answers to our password and holds our database. False when it ended instead. */
async function isReady(postmaster: Postmaster, keys: Keys): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (isRunning(postmaster.pid)) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: postmaster.port,
      user: 'postgres',
      password: keys.superuserPassword,
      database: 'postgres',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await prepareDatabase(client, keys);
      return true;
    } catch (error) {
      if (!isNotYet(error)) throw error;
      if (Date.now() > deadline) throw new StartRefused('PostgreSQL was not ready after two minutes.');
    } finally {
      await client.end().catch(() => undefined);
    }
    await pause(50);
  }
  return false;
}

/** Not listening yet, still starting, shutting down from before, or gone in mid-sentence. */
function isNotYet(error: unknown): boolean {
  const codes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01', '57P02'];
  return codes.some((code) => hasCode(error, code)) || (error instanceof Error && /terminated/.test(error.message));
}

async function prepareDatabase(client: pg.Client, keys: Keys): Promise<void> {
  const roles = await client.query("select from pg_roles where rolname = 'cession'");
  if (roles.rowCount === 0) {
    await client.query(
      `create role cession login createdb createrole password ${client.escapeLiteral(keys.appPassword)}`,
    );
  }
  const databases = await client.query("select from pg_database where datname = 'cession'");
  if (databases.rowCount === 0) await client.query('create database cession owner cession');
}
