import type { CardChanges } from '@cession/shared/card/card-changes.ts';
import type { Card } from '@cession/shared/card/card.ts';
import { discardCard } from '@cession/shared/card/discard-card.ts';
import { editCard } from '@cession/shared/card/edit-card.ts';
import { acceptOwnership, declineOwnership, offerOwnership } from '@cession/shared/card/ownership.ts';
import { resolveConflict } from '@cession/shared/card/resolve-conflict.ts';
import { shareCard } from '@cession/shared/card/share-card.ts';
import { cardDocuments, type CardDocument } from '@cession/shared/document/document.ts';
import { handOverCard } from '@cession/shared/handoff/hand-over-card.ts';
import type { HandoffId } from '@cession/shared/handoff/handoff.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { conflicts, type Conflict } from '@cession/shared/sync/conflict.ts';
import { newText, startCard, type Play } from '../play.ts';
import type { Dice, SimPhone } from '../world.ts';
import { aCard, onAPhone, perform, type Command } from './command.ts';

/** Half of all edits are about one of these. */
export const HOT_FIELDS = ['legalName', 'contractNumber', 'shortName'] as const;
const OTHER_FIELDS = [
  ...['registeredAddress.street', 'registeredAddress.city', 'billingAddress.city', 'ediAddress'],
  ...['deliveryAddress.city', 'postalAddress.city', 'portalAddress', 'purchaseOrderHow'],
] as const;
const SOFT_FIELDS = ['shortName', 'deliveryAddress.city', 'portalAddress'] as const;
export const NOTE = 'toneNote';
const MOST_CARDS = 5;

export const cardCommands: readonly Command[] = [
  { name: 'create a card', weight: 3, run: onAPhone(create) },
  { name: 'edit fields', weight: 16, run: onAPhone(edit) },
  { name: 'edit twice', weight: 5, run: onAPhone(editTwice) },
  { name: 'add to the note', weight: 5, run: onAPhone(note) },
  { name: 'edit a soft field', weight: 3, run: onAPhone(editSoft) },
  { name: 'share or end it', weight: 3, run: onAPhone(share) },
  { name: 'offer a card', weight: 1, run: onAPhone(offer) },
  { name: 'answer an offer', weight: 2, run: onAPhone(answerOffer) },
  { name: 'discard a card', weight: 1, run: onAPhone(discard) },
  { name: 'resolve a conflict', weight: 4, run: onAPhone(resolve) },
  { name: 'hand a card over', weight: 5, run: onAPhone(handOver) },
];

/** Drawn anew: up to three fields, half of the time among the same three. */
export function someChanges(play: Play, companyId: string, dice: Dice): CardChanges {
  const changes: Record<string, string> = {};
  for (let more = 1 + dice.below(3); more > 0; more -= 1) {
    const path = dice.chance(50) ? dice.pick(HOT_FIELDS) : dice.pick(OTHER_FIELDS);
    changes[path] = newText(play, companyId, path);
  }
  return changes;
}

async function create(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  if (play.cards.length < MOST_CARDS) await startCard(play, phone, dice.chance(60));
}

async function edit(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const card = aCard(play, phone, dice);
  if (card === null) return;
  await perform({ play, phone, dice }, editCard, {
    cardId: card.id,
    changes: someChanges(play, phone.actor.companyId, dice),
  });
}

/** The same field again, before or after the server has heard of the first time. */
async function editTwice(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const card = aCard(play, phone, dice);
  if (card === null) return;
  const path = dice.pick(HOT_FIELDS);
  for (let again = 0; again < 2; again += 1) {
    const changes = { [path]: newText(play, phone.actor.companyId, path) };
    await perform({ play, phone, dice }, editCard, { cardId: card.id, changes });
    phone.sync();
    await play.world.goOn(dice, dice.below(25));
  }
}

async function note(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const card = aCard(play, phone, dice);
  if (card === null) return;
  const before = card.values[NOTE];
  const text = newText(play, phone.actor.companyId, NOTE);
  const isAdded = typeof before === 'string' && before.length < 1000 && dice.chance(60);
  const changes = { [NOTE]: isAdded ? `${before}\n${text}` : text };
  await perform({ play, phone, dice }, editCard, { cardId: card.id, changes });
}

async function editSoft(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const card = aCard(play, phone, dice);
  const path = dice.pick(SOFT_FIELDS);
  if (card === null) return;
  const changes = { [path]: newText(play, phone.actor.companyId, path) };
  await perform({ play, phone, dice }, editCard, { cardId: card.id, changes });
}

function aColleague(play: Play, phone: SimPhone, dice: Dice): UserId | null {
  const { userId, companyId } = phone.actor;
  const others = play.world.people.filter(
    (one) => one.companyId === companyId && one.userId !== userId && one.roles.includes('rep'),
  );
  return others.length === 0 ? null : (dice.pick(others).userId as UserId); // a person of this world
}

async function share(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const card = aCard(play, phone, dice, ({ ownerId }) => ownerId === phone.actor.userId);
  const userId = aColleague(play, phone, dice);
  if (card === null || userId === null) return;
  await perform({ play, phone, dice }, shareCard, { cardId: card.id, userId, shared: dice.chance(65) });
}

async function offer(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const card = aCard(play, phone, dice, ({ ownerId }) => ownerId === phone.actor.userId);
  const to = aColleague(play, phone, dice);
  if (card === null || to === null) return;
  const because = newText(play, phone.actor.companyId, 'offer');
  await perform({ play, phone, dice }, offerOwnership, { cardId: card.id, to, because });
}

async function answerOffer(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const card = aCard(play, phone, dice, (one) => one.offer?.to === phone.actor.userId);
  if (card === null) return;
  const because = newText(play, phone.actor.companyId, 'declined');
  if (dice.chance(70)) await perform({ play, phone, dice }, acceptOwnership, { cardId: card.id });
  else await perform({ play, phone, dice }, declineOwnership, { cardId: card.id, because });
}

async function discard(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const own = (card: Card) => card.ownerId === phone.actor.userId && card.id !== play.cards[0]?.id;
  const card = aCard(play, phone, dice, own);
  if (card !== null) await perform({ play, phone, dice }, discardCard, { cardId: card.id });
}

/** One of the two values, which both lie before the person, or a third. */
async function resolve(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const all = phone.rows(conflicts.name) as readonly Conflict[]; // rows pass their schema first
  const open = all.filter(({ status, table }) => status === 'open' && table === 'cards');
  if (open.length === 0) return;
  const { id, rowId, path, theirs, mine } = dice.pick(open.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const value = dice.pick([theirs, mine, newText(play, phone.actor.companyId, path)]) as string; // texts in this play
  const cardId = rowId as Card['id']; // the conflict is about a card
  await perform({ play, phone, dice }, resolveConflict, { conflictId: id, cardId, path, value });
}

export async function handOver(play: Play, phone: SimPhone, dice: Dice, again?: Again): Promise<void> {
  const card = aCard(play, phone, dice, (one) => again === undefined || one.id === again.cardId);
  if (card === null) return;
  const handoffId = play.world.id() as HandoffId; // any UUID names a new handoff
  const all = phone.rows(cardDocuments.name) as readonly CardDocument[]; // rows pass their schema first
  const documentIds = all.filter(({ cardId, removed }) => cardId === card.id && !removed).map(({ id }) => id);
  const args = { cardId: card.id, handoffId, documentIds };
  await perform({ play, phone, dice }, handOverCard, args, again?.supersedes);
}

interface Again {
  readonly cardId: string;
  readonly supersedes: string;
}
