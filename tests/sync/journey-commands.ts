/** What people do and what happens to their phones, drawn by a seed. */
import type { CardChanges } from '@cession/shared/card/card-changes.ts';
import { createCard } from '@cession/shared/card/create-card.ts';
import { discardCard } from '@cession/shared/card/discard-card.ts';
import { editCard } from '@cession/shared/card/edit-card.ts';
import { resolveConflict } from '@cession/shared/card/resolve-conflict.ts';
import { shareCard } from '@cession/shared/card/share-card.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import { handOverCard } from '@cession/shared/handoff/hand-over-card.ts';
import type { HandoffId } from '@cession/shared/handoff/handoff.ts';
import type { Decision, Mutator, Refs } from '@cession/shared/sync/mutator.ts';
import { randomUUID } from 'node:crypto';
import { FAULTS } from './journey-line.ts';
import type { JourneyPhone } from './journey-phone.ts';
import type { Desk } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

/** Something a phone has said is saved. */
export interface Acknowledged {
  readonly id: string;
  readonly userId: string;
  readonly cardId: string;
  readonly changes: CardChanges;
}

export interface Play {
  readonly phones: JourneyPhone[];
  readonly desk: Desk;
  readonly dice: Dice;
  readonly cardIds: CardId[];
  readonly saved: Acknowledged[];
}

export interface Dice {
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
}

/** The same seed throws the same (mulberry32). */
export function diceFrom(seed: number): Dice {
  let state = seed * 0x9e3779b1;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    pick: (from) => {
      const found = from[below(from.length)];
      if (found === undefined) throw new Error('there is nothing to pick from');
      return found;
    },
  };
}

type Command = (play: Play, phone: JourneyPhone) => Promise<void>;
const DEATHS = ['before-push', 'after-push', 'after-verdicts', 'after-pull', 'after-apply'] as const;
const PATHS = ['legalName', 'contractNumber', 'shortName', 'toneNote'] as const;

/** How often out of a hundred each comes up. */
const COMMANDS: readonly (readonly [weight: number, command: Command])[] = [
  [2, create],
  [41, edit],
  [3, share],
  [5, handOver],
  [1, discard],
  [8, decideAtTheDesk],
  [8, resolve],
  [5, async (_play, phone) => phone.line.cut(!phone.line.isCut())],
  [12, async (_play, phone) => phone.sync.trigger('manual')],
  [2, ({ phones }) => Promise.all(phones.map((phone) => phone.sync.trigger('manual'))).then(() => undefined)],
  [5, async ({ dice }, phone) => phone.line.fail(dice.pick(FAULTS), dice.pick(['sync.push', 'sync.pull']))],
  [2, async (_play, phone) => phone.line.deliverLate()],
  [3, die],
];

export async function step(play: Play): Promise<void> {
  const phone = play.dice.pick(play.phones);
  let throwOf = play.dice.below(100);
  for (const [weight, command] of COMMANDS) {
    throwOf -= weight;
    if (throwOf < 0) return command(play, phone);
  }
}

export async function create(play: Play, phone: JourneyPhone): Promise<void> {
  if (play.cardIds.length >= 4) return;
  const cardId = randomUUID() as CardId; // any UUID names a new card
  play.cardIds.push(cardId);
  await perform(play, phone, createCard, { cardId, jurisdiction: 'HU', changes: newCustomer() }, cardId);
}

async function edit(play: Play, phone: JourneyPhone): Promise<void> {
  const cardId = aCard(play);
  if (cardId === null) return;
  const paths = PATHS.filter(() => play.dice.below(2) === 0);
  // No two edits ever write the same value, so each can be told apart in the end.
  const changes = Object.fromEntries(
    paths.map((path) => [path, `${path} ${play.saved.length}-${play.dice.below(1e9)}`]),
  );
  if (paths.length > 0) await perform(play, phone, editCard, { cardId, changes }, cardId, changes);
}

export async function share(play: Play, phone: JourneyPhone): Promise<void> {
  const cardId = aCard(play);
  const other = play.phones.find(({ profile }) => profile.userId !== phone.profile.userId);
  if (cardId === null || other === undefined) return;
  const shared = play.dice.below(6) > 0 || play.saved.length < 4;
  await perform(play, phone, shareCard, { cardId, userId: other.profile.userId, shared }, cardId);
}

async function handOver(play: Play, phone: JourneyPhone): Promise<void> {
  const cardId = aCard(play);
  if (cardId === null) return;
  const handoffId = randomUUID() as HandoffId; // any UUID names a new handoff
  await perform(play, phone, handOverCard, { cardId, handoffId }, cardId);
}

async function discard(play: Play, phone: JourneyPhone): Promise<void> {
  const cardId = aCard(play);
  if (cardId !== null) await perform(play, phone, discardCard, { cardId }, cardId);
}

async function decideAtTheDesk({ desk, dice, cardIds }: Play): Promise<void> {
  for (const cardId of cardIds) {
    const item = await desk.ask('queue.item', { cardId });
    if (item?.state !== 'waiting') continue;
    const ids = { cardId, handoffId: item.row.handoffId };
    await desk.perform('queue.claim', { cardId });
    const points = [{ path: 'contractNumber', code: 'wrong-format', note: '' }];
    if (dice.below(3) === 0) await desk.perform('handoff.accept', ids);
    else await desk.perform('handoff.return', { ...ids, points, note: '' });
    return;
  }
}

async function resolve(play: Play, phone: JourneyPhone): Promise<void> {
  const open = phone.rows('conflicts').filter(({ status, rowId }) => status === 'open' && isOurs(play, rowId));
  if (open.length === 0) return;
  const { id, rowId, path, theirs, mine } = play.dice.pick(open);
  const value = play.dice.pick([theirs, mine]) as string; // the fields of this play are texts
  const args = { conflictId: id, cardId: rowId as CardId, path, value }; // a conflict about one of our cards
  await perform(play, phone, resolveConflict, args, rowId, { [path]: value });
}

/** The app is killed: now, or at some place of what it does next. */
async function die(play: Play, phone: JourneyPhone): Promise<void> {
  if (play.dice.below(2) === 0) phone.crashAt(play.dice.pick(DEATHS));
  await Promise.race([phone.sync.trigger('manual'), phone.died]);
  play.phones[play.phones.indexOf(phone)] = await phone.reopen();
}

async function perform<Name extends string, Args, R extends Refs, D extends Decision>(
  play: Play,
  phone: JourneyPhone,
  mutator: Mutator<Name, Args, R, D>,
  args: Args,
  cardId: string,
  changes: CardChanges = {},
): Promise<void> {
  const outcome = await phone.sync.perform(mutator, args);
  if (!outcome.ok) return;
  play.saved.push({ id: outcome.value.mutationId, userId: phone.profile.userId, cardId, changes });
}

/** Half of everything happens to one card. */
function aCard({ cardIds, dice }: Play): CardId | null {
  const [hot] = cardIds;
  if (hot === undefined) return null;
  return dice.below(2) === 0 ? hot : dice.pick(cardIds);
}

function isOurs({ cardIds }: Play, rowId: string): boolean {
  return cardIds.some((id) => id === rowId);
}
