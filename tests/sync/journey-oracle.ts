/** What must be true in the end, asked of the database and of the phones' storage, not of the code under test. */
import type { Base, FieldBase, Verdict } from '@cession/shared/sync/protocol.ts';
import type { Acknowledged, Play } from './journey-commands.ts';
import type { JourneyPhone } from './journey-phone.ts';
import type { Journey } from './journey-world.ts';

interface LedgerRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly verdict: Verdict | null;
  readonly deps: readonly string[];
  readonly base: Base | null;
  readonly args: { readonly cardId?: string; readonly changes?: object; readonly path?: string };
}

interface ConflictRow {
  readonly row_id: string;
  readonly path: string;
  readonly theirs: unknown;
  readonly mine: unknown;
  readonly mine_by: string;
  readonly status: string;
}

/** I1: whatever a phone has called saved is in its outbox or in the ledger. */
export async function lostSaves(world: Journey, { phones, saved }: Play): Promise<readonly Acknowledged[]> {
  const waiting = new Set(phones.flatMap((phone) => phone.sync.mirror.outbox().map(({ id }) => id)));
  const away = saved.filter(({ id }) => !waiting.has(id));
  const kept = new Set((await ledgerOf(world, away)).map(({ id }) => id));
  return away.filter(({ id }) => !kept.has(id));
}

async function ledgerOf(world: Journey, saved: readonly { readonly id: string }[]): Promise<readonly LedgerRow[]> {
  return world.sql<LedgerRow>('select id, name, state, verdict, deps, base, args from mutation where id = any($1)', [
    saved.map(({ id }) => id),
  ]);
}

/** I2: every answer ever heard about a settled mutation is the same, letter for letter. */
export function changedVerdicts(play: Play): readonly string[] {
  const first = new Map<string, string>();
  const changed: string[] = [];
  for (const { text } of play.phones.flatMap(({ line }) => line.heard)) {
    // The envelope of every procedure; a refused request has no result.
    const { result } = JSON.parse(text) as { result?: { data: { verdicts?: readonly Verdict[] } } };
    for (const verdict of result?.data.verdicts ?? []) {
      if (verdict.state === 'received' || verdict.state === 'held') continue;
      const said = JSON.stringify(verdict);
      if ((first.get(verdict.id) ?? said) !== said) changed.push(`${first.get(verdict.id)} became ${said}`);
      first.set(verdict.id, said);
    }
  }
  return changed;
}

/** I2, I9: as many handoffs as applied hand-overs, one per revision, one place in the queue, as many returns as decided. */
export async function doubledEffects(world: Journey, { cardIds }: Play): Promise<readonly object[]> {
  return world.sql(
    `select c.id, c.revision, h.n, h.revisions, h.returned, q.n as items, q.returns, m.handed, m.returned as asked
      from card c
      cross join lateral (select count(*)::int as n, count(distinct revision)::int as revisions,
        count(*) filter (where state = 'returned')::int as returned from handoff where card_id = c.id) h
      cross join lateral (select count(*)::int as n, coalesce(max(returns), 0) as returns from queue_item where id = c.id) q
      cross join lateral (select count(*) filter (where name = 'card.hand-over')::int as handed,
        count(*) filter (where name = 'handoff.return')::int as returned
        from mutation where args->>'cardId' = c.id::text and state = 'applied') m
      where c.id = any($1) and (h.n <> c.revision or h.revisions <> c.revision or m.handed <> c.revision
        or h.returned <> m.returned or q.n <> least(c.revision, 1))`,
    [cardIds],
  );
}

/** I3: nothing was applied under an earlier version than what it stands on. */
export async function overtaken(world: Journey, { saved }: Play): Promise<readonly string[]> {
  const ledger = await ledgerOf(world, saved);
  const verOf = new Map(ledger.map(({ id, verdict }) => [id, verdict?.ver ?? null]));
  return ledger
    .filter(({ id, deps }) => deps.some((dep) => (verOf.get(dep) ?? 0) > (verOf.get(id) ?? Number.POSITIVE_INFINITY)))
    .map(({ id }) => id);
}

