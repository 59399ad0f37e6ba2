/** Who races: one strategy on plain connections, or the product's whole push and pull. */
import { randomUUID } from 'node:crypto';
import { effects } from '@cession/server/effects.ts';
import type { Effect } from '@cession/server/sync/effect.ts';
import type { PullResponse } from '@cession/shared/sync/protocol.ts';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { spineAt, type SpineAt } from '../kit/spine-at.ts';
import { newId, newWirePhone, type WirePhone } from '../kit/wire-phone.ts';
import type { Racers } from './race.ts';
import { HALF, type Strategy } from './strategies.ts';

export interface Entered extends Racers {
  end(): Promise<void>;
}

/** Up to this much else goes on inside each transaction. */
export const MOST_WORK_MS = 20;

export async function enterStrategy(
  url: string,
  { transaction, question, firstCursor }: Strategy,
  workMs: number,
): Promise<Entered> {
  const pool = new pg.Pool({ connectionString: url, max: 40 });
  await pool.query('truncate entry, entry_clock');
  await pool.query('insert into entry_clock values ($1, 0)', [randomUUID()]);
  const cursors = new Map<number, string>();
  return {
    write: async () => {
      const id = newId();
      const work = (Math.random() * workMs) / 2000;
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const statement of transaction) {
          if (statement !== HALF) await client.query(statement, statement.includes('$1') ? [id] : []);
          else if (work > 0) await client.query('select pg_sleep($1)', [work]);
        }
        await client.query('commit');
      } finally {
        client.release();
      }
      return id;
    },
    read: async (reader) => {
      const { rows } = await pool.query<{ cursor: string; ids: string[] }>(question, [
        cursors.get(reader) ?? firstCursor,
      ]);
      const [answer] = rows;
      if (answer === undefined) throw new Error('there is always an answer');
      cursors.set(reader, answer.cursor);
      return answer.ids;
    },
    end: () => pool.end(),
  };
}

/** Two servers on one database; pushes and pulls go to both in turn. Readers pull what every phone has to know. */
export function enterProduct(url: string, workMs: number): Entered {
  const slow = { 'card.create': slowly(effects['card.create'], workMs) };
  const servers = [0, 1].map(() => spineAt(url, { poolSize: 20, effects: workMs > 0 ? slow : {} }));
  const phoneOf = phonesOf(randomUUID());
  let turn = 0;
  const next = () => {
    const server = servers[(turn += 1) % servers.length];
    if (server === undefined) throw new Error('there are two servers');
    return server.spine;
  };
  return {
    write: async (writer) => {
      const { actor, phone } = phoneOf(`writer ${writer}`);
      const cardId = newId();
      const create = phone.say('card.create', { cardId, jurisdiction: 'HU', changes: { legalName: 'Dunaparti Kft.' } });
      const answer = await next().receivePush(actor, phone.pushRequest([create]));
      if (!answer.ok || answer.value.verdicts[0]?.state !== 'applied') throw new Error('a push was refused');
      return cardId;
    },
    read: (reader) => pullKeys(next, phoneOf(`reader ${reader}`)),
    end: async () => {
      for (const server of servers) await server.close();
    },
  };
}

interface Racer {
  readonly actor: { readonly companyId: string; readonly userId: string; readonly roles: readonly string[] };
  readonly phone: WirePhone;
}

function phonesOf(companyId: string): (name: string) => Racer {
  const phones = new Map<string, Racer>();
  return (name) => {
    const actor = { companyId, userId: randomUUID(), roles: ['rep'] };
    const known = phones.get(name) ?? { actor, phone: newWirePhone() };
    phones.set(name, known);
    return known;
  };
}

/** Every page to the end, each from whichever server is next. */
async function pullKeys(next: () => SpineAt['spine'], { actor, phone }: Racer): Promise<readonly string[]> {
  const found: string[] = [];
  let page: string | null = null;
  do {
    const answer = await next().servePull(actor, phone.pullRequest({ page }));
    if (!answer.ok) throw new Error('a pull was refused');
    const pulled: PullResponse = answer.value;
    found.push(...pulled.rows.filter(({ table }) => table === 'card-keys').map(({ id }) => id));
    page = pulled.next ?? null;
    phone.heard(pulled);
  } while (page !== null);
  return found;
}

/** The same consequences, later: commits overtake each other. */
function slowly(effect: Effect, workMs: number): Effect {
  return {
    ...effect,
    after: async (context) => {
      await context.tx.execute(sql`select pg_sleep(${(Math.random() * workMs) / 1000}::float8)`);
      return (await effect.after?.(context)) ?? [];
    },
  };
}
