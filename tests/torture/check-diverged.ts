import type { Client } from 'pg';
import type { PhoneDisk } from './phone-disk.ts';

/** The name a table has on a phone, and in the database. */
const TABLES = [
  ...(['cards/card', 'handoffs/handoff', 'conflicts/conflict', 'questions/question'] as const),
  ...(['people/people', 'companies/companies', 'card-keys/card_key', 'card-documents/card_document'] as const),
  ...(['factors/factor', 'suppliers/supplier', 'agreements/agreement', 'payee-accounts/payee_account'] as const),
  ...(['debtor-limits/debtor_limit', 'notices/notice', 'ceremonies/ceremony'] as const),
].map((pair) => pair.split('/') as [phone: string, database: string]); // two words each

const ROWS_IN_SCOPE = TABLES.map(
  ([phone, table]) =>
    `select '${phone}:' || id as key, row_ver::text as ver from ${table} where deleted_at is null and audience && $1::text[]`,
).join(' union all ');

/** A phone at rest holds exactly the rows its person may see, at the database's version, and shows nothing else. */
export async function divergedRows(client: Client, phones: readonly PhoneDisk[]): Promise<string[]> {
  const cards = await cardsOf(client);
  const found: string[] = [];
  for (const [at, phone] of phones.entries()) {
    const tokens = [`user:${phone.userId}`, ...phone.roles.map((role) => `role:${role}`), 'all'];
    const { rows } = await client.query<{ key: string; ver: string }>(ROWS_IN_SCOPE, [tokens]);
    const there = new Map(rows.map(({ key, ver }) => [key, Number(ver)]));
    const unlike = unlikeDatabase(phone, there, cards);
    found.push(...unlike.map((what) => `phone ${at} of ${phone.userId}: ${what}`));
  }
  return found;
}

export function unlikeDatabase(
  phone: Pick<PhoneDisk, 'confirmed' | 'shownOtherwise'>,
  there: ReadonlyMap<string, number>,
  cards: ReadonlyMap<string, string>,
): string[] {
  const here = new Map(phone.confirmed.map(({ key, ver }) => [key, ver]));
  return [
    ...[...there].filter(([key, ver]) => here.get(key) !== ver).map(([key]) => `missing or old ${key}`),
    ...[...here.keys()].filter((key) => !there.has(key)).map((key) => `too much ${key}`),
    ...phone.confirmed
      .filter(({ key, row }) => row !== null && textOfCard(row) !== cards.get(key))
      .map(({ key }) => `other contents ${key}`),
    ...phone.shownOtherwise.map((key) => `shown otherwise ${key}`),
  ];
}

interface CardContents {
  readonly ownerId: string;
  readonly helpers: readonly string[];
  readonly status: string;
  readonly revision: number;
  readonly handoffId: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

async function cardsOf(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<CardContents & { id: string }>(
    `select id, owner_id as "ownerId", helpers, status, revision, handoff_id as "handoffId", values from card
      where deleted_at is null`,
  );
  return new Map(rows.map((row) => [`cards:${row.id}`, textOfCard(row)]));
}

/** What a card holds, in one order of words. */
function textOfCard(row: unknown): string {
  const { ownerId, helpers, status, revision, handoffId, values } = row as CardContents; // a row of the cards
  const sorted = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([ownerId, helpers, status, revision, handoffId, sorted]);
}