/** I4: the phone holds exactly the rows its person may see, at the server's version, and shows nothing else. */
export async function unlikeTheServer(world: Journey, phone: JourneyPhone): Promise<readonly string[]> {
  const { userId, roles } = phone.profile;
  const tokens = [`user:${userId}`, ...roles.map((role) => `role:${role}`), 'all'];
  const tables = [
    ...(['cards/card', 'handoffs/handoff', 'conflicts/conflict', 'questions/question'] as const),
    ...(['people/people', 'companies/companies', 'card-keys/card_key', 'card-documents/card_document'] as const),
    ...(['factors/factor', 'suppliers/supplier', 'agreements/agreement', 'payee-accounts/payee_account'] as const),
    ...(['debtor-limits/debtor_limit', 'notices/notice', 'ceremonies/ceremony'] as const),
  ].map((pair) => pair.split('/') as [wire: string, table: string]);
  const parts = tables.map(
    ([wire, table]) =>
      `select '${wire}:' || id || ' ' || row_ver as held from ${table} where deleted_at is null and audience && $1::text[]`,
  );
  const there = (await world.sql<{ held: string }>(parts.join(' union all '), [tokens])).map(({ held }) => held);
  const [, confirmed, view] = JSON.parse(await phone.disk()) as [unknown, Held[], Held[]]; // as journey-world writes it
  const here = confirmed.map(({ key, ver }) => `${key} ${ver}`);
  const shown = new Map(view.map(({ key, row }) => [key, JSON.stringify(row)]));
  return [
    ...there.filter((held) => !here.includes(held)).map((held) => `missing ${held}`),
    ...here.filter((held) => !there.includes(held)).map((held) => `too much ${held}`),
    ...confirmed
      .filter(({ key, row }) => shown.get(key) !== JSON.stringify(row))
      .map(({ key }) => `shown otherwise ${key}`),
    ...view.filter(({ key }) => !confirmed.some((row) => row.key === key)).map(({ key }) => `only shown ${key}`),
  ];
}

interface Held {
  readonly key: string;
  readonly ver: number;
  readonly row: unknown;
}

/** I6: every value a person set stands, was knowingly replaced, lies in a conflict, or is in a refusal they can see. */
export async function vanishedValues(world: Journey, play: Play): Promise<readonly string[]> {
  const ledger = await ledgerOf(world, play.saved);
  const cards = await world.sql<{ id: string; values: Record<string, unknown>; deleted_at: Date | null }>(
    'select id, values, deleted_at from card where id = any($1)',
    [play.cardIds],
  );
  const conflicts = await world.sql<ConflictRow>(
    'select row_id, path, theirs, mine, mine_by, status from conflict where row_id = any($1)',
    [play.cardIds],
  );
  const shown = new Set(
    play.phones.flatMap(({ sync }) => sync.outbox.items()).flatMap(({ id, refusal }) => (refusal ? [id] : [])),
  );
  return play.saved.flatMap((save) => {
    const entry = ledger.find(({ id }) => id === save.id);
    const card = cards.find(({ id }) => id === save.cardId);
    return Object.entries(save.changes).flatMap(([path, value]) => {
      if (entry?.state === 'rejected') return shown.has(save.id) ? [] : [`refused out of sight: ${path} of ${save.id}`];
      const isKept =
        card?.deleted_at !== null ||
        textOf(card.values[path]).includes(String(value)) ||
        conflicts.some((one) => one.row_id === save.cardId && one.path === path && holds(one, save, value)) ||
        ledger.some((later) => hadSeen(later.base?.[`cards:${save.cardId}`]?.[path], entry, path));
      return isKept ? [] : [`gone: ${path} = ${String(value)} of ${save.id} (${entry?.state})`];
    });
  });
}

/** Who set the field later had this value before their eyes; in a note also as part of what had been joined to it. */
function hadSeen(base: FieldBase | undefined, entry: LedgerRow | undefined, path: string): boolean {
  if (base === undefined || entry === undefined) return false;
  const wasJoined = path === 'toneNote' && entry.verdict?.ver !== undefined && base.ver >= entry.verdict.ver;
  return base.by === entry.id || wasJoined;
}

/** One of the two values, or the same person's later one in its place. */
function holds(conflict: ConflictRow, save: Acknowledged, value: unknown): boolean {
  const texts = [conflict.theirs, conflict.mine].map((held) => textOf(held));
  return texts.some((text) => text.includes(String(value))) || conflict.mine_by === save.userId;
}

/** The fields of this play are texts. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** I12: what the server dates is dated by the server, however wrong the phones are. */
export async function datedByPhones(world: Journey, { cardIds }: Play): Promise<readonly object[]> {
  return world.sql(
    `select 'handoff' as what, received_at as at from handoff where card_id = any($1) and abs(extract(epoch from now() - received_at)) > 600
      union all select 'queue item', first_received_at from queue_item
        where id = any($1) and abs(extract(epoch from now() - first_received_at)) > 600
      union all select 'conflict', opened_at from conflict
        where row_id = any($1::text[]) and abs(extract(epoch from now() - opened_at)) > 600
      union all select 'ledger', received_at from mutation
        where args->>'cardId' = any($1::text[]) and abs(extract(epoch from now() - received_at)) > 600`,
    [cardIds],
  );
}

/** I9: handoffs that were taken in while two people disagreed about a field of the card. */
export async function handedOverInConflict(world: Journey, { cardIds }: Play): Promise<readonly object[]> {
  return world.sql(
    `select h.id from handoff h join conflict c on c.row_id = h.card_id::text and c.status <> 'auto'
      where h.card_id = any($1) and c.opened_at < h.received_at and coalesce(c.resolved_at, 'infinity') > h.received_at`,
    [cardIds],
  );
}
