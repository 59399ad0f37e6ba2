import { FILE_LIMITS } from '@cession/shared/document/document.ts';
import type { Play } from '../play.ts';
import type { Dice, MessageKind, SimPhone } from '../world.ts';
import { aCard, onAPhone, type Command } from './command.ts';

export const photoCommands: readonly Command[] = [
  { name: 'photograph a paper', weight: 6, run: onAPhone(photograph) },
  { name: 'photograph and die', weight: 1, run: onAPhone(photographAndDie) },
  { name: 'a part of a file fails', weight: 3, run: onAPhone(failPart) },
];

/** Small mostly; one in eight takes two parts. */
export async function photograph(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const card = aCard(play, phone, dice);
  if (card === null) return;
  const length = dice.chance(12) ? FILE_LIMITS.partBytes + 200 : 100 + dice.below(300);
  await phone.addPhoto(card.id, newPhoto(play.next(), length));
}

/** The app goes away right after it said that the photograph is saved. */
async function photographAndDie(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  await photograph(play, phone, dice);
  if (phone.isOn()) phone.crash(null);
}

async function failPart(_play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  const kind: MessageKind = dice.pick(['file-put', 'file-put', 'file-complete', 'file-parts']);
  phone.meet(dice.pick(['lost-request', 'lost-answer', 'status-500', 'half-an-answer', 'status-503'] as const), kind);
}

/** Bytes that say they are a JPEG, unlike any before. */
function newPhoto(number: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length).fill(number % 251);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, number & 255, (number >> 8) & 255, number >> 16]);
  return bytes;
}
