/** One company of a given size, with a rep's phone and an accountant's desk that can be measured. */
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import type { Base, PullResponse, WireMutation } from '@cession/shared/sync/protocol.ts';
import type { Result } from '@cession/shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import { inCompany } from '@cession/server/db/company-transaction.ts';
import { hungarianKft } from '../../support/sample-cards.ts';
import { hungarianTaxNumber } from '../../support/sample-numbers.ts';
import type { GrownCompany } from '../kit/grow-company.ts';
import type { SpineAt } from '../kit/spine-at.ts';
import { newId, newWirePhone, type WirePhone } from '../kit/wire-phone.ts';

export const EDITS = 50;
export const DEPARTED = 10;

export interface AtWork {
  readonly company: GrownCompany;
  readonly server: SpineAt;
  readonly accountant: Actor;
  /** Fifty edits of fifty different cards of the rep, each with what the rep saw beneath. */
  editFifty(): readonly WireMutation[];
  /** Sent by the rep; throws unless every mutation was applied. */
  push(mutations: readonly WireMutation[]): Promise<void>;
  /** One pull of the rep; throws unless it brings this many rows. */
  pull(rows?: number): Promise<void>;
  /** One pull of the accountant's own phone, which none of the changes concern. */
  pullElsewhere(): Promise<void>;
  /** Shares ten cards with a colleague, who pulls, and ends it: ten cards that their phone has to put away. */
  prepareDeparture(): Promise<void>;
  /** One pull of that colleague. */
  pullDeparted(): Promise<void>;
  /** A complete card of a new customer, made but not handed over: the mutation that does. */
  prepareHandOver(): Promise<WireMutation>;
}

interface MyCard {
  readonly id: string;
  meta: Readonly<Record<string, { readonly ver: number; readonly by: string }>>;
}

const EDITED = ['registeredAddress.street', 'registeredAddress.zip', 'invoiceEmail'] as const;

export async function putToWork(company: GrownCompany, server: SpineAt): Promise<AtWork> {
  const [rep, colleague] = await twoOf(server, company.companyId, 'rep');
  const [accountant] = await twoOf(server, company.companyId, 'accountant');
  const cards = await cardsOf(server, rep);
  const phone = await phoneAtHead(server, rep);
  const push = (mutations: readonly WireMutation[]) => pushAll(server, rep, phone, mutations);
  let round = 0;
  return {
    ...{ company, server, accountant, push },
    editFifty: () => {
      round += 1;
      const at = ((round - 1) * EDITS) % (cards.length - EDITS);
      return cards.slice(at, at + EDITS).map((card) => edit(phone, card, round));
    },
    pull: async (rows) => {
      const answer = await pullOnce(server, rep, phone);
      if (rows !== undefined && answer.rows.length !== rows) throw new Error(`${answer.rows.length} rows, not ${rows}`);
      learn(cards, answer);
    },
    ...departures(server, { cards, colleague, phone, push }, await phoneAtHead(server, colleague)),
    ...elsewhere(server, accountant, await phoneAtHead(server, accountant)),
    prepareHandOver: async () => {
      round += 1;
      const cardId = newId();
      await push([phone.say('card.create', { cardId, jurisdiction: 'HU', changes: newCustomer(round) })]);
      return phone.say('card.hand-over', { cardId, handoffId: newId() });
    },
  };
}

interface Sharing {
  readonly cards: readonly MyCard[];
  readonly colleague: Actor;
  readonly phone: WirePhone;
  push(mutations: readonly WireMutation[]): Promise<void>;
}

function departures(
  server: SpineAt,
  { cards, colleague, phone, push }: Sharing,
  theirs: WirePhone,
): Pick<AtWork, 'prepareDeparture' | 'pullDeparted'> {
  const share = (shared: boolean) =>
    cards
      .slice(0, DEPARTED)
      .map(({ id: cardId }) => phone.say('card.share', { cardId, userId: colleague.userId, shared }));
  return {
    prepareDeparture: async () => {
      await push(share(true));
      await pullOnce(server, colleague, theirs);
      await push(share(false));
    },
    pullDeparted: async () => {
      const { departed } = await pullOnce(server, colleague, theirs);
      if (departed.length < DEPARTED) throw new Error(`${departed.length} rows left`);
    },
  };
}

