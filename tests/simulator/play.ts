import type { CardValues } from '@cession/shared/card/card.ts';
import { createCard } from '@cession/shared/card/create-card.ts';
import { shareCard } from '@cession/shared/card/share-card.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { hungarianKft } from '../support/sample-cards.ts';
import * as numbers from '../support/sample-numbers.ts';
import { createMemory, type Memory } from './invariants/memory.ts';
import type { Dice, SimPhone, SimWorld } from './world.ts';

/** One story: who takes part, and what has to be remembered to judge it in the end. */
export interface Play {
  readonly world: SimWorld;
  readonly reps: readonly SyncActor[];
  /** Of the first company. */
  readonly accountants: readonly SyncActor[];
  readonly cards: { readonly id: CardId; readonly companyId: string }[];
  /** Half of all plays are about one card. */
  readonly isHot: boolean;
  /** Leases at the desk, by card. */
  readonly claims: Map<string, { readonly by: string; readonly until: number }>;
  readonly memory: Memory;
  /** Tabs that may be open beyond the first, by phone. */
  readonly tabs: Map<string, number>;
  /** Everybody sits in a cellar until this step. */
  readonly cellarUntil: number;
  steps: number;
  appVersion: number;
  hasBackup: boolean;
  hasRestored: boolean;
  /** Never the same twice in one play. */
  next(): number;
}

const MOST_REPS = 3;
const MOST_PHONES = 4;

export async function createPlay(world: SimWorld, dice: Dice): Promise<Play> {
  const companyId = world.people[0]?.companyId ?? '';
  const isRep = ({ roles }: SyncActor) => roles.includes('rep');
  const reps = world.people.filter((one) => isRep(one) && one.companyId === companyId);
  const stranger = world.people.find((one) => isRep(one) && one.companyId !== companyId);
  const present = reps.slice(0, 1 + dice.below(Math.min(MOST_REPS, reps.length)));
  const play = emptyPlay(world, dice, present);
  for (const rep of present) await world.addPhone(rep);
  for (let more = dice.below(MOST_PHONES - present.length + 1); more > 0; more -= 1)
    await world.addPhone(dice.pick(present));
  if (stranger && dice.chance(60)) await world.addPhone(stranger);
  const [first, ...others] = world.phones;
  if (first === undefined) throw new Error('a play needs a phone');
  await settle(world, [first]);
  const cardId = await startCard(play, first);
  for (const { userId } of present)
    if (userId !== first.actor.userId)
      await first.perform(shareCard, { cardId, userId: userId as UserId, shared: true }); // a person of this world
  await settle(world, [first]);
  await settle(world, others);
  if (play.cellarUntil > 0) for (const phone of world.phones) phone.cut(true);
  return play;
}

/** These have sent and heard everything, in the time that takes. */
async function settle(world: SimWorld, phones: readonly SimPhone[]): Promise<void> {
  for (const phone of phones) phone.sync();
  await world.advance(2_000);
}

function emptyPlay(world: SimWorld, dice: Dice, reps: readonly SyncActor[]): Play {
  const companyId = reps[0]?.companyId;
  let numbersGiven = 0;
  return {
    ...{ world, reps, cards: [], claims: new Map(), tabs: new Map(), memory: createMemory() },
    accountants: world.people.filter(
      (one) => one.companyId === companyId && one.roles.some((role) => role.endsWith('accountant')),
    ),
    isHot: dice.chance(50),
    cellarUntil: dice.chance(30) ? 8 + dice.below(12) : 0,
    ...{ steps: 0, appVersion: 1, hasBackup: false, hasRestored: false },
    next: () => (numbersGiven += 1),
  };
}

/** A complete card of a new customer, or one that still lacks most. */
export async function startCard(play: Play, phone: SimPhone, isComplete = true): Promise<CardId> {
  const cardId = play.world.id() as CardId; // any UUID names a new card
  const { companyId } = phone.actor;
  const changes = isComplete ? customer(play, companyId) : { legalName: newText(play, companyId, 'legalName') };
  const done = await phone.perform(createCard, { cardId, jurisdiction: 'HU', changes });
  if (done?.saved) play.cards.push({ id: cardId, companyId });
  return cardId;
}

function customer(play: Play, companyId: string): CardValues {
  const number = play.next();
  return {
    ...hungarianKft.values,
    legalName: newText(play, companyId, 'legalName'),
    contractNumber: newText(play, companyId, 'contractNumber'),
    taxNumber: numbers.hungarianTaxNumber(String(2_417_357 + number * 13), '2', '41'),
  };
}

/** No two values of a play are alike, and each says which company it belongs to. */
export function newText(play: Play, companyId: string, path: string): string {
  return `${markOf(play.world, companyId)} ${path.slice(0, 40)} ${play.next()};`;
}

/** Must never be seen by anybody of another company. */
export function markOf(world: SimWorld, companyId: string): string {
  return companyId === world.people[0]?.companyId ? '@ours@' : '@theirs@';
}
