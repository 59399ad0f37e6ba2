/** The product as it runs: the whole server on a real database, real phones with their own storage, and a bad network. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { composeApp } from '@cession/server/app/compose.ts';
import { createHttp } from '@cession/server/app/http.ts';
import { openDatabase } from '@cession/server/db/client.ts';
import { createHttpTransport, type FetchIt } from '@cession/client/sync/http-transport.ts';
import type { CardValue, CardValues } from '@cession/shared/card/card.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import { mutators, type MutationName } from '@cession/shared/mutators.ts';
import { phoneTables } from '@cession/shared/synced-tables.ts';
import type { InputOf, OutputOf, ProcedureName } from '@cession/shared/procedures.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import { startComposedApp, type ComposedApp } from '../support/composed-app.ts';
import { russianOoo } from '../support/sample-cards.ts';
import * as numbers from '../support/sample-numbers.ts';
import { freshDexie, manualTimer, startPhone } from './client-world.ts';
import { createLine, type Line } from './journey-line.ts';
import { rowsOf, type JourneyPhone, type PhoneStart } from './journey-phone.ts';

const HOST = 'http://localhost:8787';
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Desk {
  readonly profile: Profile;
  ask<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>>;
  perform(name: MutationName, args: object): Promise<Verdict>;
}

export interface Journey {
  readonly app: ComposedApp;
  /** Somebody's phone, fresh from the shop and signed in. It has done nothing yet. */
  phone(who: string, start?: PhoneStart): Promise<JourneyPhone>;
  /** Somebody at a browser, or a program that calls itself one. */
  desk(who: string, through?: FetchIt): Promise<Desk>;
  /** One more process of the same server, with connections of its own; or one on a copy of its database. */
  another(databaseUrl?: string): Promise<FetchIt>;
  /** Whoever comes from now on signs in anew. */
  forgetSessions(): void;
  /** Asks the database directly, about one company (Danube): the judge of what the server says. */
  sql<Row extends object>(text: string, values?: readonly unknown[], company?: string): Promise<Row[]>;
  stop(): Promise<void>;
}

export async function openJourney(): Promise<Journey> {
  const app = await startComposedApp();
  const endings: (() => Promise<void>)[] = [];
  const cookies = new Map<string, Promise<string>>();
  const cookieOf = (who: string): Promise<string> => {
    const known = cookies.get(who) ?? app.signIn(who);
    cookies.set(who, known);
    return known;
  };
  const desk = async (who: string, through: FetchIt = app.fetch) => openDesk(through, await cookieOf(who));
  return {
    app,
    desk,
    phone: async (who, start = {}) => {
      const cookie = await cookieOf(who);
      const { profile } = await openDesk(app.fetch, cookie);
      const phone = await openPhone(createLine(app.fetch, cookie), profile, start);
      endings.push(() => phone.close());
      return phone;
    },
    forgetSessions: () => cookies.clear(),
    another: async (databaseUrl = String(app.database.$client.options.connectionString)) => {
      const { fetchIt, stop } = await composeAnother(databaseUrl);
      endings.push(stop);
      return fetchIt;
    },
    sql: async <Row extends object>(text: string, values: readonly unknown[] = [], company?: string) =>
      askDatabase<Row>(app, company ?? (await desk('rep1@danube.example')).profile.companyId, text, values),
    stop: async () => {
      for (const end of endings) await end();
      await app.stop();
    },
  };
}

async function askDatabase<Row extends object>(
  app: ComposedApp,
  companyId: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = await app.database.$client.connect();
  try {
    await client.query("select set_config('app.company', $1, false)", [companyId]);
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    // Not back into the pool: the server's own connections know no company beforehand.
    client.release(true);
  }
}

