/** B6: how soon accounting can see a card that was handed over, while a thousand phones listen. Prints one line of JSON. */
import { handOverAll, type HandOverTimes } from './b6-hand-over/hand-over-all.ts';
import { newSecret, signEverybodyIn } from './b6-hand-over/signed-in.ts';
import { completeCards, placesOf, startServer, type Running } from './b6-hand-over/stage.ts';
import { part, report, round, type BenchGoal, type BenchRow } from './kit/bench-result.ts';
import { growCompany, LOADING } from './kit/grow-company.ts';
import { startStockPostgres, type StockPostgres } from './kit/stock-postgres.ts';

const quick = process.argv.includes('--quick');
const PHONES = quick ? 100 : 1000;
const HAND_OVERS = quick ? 15 : 200;
const EVERY_MS = 500;
const CARDS_PER_PHONE = 200;
const WAITING = 200;
const GOAL_MS = 250;

interface Case {
  readonly title: string;
  readonly times: HandOverTimes;
  readonly serverCpu: number;
}

const secret = newSecret();
const postgres = await startStockPostgres(LOADING);
try {
  const company = await growCompany(await postgres.create('company'), PHONES * CARDS_PER_PHONE, WAITING);
  console.error(`${company.cards} cards in ${company.seconds} s`);
  const staff = await signEverybodyIn(postgres.urlOf('company'), company.companyId, secret);
  const cards = await completeCards(postgres.urlOf('company'), company.companyId, staff.reps.slice(0, HAND_OVERS));
  await postgres.restart();
  const cases: Case[] = [];
  for (const [title, processes] of [
    ['one server process', 1],
    ['two: pushed to one, seen at the other', 2],
  ] as const) {
    cases.push(await runCase(postgres, title, processes, { companyId: company.companyId, staff, cards }));
  }
  tell(cases);
} finally {
  await postgres.stop();
}

/** Each case has the same company, in a database of its own. */
async function runCase(
  on: StockPostgres,
  title: string,
  processes: 1 | 2,
  { companyId, staff, cards }: Pick<Parameters<typeof handOverAll>[0], 'staff' | 'cards'> & { companyId: string },
): Promise<Case> {
  const url = await on.copy(`case_${processes}`, 'company');
  const servers: Running[] = [];
  try {
    for (let at = 0; at < processes; at += 1) servers.push(await startServer(url, secret, at === 0 ? 0 : 1));
    const [first, ...others] = servers.map(({ origin }) => origin);
    if (first === undefined) throw new Error('there is a server');
    const places = await placesOf(url, companyId, staff.reps);
    const before = cpuOf(servers);
    const times = await handOverAll({ origins: [first, ...others], staff, cards, places, everyMs: EVERY_MS });
    console.error(`${title}: p95 ${partOf(times.sinceAnswered, 0.95)} ms`);
    return { title, times, serverCpu: cpuOf(servers) - before };
  } finally {
    for (const server of servers) await server.stop();
  }
}

function tell(cases: readonly Case[]): void {
  report({
    name: 'b6-hand-over',
    title: 'B6: from hand-over to queue',
    question: `How soon can accounting see a card that a rep hands over, while ${PHONES} phones listen and pull?`,
    setting: [
      `${PHONES} signed-in phones, each with an open line (server-sent events) and pulling when it is poked, one run at a time; one desk with the queue open, which asks for it again at every poke.`,
      `${HAND_OVERS} complete cards handed over, one every ${EVERY_MS} ms; ${WAITING} cards wait already; ${PHONES * CARDS_PER_PHONE} cards in the company.`,
      'The server as `start` runs it, over HTTP, on core 0 (a second one on core 1); phones and desk in one process; PostgreSQL as it comes (fsync on), pool of 10.',
    ],
    columns: [
      { key: 'p50', title: 'answer → desk, p50 ms' },
      { key: 'p95', title: 'p95' },
      { key: 'p99', title: 'p99' },
      { key: 'sent95', title: 'sent → desk, p95 ms' },
      { key: 'push95', title: 'push answered, p95 ms' },
      { key: 'phones50', title: 'answer → phone, p50 ms' },
      { key: 'phones95', title: 'p95 ms' },
      { key: 'pulls', title: 'pulls' },
      { key: 'cpu', title: 'server CPU, s' },
    ],
    rows: cases.map(rowOf),
    goals: cases.map(goalOf),
    notes: [
      'Desks are told at once. Phones are told one after another, so many in a second, so that they do not all ask in the same moment: with a thousand of them it takes seconds until the last has heard.',
      'Another process learns of a change by looking at all clocks, twenty times a second while somebody listens.',
    ],
  });
}

function rowOf({ title, times, serverCpu }: Case): BenchRow {
  return {
    who: title,
    values: {
      p50: partOf(times.sinceAnswered, 0.5),
      p95: partOf(times.sinceAnswered, 0.95),
      p99: partOf(times.sinceAnswered, 0.99),
      sent95: partOf(times.sinceSent, 0.95),
      push95: partOf(times.untilAnswered, 0.95),
      phones50: partOf(times.phones, 0.5),
      phones95: partOf(times.phones, 0.95),
      pulls: times.pulls,
      cpu: round(serverCpu),
    },
  };
}

function goalOf({ title, times }: Case): BenchGoal {
  const p95 = partOf(times.sinceAnswered, 0.95);
  return {
    goal: `${title}: p95 at most ${GOAL_MS} ms, every card seen`,
    measured: `${p95} ms, ${times.unseen} not seen, ${times.failed} questions failed`,
    met: p95 <= GOAL_MS && times.unseen === 0 && times.failed === 0,
  };
}

function partOf(values: readonly number[], share: number): number {
  return part(
    values.toSorted((a, b) => a - b),
    share,
  );
}

function cpuOf(servers: readonly Running[]): number {
  return servers.reduce((sum, server) => sum + server.process.cpuSeconds(), 0);
}