function elsewhere(server: SpineAt, accountant: Actor, theirs: WirePhone): Pick<AtWork, 'pullElsewhere'> {
  return {
    pullElsewhere: async () => {
      const { rows } = await pullOnce(server, accountant, theirs);
      if (rows.length > 0) throw new Error('an accountant holds no cards');
    },
  };
}

async function pushAll({ spine }: SpineAt, rep: Actor, phone: WirePhone, mutations: readonly WireMutation[]) {
  const { verdicts } = must(await spine.receivePush(rep, phone.pushRequest(mutations)));
  const bad = verdicts.find(({ state }) => state !== 'applied');
  if (bad !== undefined || verdicts.length !== mutations.length) throw new Error(`not applied: ${JSON.stringify(bad)}`);
}

async function pullOnce({ spine }: SpineAt, actor: Actor, phone: WirePhone): Promise<PullResponse> {
  const answer = must(await spine.servePull(actor, phone.pullRequest()));
  if (answer.cursor === undefined) throw new Error('more than one page');
  phone.heard(answer);
  return answer;
}

async function twoOf({ database }: SpineAt, companyId: string, role: 'rep' | 'accountant'): Promise<[Actor, Actor]> {
  const { rows } = await inCompany(database, companyId, { accessMode: 'read only' }, async (tx) =>
    tx.execute<{ id: string }>(sql`select id from people where roles @> array[${role}] order by id limit 2`),
  );
  const [first, second] = rows.map(({ id: userId }) => ({ companyId, userId, roles: [role] }));
  if (first === undefined || second === undefined) throw new Error(`there are no two of role ${role}`);
  return [first, second];
}

/** Those the rep may edit. Kept in the order of their ids, which is the order of time. */
async function cardsOf({ database }: SpineAt, rep: SyncActor): Promise<MyCard[]> {
  const found = await inCompany(database, rep.companyId, { accessMode: 'read only' }, async (tx) =>
    tx.execute<{ id: string; meta: MyCard['meta'] }>(
      sql`select id, field_meta as meta from card where owner_id = ${rep.userId} and status <> 'handed-over' order by id`,
    ),
  );
  if (found.rows.length < 2 * EDITS) throw new Error('this rep has too few cards');
  return [...found.rows];
}

/** A phone that has everything there is: where it stands is asked with one row, which it throws away. */
async function phoneAtHead({ spine, database }: SpineAt, actor: SyncActor): Promise<WirePhone> {
  const phone = newWirePhone();
  const { epoch, scope } = must(await spine.servePull(actor, phone.pullRequest({ limit: 1 })));
  const clock = await database.execute<{ ver: string }>(
    sql`select ver from company_clock where company_id = ${actor.companyId}`,
  );
  phone.standAt({ epoch, scope, cursor: Number(clock.rows[0]?.ver) });
  return phone;
}

function edit(phone: WirePhone, card: MyCard, round: number): WireMutation {
  const changes = {
    'registeredAddress.street': `Kárász ${round}`,
    'registeredAddress.zip': `K${round}-${Date.now() % 100_000}`,
    invoiceEmail: `szamla${round}@pelda.example`,
  };
  const seen: Base[string] = {};
  for (const path of EDITED) seen[path] = card.meta[path] ?? { ver: 0, by: null };
  return phone.say('card.edit', { cardId: card.id, changes }, { [`cards:${card.id}`]: seen });
}

function learn(cards: readonly MyCard[], { rows }: PullResponse): void {
  const news = new Map(rows.filter(({ table }) => table === 'cards').map(({ id, meta }) => [id, meta]));
  for (const card of cards) card.meta = news.get(card.id) ?? card.meta;
}

/** Numbers from a range no grown card uses. */
function newCustomer(round: number) {
  const seven = String(9_000_000 + ((Date.now() + round) % 999_983)).padStart(7, '0');
  return {
    ...hungarianKft.values,
    taxNumber: hungarianTaxNumber(seven, '2', '41'),
    legalName: `Újvevő ${round} Kft.`,
  };
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
