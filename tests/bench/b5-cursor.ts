/** B5: which ways of telling what is new lose rows when many write at once, and what not losing any costs. Prints JSON. */
import { race, type Outcome } from './b5-cursor/race.ts';
import { enterProduct, enterStrategy, MOST_WORK_MS, type Entered } from './b5-cursor/racers.ts';
import { ENTRY_SQL, STRATEGIES } from './b5-cursor/strategies.ts';
import { report, type BenchGoal } from './kit/bench-result.ts';
import { startStockPostgres, type StockPostgres } from './kit/stock-postgres.ts';
import { withClient } from '../support/test-server.ts';

const quick = process.argv.includes('--quick');
const WRITERS = quick ? [8] : [1, 8, 16, 32];
const MS = quick ? 700 : 3000;

interface Contender {
  readonly title: string;
  readonly isOurs: boolean;
  enter(url: string, workMs: number): Promise<Entered>;
}

interface Cell extends Outcome {
  readonly contender: Contender;
  readonly writers: number;
  readonly workMs: number;
  readonly idle: boolean;
}

const CONTENDERS: readonly Contender[] = [
  {
    title: "the product's whole push and pull",
    isOurs: true,
    enter: async (url, workMs) => enterProduct(url, workMs),
  },
  ...STRATEGIES.map((strategy) => ({
    title: strategy.title,
    isOurs: strategy.key === 'last',
    enter: (url: string, workMs: number) => enterStrategy(url, strategy, workMs),
  })),
];

const postgres = await startStockPostgres();
try {
  const url = await postgres.create('race');
  await withClient(url, (client) => client.query(ENTRY_SQL));
  const cells: Cell[] = [];
  for (const contender of CONTENDERS) {
    for (const writers of WRITERS) cells.push(await run(url, contender, writers, MOST_WORK_MS, false));
    cells.push(await run(url, contender, 16, 0, false));
    cells.push(await runBesideIdler(postgres, url, contender));
  }
  tell(cells);
} finally {
  await postgres.stop();
}

async function run(
  url: string,
  contender: Contender,
  writers: number,
  workMs: number,
  idle: boolean,
  settle?: () => Promise<void>,
): Promise<Cell> {
  const racers = await contender.enter(url, workMs);
  try {
    const outcome = await race(racers, { writers, ms: MS, ...(settle !== undefined && { settle }) });
    const { missed, written, perSecond } = outcome;
    console.error(
      `${contender.title}, ${writers} writers, ${workMs} ms: ${missed} of ${written} missed, ${perSecond}/s`,
    );
    return { ...outcome, contender, writers, workMs, idle };
  } finally {
    await racers.end();
  }
}

/** Somebody in another database of the same server has written something and sits there without ending it. */
async function runBesideIdler(on: StockPostgres, url: string, contender: Contender): Promise<Cell> {
  return withClient(on.urlOf('postgres'), async (idler) => {
    await idler.query('begin');
    await idler.query('select pg_current_xact_id()');
    return run(url, contender, 8, MOST_WORK_MS, true, async () => void (await idler.query('commit')));
  });
}

function tell(cells: readonly Cell[]): void {
  report({
    name: 'b5-cursor',
    title: 'B5: cursor correctness and throughput',
    question:
      'While many write at once, does a reader who asks "what is new since …" get every row, and what does that cost?',
    setting: [
      `One company; each writer commits row after row for ${MS} ms, with 0 to ${MOST_WORK_MS} ms of other work in each transaction, or none; two readers look every 5 ms, and once more when all is quiet.`,
      "The product: a push of one new card with receipt, decision and ledger, through two servers in turn, against pulls. The others: one transaction with one row of the product's shape on plain connections.",
      'For the rows that carry their own number, time or transaction id, half of the work comes before the row is written and half after it.',
      'A missed row is one the worse of the two readers never got. Embedded PostgreSQL as it comes (fsync on), writers and readers in one process.',
    ],
    columns: [
      { key: 'written', title: 'rows written' },
      { key: 'missed', title: 'rows missed' },
      { key: 'tps', title: 'transactions/s' },
      { key: 'push95', title: 'write p95, ms' },
      { key: 'lag95', title: 'commit → reader p95, ms' },
      { key: 'meanwhile', title: 'seen while writing' },
    ],
    rows: cells.map((cell) => ({
      who: nameOf(cell),
      values: {
        written: cell.written,
        missed: cell.missed,
        tps: cell.perSecond,
        push95: cell.pushP95,
        lag95: cell.lagP95,
        meanwhile: `${Math.round((100 * cell.seenMeanwhile) / cell.written)} %`,
      },
    })),
    goals: goalsOf(cells),
    notes: [
      'Transactions of one company that take their version last stand in line from there to the commit; the serial number and the time do not, and lose rows instead.',
      'The transaction id loses nothing and is fast, but one open transaction anywhere in the server hides everything written since.',
      'The number, the time and the transaction id are read without a transaction of their own, as one would; the product reads in one snapshot.',
    ],
  });
}

function nameOf({ contender, writers, workMs, idle }: Cell): string {
  const beside = idle ? ', beside an idle transaction elsewhere' : '';
  return `${contender.title}: ${writers} writers, ${workMs === 0 ? 'no other work' : `0–${workMs} ms of work`}${beside}`;
}

function goalsOf(cells: readonly Cell[]): BenchGoal[] {
  const ours = cells.filter(({ contender }) => contender.isOurs);
  const missed = ours.reduce((sum, cell) => sum + cell.missed, 0);
  const written = ours.reduce((sum, cell) => sum + cell.written, 0);
  return [{ goal: 'ours misses no row', measured: `${missed} of ${written}`, met: missed === 0 && written > 0 }];
}
