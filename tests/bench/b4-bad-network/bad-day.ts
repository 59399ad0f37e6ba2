/** One bad day of one device: saves, a bad line, an outage or a session that runs out, and what is left in the evening. */
import { join } from 'node:path';
import { openBadLine, type BadLine } from '../kit/bad-line.ts';
import { cardDocuments } from '../kit/card-documents.ts';
import { startPinned, type Pinned } from '../kit/pinned-process.ts';
import type { ServerKind, Stage } from '../b1-push/stage.ts';
import { effectsOf, type Effects } from './effects.ts';
import type { DeviceState, PhoneKind } from './phone.ts';

/** What goes wrong in the middle, and whether the device is told when it is over. */
export type Trouble = 'outage, told' | 'outage, not told' | 'signed out';

export interface Day {
  readonly who: PhoneKind;
  readonly trouble: Trouble;
  readonly seed: number;
  /** Days of the same luck meet the same faults, as far as they make the same requests. */
  readonly luck: number;
  readonly troubleMs: number;
  readonly patienceMs: number;
}

export interface Evening extends Effects {
  readonly day: Day;
  /** From the end of the trouble until the server holds everything and the device says so; null: never. */
  readonly drainMs: number | null;
  readonly requests: number;
  /** Neither on the server nor on the device. */
  readonly lost: number;
  /** Of this day's documents, those the device shows. */
  readonly shown: number;
  readonly inTrouble: DeviceState;
  readonly atTheEnd: DeviceState;
}

export const DOCUMENTS = 200;
const HALF = DOCUMENTS / 2;

const SERVER_OF: Readonly<Record<PhoneKind, ServerKind>> = {
  ...{ ours: 'ours', rxdb: 'peers', pouchdb: 'pouchdb', tanstack: 'peers', 'tanstack-careful': 'peers' },
};

/** Half of the documents wait when the line opens; the other half is saved during the trouble. */
export async function liveThrough(stage: Stage, day: Day): Promise<Evening> {
  const server = await stage.server(SERVER_OF[day.who]);
  const line = await openBadLine(server.url, diceOf(day.luck));
  const script = join(import.meta.dirname, 'phone-process.ts');
  const phone = await startPinned({ script, core: 1, args: [day.who] });
  const ids = [day.seed * 2, day.seed * 2 + 1].flatMap((seed) => cardDocuments(seed, HALF).map(({ id }) => id));
  const look = () => effectsOf(stage, day.who, { ids, lineUrl: line.url, serverUrl: server.url });
  try {
    const { cookie, person, database } = stage;
    const target = { url: line.url, cookie, person, databaseUrl: database.url, batch: 50 };
    await phone.ask({ kind: 'open', target });
    await phone.ask({ kind: 'save', seed: day.seed * 2, count: HALF });
    await phone.ask({ kind: 'start' });
    await pause(150);
    begin(line, day.trouble);
    await phone.ask({ kind: 'save', seed: day.seed * 2 + 1, count: HALF });
    await pause(day.troubleMs);
    const inTrouble = await phone.ask<DeviceState>({ kind: 'state' });
    end(line, day.trouble);
    if (day.trouble === 'outage, told') await phone.ask({ kind: 'hear-online' });
    if (day.trouble === 'signed out') await phone.ask({ kind: 'hear-signed-in' });
    const drainMs = await untilAllIsThere(phone, look, day.patienceMs);
    const atTheEnd = await phone.ask<DeviceState>({ kind: 'state' });
    // What the line still holds back may arrive now; nothing of it may count twice.
    await pause(2000);
    const effects = await look();
    // A phone that pulls also shows what the same person's other phones have sent.
    const shown = new Set(atTheEnd.shown);
    const there = new Set(effects.there);
    const lost = ids.filter((id) => !there.has(id) && !shown.has(id)).length;
    const shownOfOwn = ids.filter((id) => shown.has(id)).length;
    return { day, drainMs, inTrouble, atTheEnd, lost, shown: shownOfOwn, requests: line.requests(), ...effects };
  } finally {
    await phone.stop();
    await line.stop();
  }
}

function begin(line: BadLine, trouble: Trouble): void {
  if (trouble === 'signed out') line.signOut(true);
  else line.cut(true);
}

function end(line: BadLine, trouble: Trouble): void {
  if (trouble === 'signed out') line.signOut(false);
  else line.cut(false);
}

async function untilAllIsThere(
  phone: Pinned,
  look: () => Promise<Effects>,
  patienceMs: number,
): Promise<number | null> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < patienceMs) {
    const [{ there }, { isSettled }] = [await look(), await phone.ask<DeviceState>({ kind: 'state' })];
    if (there.length === DOCUMENTS && isSettled) return performance.now() - startedAt;
    await pause(100);
  }
  return null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A simple generator of the day's luck: the same seed, the same luck. */
function diceOf(seed: number): () => number {
  let state = (seed + 1) * 7919 + 17;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
