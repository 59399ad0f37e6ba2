import { editCard } from '@cession/shared/card/edit-card.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import type { OutboxItem } from '@cession/client/sync/outbox.ts';
import { markHandled, noteViolation } from '../invariants/memory.ts';
import { takenBackByNobody } from '../invariants/nothing-lost.ts';
import type { Play } from '../play.ts';
import type { Dice, SimPhone } from '../world.ts';
import { onAPhone, perform, type Command } from './command.ts';
import { handOver, someChanges } from './on-a-card.ts';

export const outboxCommands: readonly Command[] = [
  { name: 'fix and send again', weight: 3, run: onAPhone(fix) },
  { name: 'take back', weight: 2, run: onAPhone(takeBack) },
];

/** What was refused is done better. */
async function fix(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const refused = phone.outbox().filter(({ status }) => status === 'rejected' || status === 'quarantined');
  if (refused.length === 0) return;
  const item = dice.pick(refused);
  const cardId = cardOf(item);
  if (cardId === null) return;
  if (item.name === 'card.hand-over') return handOver(play, phone, dice, { cardId, supersedes: item.id });
  const changes = someChanges(play, phone.actor.companyId, dice);
  await perform({ play, phone, dice }, editCard, { cardId, changes }, item.id);
}

async function takeBack(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const all = phone.outbox().filter(({ canDiscard }) => canDiscard);
  if (all.length === 0) return;
  const { id } = dice.pick(all);
  markHandled(play.memory, id);
  await phone.discard(id);
  // What stood on it went too; another tab that opens clears all of them away before anybody looks.
  for (const one of takenBackByNobody(play.memory, (await phone.disk()).outbox))
    noteViolation(play.memory, 'I1', `nobody took ${one} back on ${phone.name}`);
}

function cardOf({ args }: OutboxItem): CardId | null {
  // What the app itself put into the outbox; all that this play performs names its card.
  return (args as { readonly cardId?: CardId }).cardId ?? null;
}
