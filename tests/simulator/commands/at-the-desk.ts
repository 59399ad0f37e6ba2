import { cards } from '@cession/shared/card/card.ts';
import { answerQuestion, questions, type Question } from '@cession/shared/handoff/question.ts';
import { LEASE_MS, queueItems, type QueueItem } from '@cession/shared/handoff/queue-item.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { noteViolation } from '../invariants/memory.ts';
import { newText, type Play } from '../play.ts';
import type { Dice, SimPhone } from '../world.ts';
import { onAPhone, perform, type Command } from './command.ts';

export const deskCommands: readonly Command[] = [
  { name: 'claim at the desk', weight: 3, run: claim },
  { name: 'decide at the desk', weight: 4, run: decide },
  { name: 'ask the owner', weight: 2, run: ask },
  { name: 'answer accounting', weight: 2, run: onAPhone(answer) },
  { name: 'knock at a foreign card', weight: 1, run: knock },
  { name: 'say what nobody understands', weight: 1, run: babble },
  { name: 'the office works', weight: 3, run: ({ world }) => world.office.work() },
];

export function nowIn({ world }: Play): number {
  return world.happenings.at(-1)?.at ?? 0;
}

async function itemsOf(play: Play): Promise<readonly QueueItem[]> {
  const companyId = play.reps[0]?.companyId;
  const rows = await play.world.truth.rows();
  return rows
    .filter((row) => row.table === queueItems.name && row.companyId === companyId && row.isLive)
    .map(({ row }) => row as unknown as QueueItem) // rows of this table are queue items
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Both accountants reach for the same item now and then; I10 says what may come of it. */
async function claim(play: Play, dice: Dice): Promise<void> {
  const waiting = (await itemsOf(play)).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0 || play.accountants.length === 0) return;
  await claimFor(play, dice.pick(play.accountants), dice.pick(waiting).id);
}

async function claimFor({ world, claims, memory, ...rest }: Play, actor: SyncActor, cardId: string): Promise<boolean> {
  const before = nowIn({ world, claims, memory, ...rest });
  const verdict = await world.office.perform(actor, 'queue.claim', { cardId });
  if (verdict?.state !== 'applied') return false;
  const held = claims.get(cardId);
  if (held !== undefined && held.by !== actor.userId && held.until > before)
    noteViolation(memory, 'I10', `${held.by} and ${actor.userId} both hold the item of card ${cardId}`);
  claims.set(cardId, { by: actor.userId, until: before + LEASE_MS });
  return true;
}

async function decide(play: Play, dice: Dice): Promise<void> {
  const waiting = (await itemsOf(play)).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0 || play.accountants.length === 0) return;
  const { id: cardId, handoffId } = dice.pick(waiting);
  const actor = dice.pick(play.accountants);
  if (!(await claimFor(play, actor, cardId))) return;
  const points = [{ path: 'contractNumber', code: 'wrong-format', note: '' }];
  const ids = { cardId, handoffId };
  const isDone = dice.chance(30)
    ? await play.world.office.perform(actor, 'handoff.accept', ids)
    : await play.world.office.perform(actor, 'handoff.return', { ...ids, points, note: '' });
  // Without an answer nobody knows whether it is still held.
  if (isDone === null || isDone.state === 'applied') play.claims.delete(cardId);
}

async function ask(play: Play, dice: Dice): Promise<void> {
  const known = await itemsOf(play);
  const [actor] = play.accountants;
  if (known.length === 0 || actor === undefined) return;
  const text = newText(play, actor.companyId, 'question');
  const args = { questionId: play.world.id(), cardId: dice.pick(known).id, path: 'contractNumber', text };
  await play.world.office.perform(actor, 'question.ask', args);
}

async function answer(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const all = phone.rows(questions.name) as readonly Question[]; // rows pass their schema first
  const open = all.filter((question) => question.answer === null);
  if (open.length === 0) return;
  const args = { questionId: dice.pick(open).id, text: newText(play, phone.actor.companyId, 'answer') };
  await perform({ play, phone, dice }, answerQuestion, args);
}

/** I7: another company's card and one that was never there are refused with the same words. */
async function knock(play: Play, dice: Dice): Promise<void> {
  const rows = (await play.world.truth.rows()).filter(({ table, isLive }) => table === cards.name && isLive);
  const actor = dice.pick(play.world.people);
  const foreign = rows.filter(({ companyId }) => companyId !== actor.companyId);
  if (foreign.length === 0) return;
  const said = [];
  for (const cardId of [dice.pick(foreign).id, play.world.id()]) {
    const changes = { legalName: newText(play, actor.companyId, 'legalName') };
    const verdict = await play.world.office.perform(actor, 'card.edit', { cardId, changes });
    if (verdict === null) return;
    said.push(JSON.stringify({ ...verdict, id: '' }));
  }
  if (said[0] !== said[1]) noteViolation(play.memory, 'I7', `a foreign card is told apart: ${said.join(' / ')}`);
}

/** I8: of a newer app, of no app, or without sense: it is kept or refused, and nothing else minds. */
async function babble(play: Play, dice: Dice): Promise<void> {
  const cardId = play.cards[0]?.id ?? play.world.id();
  const [name, args] = dice.pick([
    ['card.fold', { cardId }],
    ['card.edit', { cardId, changes: { noSuchField: 'x' } }],
    ['card.edit', { cardId: 7 }],
    ['card.hand-over', null],
  ] as const);
  const [actor] = play.reps;
  const verdict = actor === undefined ? null : await play.world.office.perform(actor, name, args);
  if (verdict === null || ['rejected', 'held', 'quarantined'].includes(verdict.state)) return;
  noteViolation(play.memory, 'I8', `${name} without sense was ${verdict.state}`);
}
