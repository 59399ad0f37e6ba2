import { forgetPhone } from '../invariants/memory.ts';
import type { Play } from '../play.ts';
import type { Dice, Fault, MessageKind, SimPhone } from '../world.ts';
import { onAPhone, type Command } from './command.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_PHONES = 6;

/** Between two effects of the product, and of a seeded bug. */
const PLACES = [
  ...['before-perform', 'after-perform', 'before-push', 'after-push', 'after-push', 'after-verdicts'],
  ...['before-pull', 'after-pull', 'after-pull', 'after-apply', 'after-reconcile', 'cursor-stored'],
  ...['before-part', 'after-part', 'before-complete', 'after-complete'],
] as const;

const FAULTS: readonly Fault[] = [
  ...(['lost-request', 'lost-answer', 'lost-answer', 'twice', 'twice', 'late', 'again-later', 'slow'] as const),
  ...(['half-an-answer', 'captive-portal', 'status-401', 'status-403', 'status-409', 'status-413'] as const),
  ...(['status-426', 'status-429', 'status-500', 'status-503'] as const),
];
const KINDS: readonly MessageKind[] = ['push', 'push', 'push', 'pull', 'pull', 'reconcile', 'file-parts'];

/** Things go wrong, and things go on. */
export const fateCommands: readonly Command[] = [
  { name: 'sync', weight: 8, run: onAPhone((_play, phone) => phone.sync()) },
  { name: 'everybody syncs', weight: 3, run: everybody },
  { name: 'things go on', weight: 8, run: ({ world }, dice) => world.goOn(dice, 5 + dice.below(40)) },
  { name: 'things go on for long', weight: 3, run: ({ world }, dice) => world.goOn(dice, 120) },
  { name: 'time passes', weight: 2, run: ({ world }, dice) => world.advance(dice.pick([2_000, 40_000, 20 * 60_000])) },
  { name: 'go offline or online', weight: 5, run: onAPhone((_play, phone, dice) => phone.cut(dice.chance(40))) },
  { name: 'meet a fault', weight: 8, run: onAPhone(meet) },
  { name: 'hide or show', weight: 2, run: onAPhone((_play, phone, dice) => phone.show(dice.chance(60))) },
  { name: 'open a second tab', weight: 2, run: onAPhone(openTab) },
  { name: 'kill a tab', weight: 2, run: onAPhone(killTab) },
  { name: 'crash', weight: 5, run: onAPhone(crash) },
  { name: 'crash on the way', weight: 4, run: onAPhone(crashOnTheWay) },
  { name: 'switch on', weight: 8, run: switchOn },
  { name: 'wipe', weight: 1, run: wipe },
  { name: 'copy to another phone', weight: 1, run: copy },
  {
    name: 'set the clock',
    weight: 2,
    run: onAPhone((_, phone, dice) => phone.setClock((dice.below(11) - 5) * DAY_MS)),
  },
  {
    name: 'session ends or comes back',
    weight: 3,
    run: onAPhone((_, phone, dice) => phone.expireSession(dice.chance(45))),
  },
  { name: 'upgrade the app', weight: 2, run: onAPhone(upgrade) },
  { name: 'the disk fills or frees', weight: 2, run: onAPhone((_, phone, dice) => phone.fillDisk(dice.chance(45))) },
];

async function everybody({ world }: Play, dice: Dice): Promise<void> {
  for (const phone of world.phones) if (phone.isOn()) phone.sync();
  await world.goOn(dice, 20 + dice.below(80));
}

function meet(_play: Play, phone: SimPhone, dice: Dice): void {
  phone.meet(dice.pick(FAULTS), dice.pick(KINDS));
  phone.sync();
}

async function openTab(play: Play, phone: SimPhone): Promise<void> {
  const open = play.tabs.get(phone.name) ?? 0;
  if (open >= 2) return;
  await phone.openTab();
  play.tabs.set(phone.name, open + 1);
}

function killTab(play: Play, phone: SimPhone): void {
  const open = play.tabs.get(phone.name) ?? 0;
  if (open === 0) return;
  phone.killTab();
  play.tabs.set(phone.name, open - 1);
}

function crash(play: Play, phone: SimPhone, dice: Dice): void {
  phone.crash(dice.chance(35) ? null : dice.pick(PLACES));
  play.tabs.delete(phone.name);
}

/** It dies while something is under way. */
async function crashOnTheWay(play: Play, phone: SimPhone, dice: Dice): Promise<void> {
  phone.crash(dice.pick(PLACES));
  phone.sync();
  await play.world.goOn(dice, 10 + dice.below(30));
  if (!phone.isOn()) await restart(play, phone);
}

async function switchOn(play: Play, dice: Dice): Promise<void> {
  const off = play.world.phones.filter((phone) => !phone.isOn());
  if (off.length > 0) await restart(play, dice.pick(off));
}

async function restart(play: Play, phone: SimPhone): Promise<void> {
  play.tabs.delete(phone.name);
  await phone.start();
}

async function wipe(play: Play, dice: Dice): Promise<void> {
  const { phones } = play.world;
  const phone = dice.pick(phones);
  if (phones.length === 1) return;
  forgetPhone(play.memory, phone);
  play.tabs.delete(phone.name);
  await phone.wipe();
  if (!phone.isOn()) await phone.start();
}

async function copy(play: Play, dice: Dice): Promise<void> {
  const { phones } = play.world;
  if (phones.length >= MOST_PHONES) return;
  const made = await dice.pick(phones).copy(`p${phones.length + 1}`);
  if (!made.isOn()) await made.start();
}

async function upgrade(play: Play, phone: SimPhone): Promise<void> {
  play.appVersion += 1;
  phone.crash(null);
  play.tabs.delete(phone.name);
  await phone.start(`1.${play.appVersion}`);
}