async function openDesk(through: FetchIt, cookie: string): Promise<Desk> {
  const ask = async <N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const headers = { 'content-type': 'application/json', origin: HOST, cookie };
    const answer = await through(`/trpc/${procedure}`, { method: 'POST', headers, body: JSON.stringify(input) });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${procedure} answered ${answer.status}: ${text}`);
    return (JSON.parse(text) as { result: { data: OutputOf<N> } }).result.data; // what this procedure answers
  };
  return {
    profile: await ask('people.me', {}),
    ask,
    perform: async (name, args) => {
      const act = { id: randomUUID(), name, v: 1, args, at: new Date().toISOString() };
      return ask('desk.perform', act as InputOf<'desk.perform'>); // ids and instants made here
    },
  };
}

/** A phone that can be killed: whatever it was doing stops, and the next start finds what is on its disk. */
export async function openPhone(line: Line, profile: Profile, start: PhoneStart): Promise<JourneyPhone> {
  const storage = start.storage ?? `journey-${randomUUID()}`;
  const store = start.around?.(freshDexie(storage)) ?? freshDexie(storage);
  const surprises = start.surprises ?? [];
  const battery = createBattery(() => store.close());
  const phone = await startPhone({
    ...{ store, timer: manualTimer(), profile, step: battery.step },
    ...{ mutators: [...mutators.values()], tables: phoneTables },
    now: () => Date.now() + (start.clockOffMs ?? 0),
    ...(start.app !== undefined && { appVersion: start.app }),
    transport: createHttpTransport({ after: () => () => undefined }, line.fetchIt),
    reach: () => (line.isCut() ? 'unreachable' : 'reachable'),
  });
  const remember = () => void surprises.push(...phone.surprises.splice(0));
  return {
    ...{ line, profile, sync: phone.sync },
    ...{ crashAt: battery.crashAt, isDead: battery.isDead, died: battery.died },
    rows: (table) => rowsOf(phone.sync, table),
    syncNow: () => Promise.race([phone.settle(), battery.died]),
    disk: () => everythingIn(store),
    reopen: async () => {
      remember();
      battery.die();
      return openPhone(line, profile, { ...start, storage, surprises });
    },
    close: async () => {
      remember();
      if (!battery.isDead()) await phone.close();
    },
    seen: () => [...surprises, ...phone.surprises],
  };
}

/** Once it is empty nothing the phone had begun goes on. */
function createBattery(fallsOut: () => void) {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  let isDead = false;
  let place: string | null = null;
  const die = () => {
    isDead = true;
    fallsOut();
    resolve();
  };
  return {
    ...{ died, die, isDead: () => isDead },
    crashAt: (step: string) => void (place = step),
    step: async (step: string) => {
      if (step === place) die();
      if (isDead) await new Promise<never>(() => {});
    },
  };
}

const STORES = ['meta', 'confirmed', 'view', 'outbox', 'receipts', 'sent', 'drafts'] as const;

function everythingIn(store: LocalStore): Promise<string> {
  return store.tx('r', STORES, async (tx) => JSON.stringify(await Promise.all(STORES.map((one) => tx.all(one)))));
}

async function composeAnother(databaseUrl: string): Promise<{ fetchIt: FetchIt; stop(): Promise<void> }> {
  const database = openDatabase(databaseUrl, 8, quiet);
  const clientDir = mkdtempSync(`${tmpdir()}/cession-client-`);
  const env = {
    ...{ port: 8787, host: '127.0.0.1', dataDir: tmpdir(), databaseUrl, databasePoolSize: 8, publicUrl: HOST },
    ...({ authSecret: 'a secret that is long enough for a test', demo: 'off', logLevel: 'error' } as const),
    ...{ firstAdmin: undefined, trustedProxyHeader: undefined },
  };
  const composed = await composeApp({ env, database, log: quiet, isNewEmbedded: false });
  const parts = { mounts: composed.mounts, database, version: 'test', clientDir, log: quiet, publicUrl: HOST };
  const http = createHttp(parts);
  return {
    fetchIt: async (url, init) => http.fetch(new Request(`${HOST}${url}`, init)),
    stop: async () => {
      await composed.stop();
      await database.$client.end();
    },
  };
}

let customers = 0;

/** A complete card of a Russian company nobody has yet. */
export function newRussianCustomer(): CardValues {
  customers += 1;
  const values: Record<string, CardValue> = { ...russianOoo.values };
  values['inn'] = numbers.inn10(String(774_239_285 + customers));
  values['legalName'] = `Общество с ограниченной ответственностью «Игрушки ${customers}»`;
  return values;
}
