/** The people of one company at work: reps with phones, accountants at desks. */
import { randomUUID } from 'node:crypto';
import type { Database } from '@cession/server/db/client.ts';
import { listQueue } from '@cession/server/handoff/list-queue.ts';
import { showQueueItem } from '@cession/server/handoff/show-queue-item.ts';
import type { Env } from '@cession/server/sync/env.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import type { Card, CardValue, CardValues } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { Id } from '@cession/shared/kernel/id.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { people, type Actor, type CompanyId, type Role, type UserId } from '@cession/shared/people/actor.ts';
import { companies } from '@cession/shared/people/company.ts';
import type { Verdict, WireMutation, WireRow } from '@cession/shared/sync/protocol.ts';
import { hungarianKft } from '../support/sample-cards.ts';
import * as numbers from '../support/sample-numbers.ts';

/** One server process: its own connections, its own spine. */
export interface Server {
  readonly database: Database;
  readonly spine: ServerSpine;
  readonly env: Env;
}

const staff = {
  rep1: ['rep'],
  rep2: ['rep'],
  manager: ['client-manager'],
  accountant1: ['accountant'],
  accountant2: ['accountant'],
  chief: ['chief-accountant'],
  sales: ['sales-manager'],
  admin: ['admin'],
  auditor: ['auditor'],
} as const satisfies Record<string, readonly Role[]>;
export type Name = keyof typeof staff;
type Shelf = 'waiting' | 'mine' | 'snoozed' | 'with-rep';

export async function openCompany(server: Server, country: string, now: () => Instant): Promise<Work> {
  const companyId = randomUUID() as CompanyId; // made here
  const members = Object.entries(staff).map(([name, roles]) => ({
    id: randomUUID() as UserId, // made here
    name,
    roles: [...roles],
    active: true,
  }));
  await server.spine.writeRows(companyId, [
    companies.put({ id: companyId, name: 'Danube Toys', country, demo: false }),
    ...members.map((member) => people.put(member)),
  ]);
  return new Work(server, companyId, now, new Map(members.map(({ id, name }) => [name, id])));
}

export class Work {
  readonly companyId: CompanyId;
  readonly #server: Server;
  readonly #now: () => Instant;
  readonly #ids: ReadonlyMap<string, UserId>;

  constructor(server: Server, companyId: CompanyId, now: () => Instant, ids: ReadonlyMap<string, UserId>) {
    this.companyId = companyId;
    this.#server = server;
    this.#now = now;
    this.#ids = ids;
  }

  who(name: Name): Actor & { readonly userId: UserId } {
    const userId = this.#ids.get(name);
    if (userId === undefined) throw new Error(`nobody is called ${name}`);
    return { userId, companyId: this.companyId, roles: staff[name] };
  }

  async perform(name: Name, mutation: string, args: object, through: Server = this.#server): Promise<Verdict> {
    const act = { id: randomUUID(), name: mutation, v: 1, args, at: this.#now() };
    const answer = await through.spine.perform(this.who(name), act);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  }

  /** The same, where a refusal would be a mistake of the test. */
  async must(name: Name, mutation: string, args: object): Promise<void> {
    const verdict = await this.perform(name, mutation, args);
    if (verdict.state !== 'applied') throw new Error(`${mutation} by ${name}: ${JSON.stringify(verdict)}`);
  }

  /** A complete card of a customer nobody has yet. */
  async capture(name: Name = 'rep1', changes: CardValues = {}, jurisdiction: Jurisdiction = 'HU') {
    const cardId = randomUUID();
    const values = jurisdiction === 'HU' ? { ...newCustomer(), ...changes } : changes;
    await this.must(name, 'card.create', { cardId, jurisdiction, changes: values });
    return { cardId };
  }

  async handOver(name: Name = 'rep1', changes: Readonly<Record<string, CardValue>> = {}) {
    const { cardId } = await this.capture(name, changes);
    const handoffId = randomUUID();
    await this.must(name, 'card.hand-over', { cardId, handoffId });
    return { cardId, handoffId };
  }

  item(name: Name, cardId: string) {
    return showQueueItem(this.#server, this.who(name), { cardId: cardId as Id<'card'> }); // what a desk would send
  }

  list(name: Name, show: Shelf = 'waiting', search = '') {
    return listQueue(this.#server, this.who(name), { show, jurisdiction: null, search });
  }

  /** Everything a phone of this person holds. */
  async phone(name: Name): Promise<readonly WireRow[]> {
    const pulled = await this.#server.spine.servePull(this.who(name), {
      ...{ p: 1, epoch: null, device: randomUUID(), incarnation: randomUUID() },
      ...{ scope: null, cursor: 0, page: null, limit: 1000, verdictsFor: [] },
    });
    if (!pulled.ok) throw new Error(pulled.error.message);
    return pulled.value.rows;
  }

  async card(name: Name, cardId: string): Promise<Card> {
    const row = (await this.phone(name)).find((each) => each.table === 'cards' && each.id === cardId);
    if (!row) throw new Error(`${name} does not see this card`);
    return row.row as Card; // rows of this table are cards
  }
}

let customers = 0;

/** A customer with a tax number of their own. */
export function newCustomer(): CardValues {
  customers += 1;
  return {
    ...hungarianKft.values,
    legalName: `Pöttyös Labda ${customers} Kft.`,
    taxNumber: numbers.hungarianTaxNumber(String(2_417_357 + customers * 13), '2', '41'),
  };
}

/** Mutations of one phone, in one push. */
export function pushOf(mutations: readonly Pick<WireMutation, 'name' | 'args'>[], at: Instant) {
  return {
    ...{ p: 1, epoch: null, device: randomUUID(), incarnation: randomUUID(), app: 'test' },
    pending: { count: mutations.length, oldest: null },
    mutations: mutations.map((mutation, place) => ({ id: randomUUID(), seq: place + 1, v: 1, at, ...mutation })),
  };
}
