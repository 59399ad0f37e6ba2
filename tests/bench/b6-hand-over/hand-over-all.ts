/** Cards handed over one after another at a steady rate, everybody else listening. */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../kit/wire-phone.ts';
import { openListeningDesk, type ListeningDesk } from './listening-desk.ts';
import { openListeningPhone, type ListeningPhone } from './listening-phone.ts';
import type { SignedIn, Staff } from './signed-in.ts';
import type { Place } from './stage.ts';

export interface HandOverPlan {
  /** Those who hand over talk to the first server, the desk to the last. */
  readonly origins: readonly [string, ...string[]];
  readonly staff: Staff;
  readonly cards: readonly { readonly rep: SignedIn; readonly cardId: string }[];
  /** One for each rep. */
  readonly places: readonly Place[];
  readonly everyMs: number;
}

/** Milliseconds, one for each hand-over. */
export interface HandOverTimes {
  readonly sinceSent: readonly number[];
  readonly sinceAnswered: readonly number[];
  readonly untilAnswered: readonly number[];
  /** For each phone and hand-over: from the push's answer until the phone had everything up to it. */
  readonly phones: readonly number[];
  readonly pulls: number;
  /** Questions of phones and desks that failed. */
  readonly failed: number;
  /** Hand-overs no desk ever saw. */
  readonly unseen: number;
}

const MOST_WAIT_MS = 30_000;
/** A thousand lines opened at once would be a test of something else. */
const OPEN_AT_ONCE = 20;

interface Done {
  readonly cardId: string;
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly ver: number;
}

export async function handOverAll(plan: HandOverPlan): Promise<HandOverTimes> {
  const { origins, staff, cards } = plan;
  const desk = openListeningDesk(origins.at(-1) ?? origins[0], must(staff.accountants[0]));
  const phones = staff.reps.map((rep, at) => {
    const origin = at < cards.length ? origins[0] : (origins[at % origins.length] ?? origins[0]);
    return openListeningPhone(origin, rep, must(plan.places[at]));
  });
  try {
    await desk.open();
    for (let at = 0; at < phones.length; at += OPEN_AT_ONCE) {
      await Promise.all(phones.slice(at, at + OPEN_AT_ONCE).map((phone) => phone.listen()));
    }
    await pause(2000);
    const done = await handOverEach(plan, phones);
    await untilTrue(() => done.every(({ cardId }) => desk.seen.has(cardId)));
    const last = Math.max(...done.map(({ ver }) => ver));
    await untilTrue(() => phones.every(({ heard }) => (heard.at(-1)?.ver ?? 0) >= last));
    return timesOf(done, desk, phones);
  } finally {
    for (const one of [desk, ...phones]) one.close();
  }
}

/** At a steady rate, whether or not the one before is through. */
async function handOverEach(plan: HandOverPlan, phones: readonly ListeningPhone[]): Promise<readonly Done[]> {
  const startedAt = performance.now();
  const done = plan.cards.map(async ({ rep, cardId }, at): Promise<Done> => {
    await pause(Math.max(1, startedAt + at * plan.everyMs - performance.now()));
    const phone = must(phones[plan.staff.reps.indexOf(rep)]);
    const sentAt = performance.now();
    const { verdicts } = await phone.push(phone.say('card.hand-over', { cardId, handoffId: newId() }));
    const answeredAt = performance.now();
    const [verdict] = verdicts;
    if (verdict?.state !== 'applied') throw new Error(`not handed over: ${JSON.stringify(verdict)}`);
    return { cardId, sentAt, answeredAt, ver: verdict.ver ?? Number.NaN };
  });
  return Promise.all(done);
}

function timesOf(done: readonly Done[], desk: ListeningDesk, phones: readonly ListeningPhone[]): HandOverTimes {
  const { seen } = desk;
  const found = done.filter(({ cardId }) => seen.has(cardId));
  return {
    sinceSent: found.map(({ cardId, sentAt }) => must(seen.get(cardId)) - sentAt),
    // It may be seen before the answer has arrived.
    sinceAnswered: found.map(({ cardId, answeredAt }) => Math.max(0, must(seen.get(cardId)) - answeredAt)),
    untilAnswered: done.map(({ sentAt, answeredAt }) => answeredAt - sentAt),
    phones: phones.flatMap(({ heard }) =>
      done.flatMap(({ ver, answeredAt }) => {
        const first = heard.find((moment) => moment.ver >= ver);
        return first === undefined ? [] : [Math.max(0, first.at - answeredAt)];
      }),
    ),
    pulls: phones.reduce((sum, phone) => sum + phone.pulls(), 0),
    failed: [desk, ...phones].reduce((sum, one) => sum + one.failed(), 0),
    unseen: done.length - found.length,
  };
}

async function untilTrue(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + MOST_WAIT_MS;
  while (!isTrue() && performance.now() < deadline) await pause(50);
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is one for each');
  return value;
}
