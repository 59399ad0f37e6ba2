/** B7: does what a company has gathered over the years make today's work slower? Prints one line of JSON. */
import { putToWork, type AtWork } from './b7-growth/company-at-work.ts';
import { OPERATIONS, type Operation } from './b7-growth/operations.ts';
import { report, round, spreadOf, type BenchGoal, type BenchRow } from './kit/bench-result.ts';
import { growCompany, LOADING, type GrownCompany } from './kit/grow-company.ts';
import { spineAt } from './kit/spine-at.ts';
import { startStockPostgres, type StockPostgres } from './kit/stock-postgres.ts';

const quick = process.argv.includes('--quick');
const SIZES = quick ? [2000, 20_000] : [10_000, 100_000, 1_000_000];
const ROUNDS = quick ? 3 : 15;
/** What has no goal is slow in a large company, and is told with fewer runs. */
const SLOW_ROUNDS = quick ? 1 : 3;
const WARM_UPS = quick ? 1 : 3;
const MOST_GROWTH = 1.3;

/** Milliseconds by operation, then by size. */
type Times = ReadonlyMap<string, ReadonlyMap<number, number[]>>;

const postgres = await startStockPostgres(LOADING);
try {
  const companies = await grow(postgres);
  // From here on it runs as the product runs it, and begins with nothing in its memory.
  await postgres.restart();
  const times = await measure(companies);
  tell(companies, times);
} finally {
  await postgres.stop();
}

async function grow(on: StockPostgres): Promise<readonly GrownCompany[]> {
  const companies: GrownCompany[] = [];
  for (const cards of SIZES) {
    const company = await growCompany(await on.create(databaseOf(cards)), cards);
    console.error(`${cards} cards in ${company.seconds} s`);
    companies.push(company);
  }
  return companies;
}

/** Size after size within each round, so that whatever else the machine does falls on all alike. */
async function measure(companies: readonly GrownCompany[]): Promise<Times> {
  const times = new Map(OPERATIONS.map(({ key }) => [key, new Map(SIZES.map((cards) => [cards, [] as number[]]))]));
  const servers = companies.map(({ cards }) => spineAt(postgres.urlOf(databaseOf(cards))));
  try {
    const atWork = await Promise.all(companies.map((company, at) => putToWork(company, must(servers[at]))));
    for (let run = -WARM_UPS; run < ROUNDS; run += 1) {
      for (const operation of OPERATIONS.filter(({ hasGoal }) => hasGoal || run < SLOW_ROUNDS)) {
        for (const at of atWork) {
          const ms = await once(operation, at);
          if (run >= 0) times.get(operation.key)?.get(at.company.cards)?.push(ms);
        }
      }
      console.error(`round ${run + 1} of ${ROUNDS}`);
    }
  } finally {
    for (const server of servers) await server.close();
  }
  return times;
}

async function once(operation: Operation, at: AtWork): Promise<number> {
  const run = await operation.prepare(at);
  const startedAt = performance.now();
  const putRight = await run();
  const ms = performance.now() - startedAt;
  await putRight?.();
  return ms;
}

function tell(companies: readonly GrownCompany[], times: Times): void {
  const rows = OPERATIONS.map((operation) => rowOf(operation, times));
  report({
    name: 'b7-growth',
    title: 'B7: cost growth',
    question: 'Does the same work cost more when the company has a hundred times as many cards?',
    setting: [
      `Companies of ${SIZES.join(', ')} cards, each in a database of its own in one PostgreSQL as it comes (fsync on); one rep for 200 cards.`,
      `Ledger, hand-overs and queue as those cards have left them; ${companies.map(({ waiting }) => waiting).join(', ')} cards wait for accounting.`,
      `Rows made by set-based statements (${companies.map(({ seconds }) => seconds).join(', ')} s), indexes afterwards, VACUUM ANALYZE, then a restart.`,
      'The spine and the desk in this process, without HTTP: milliseconds from the call to the answer.',
      `${WARM_UPS} warm-ups, ${ROUNDS} runs (${SLOW_ROUNDS} where there is no goal), sizes in turn within each round.`,
    ],
    columns: [
      ...SIZES.map((cards) => ({ key: String(cards), title: `${cards.toLocaleString('en')} cards, ms` })),
      { key: 'growth', title: 'largest ÷ smallest' },
    ],
    rows,
    goals: OPERATIONS.flatMap((operation) => goalOf(operation, times)),
    notes: [
      'The search in the cleared cards and their number read every cleared card: the wall between companies keeps an index over parts of words from being used.',
      'Search as you type on the phone is measured in phone-search.',
    ],
  });
}

function rowOf({ key, title }: Operation, times: Times): BenchRow {
  const bySize = SIZES.map((cards) => [String(cards), spreadOf(times.get(key)?.get(cards) ?? [])] as const);
  return { who: title, values: { ...Object.fromEntries(bySize), growth: growthOf(key, times) } };
}

function goalOf({ key, title, hasGoal }: Operation, times: Times): BenchGoal[] {
  if (!hasGoal) return [];
  const growth = growthOf(key, times);
  return [{ goal: `${title}: at most ${MOST_GROWTH} ×`, measured: `${growth} ×`, met: growth <= MOST_GROWTH }];
}

function growthOf(key: string, times: Times): number {
  const medians = SIZES.map((cards) => spreadOf(times.get(key)?.get(cards) ?? []).median);
  return round((medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN));
}

function databaseOf(cards: number): string {
  return `company_${cards}`;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is a server for each company');
  return value;
}
