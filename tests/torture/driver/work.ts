/** A rep at work: bursts of mutations on a handful of cards, each through the product's own `perform`. */
import type { Card } from '@cession/shared/card/card.ts';
import type { Dice } from '../dice.ts';
import { createHand, type Hand } from './hand.ts';
import { createSave } from './save.ts';
import { openCards, openConflicts } from './what-is-there.ts';
import type { WorkParts } from './work-parts.ts';

/** So many may wait on the phone before it stops typing for a moment. */
const MOST_WAITING = 1200;
const BURST = 24;
/** A rep works on a few cards at a time. */
const ON_THE_TABLE = 24;
const MOST_CARDS = 240;
const MOST_SENT = 120;
const MOST_REFUSED = 15;

export interface Work {
  start(): void;
  stop(): void;
}

export function createWork(parts: WorkParts): Work {
  const hand = createHand(parts, createSave(parts));
  let isWorking = false;
  const goOn = async (): Promise<void> => {
    if (!isWorking) return;
    await burst(parts, hand);
    setTimeout(() => void goOn(), 0);
  };
  return {
    start: () => {
      if (isWorking) return;
      isWorking = true;
      void goOn().catch((surprise: unknown) => parts.trouble(String(surprise)));
    },
    stop: () => {
      isWorking = false;
    },
  };
}

async function burst(parts: WorkParts, hand: Hand): Promise<void> {
  const { sync, dice } = parts;
  if (sync.mirror.outbox().length > MOST_WAITING) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return;
  }
  if (dice.chance(5)) await tidyUp(parts);
  const table = handful(dice, openCards(sync, parts.profile), ON_THE_TABLE);
  // Mostly one after the other, as people do it; now and then all at the same moment.
  if (dice.chance(20)) await Promise.all(Array.from({ length: BURST }, () => one(parts, hand, table)));
  else for (let count = 0; count < BURST; count += 1) await one(parts, hand, table);
}

async function one({ sync, dice }: WorkParts, hand: Hand, table: readonly Card[]): Promise<unknown> {
  const isRoom = sync.mirror.rows('cards').length < MOST_CARDS;
  if (table.length < 4 || (isRoom && dice.chance(4))) return hand.create();
  const card = dice.pick(table);
  const thrown = dice.below(1000);
  if (thrown < 940) return hand.editOwnField(card.id);
  if (thrown < 955) return hand.editSharedField(card.id);
  if (thrown < 985) return hand.note(card.id);
  if (thrown < 990 && sync.mirror.rows('handoffs').length < MOST_SENT) return hand.send();
  const [open] = openConflicts(sync, card.id);
  return open === undefined ? hand.editOwnField(card.id) : hand.resolve(open);
}

/** Refused ones wait for a person: the oldest are taken back, unless something stands on them. */
async function tidyUp({ sync, tell, trouble }: WorkParts): Promise<void> {
  const entries = sync.mirror.outbox();
  const refused = entries.filter(({ status }) => status === 'rejected');
  for (const entry of refused.slice(0, Math.max(0, refused.length - MOST_REFUSED))) {
    if (entries.some(({ deps }) => deps.includes(entry.id))) continue;
    const taken = await sync.outbox.discard(entry.id);
    if (taken.ok) tell(['taken-back', entry.id, '', null, null]);
    else trouble(`not taken back: ${taken.error.code}`);
  }
}

function handful<T>(dice: Dice, all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  const from = dice.below(all.length - most);
  return all.slice(from, from + most);
}
