/** B1: how fast documents saved offline reach PostgreSQL, ours beside its peers and beside the bare database. */
import { report, type BenchRow } from './kit/bench-result.ts';
import { SLOW_DISK } from './kit/bench-database.ts';
import { goalsOf } from './b1-push/goals.ts';
import { measure, PLUS_MINUS_MS, ROUND_TRIP_MS, type Plan, type Run } from './b1-push/measure.ts';
import { columns, toRow } from './b1-push/push-rows.ts';
import { plansOf, type Line, type Planned } from './b1-push/plans.ts';
import { openStage, type Stage } from './b1-push/stage.ts';

const isQuick = process.argv.includes('--quick');
const lines = plansOf(isQuick);
const stage = await openStage();
const measured = new Map<Line, Map<Planned, readonly Run[]>>(lines.map((line) => [line, new Map()]));
try {
  await measureAll(stage, 'near');
  await measureAll(stage, 'far');
  await stage.stopServers();
  await stage.database.restart(SLOW_DISK);
  await measureAll(stage, 'slow-disk');
} finally {
  await stage.stop();
}
const rows = lines.map((line): BenchRow => toRow(line, measured.get(line) ?? new Map()));
report({
  name: 'b1-push',
  title: 'Sending what was saved offline',
  question: 'How many documents a second reach PostgreSQL, checked and durable, when a phone comes back online?',
  setting: [
    'One device, one server, one PostgreSQL 18 with its default durability (fsync and synchronous_commit on).',
    'Server on one core, device on the other (taskset where there is one); PostgreSQL wherever the kernel puts it.',
    'The same seeded customer cards of about 450 bytes of JSON for all; the same zod schema on every server; a pool of 10.',
    'All peers’ endpoints stand behind the same HTTP shell (Hono) and the same session look-up as ours.',
    isQuick
      ? 'Reduced run: one run each.'
      : '1,000 documents: 1 warm-up and 7 runs; 10,000 documents and the other columns: 3 runs.',
    `Far: a TCP proxy of ${ROUND_TRIP_MS} ± ${PLUS_MINUS_MS} ms there and back. Slow disk: commit_delay=2000, commit_siblings=0.`,
    'After every run counts and a hash of all contents are compared on the device and on the server.',
  ],
  columns,
  rows,
  goals: goalsOf(lines, measured),
  notes: [
    'Ours sends 50 mutations a request, by protocol: a phone on a bad line loses little. It writes each into a ledger in a transaction of its own first, checks the right to do it, decides it again, keeps a second table for duplicates, and takes the company’s version.',
    '“Without its ledger” is our server with receipts and verdicts in memory, gone when it ends: what is left is the right to do it, the decision, the row’s own records and the company’s version, and the same number of round trips.',
    'The peers’ endpoints are ours, written as carefully as we could: a session, zod, one transaction, FOR UPDATE, sets of rows, a company’s version. They keep no ledger, no row-level security and no record of who wrote which field.',
    'Ours runs on fake-indexeddb, and so do rxdb-dexie and TanStack; rxdb-memory and PouchDB keep their rows in plain memory, which costs less.',
    'PouchDB sends to express-pouchdb in memory: nothing of it is durable, and it has no PostgreSQL.',
    'With 10,000 documents RxDB over Dexie takes minutes, and TanStack sorts its whole queue for each: both are left out there.',
    'TanStack sends one transaction after another: with 1 document a request it is what its documentation shows for single saves; 50 stands for fifty rows saved in one transaction.',
    '“insert … values” and “insert … from json” are the bare database: one process, one connection, no HTTP, no checks; the second is what the goal calls the raw insert limit.',
  ],
});

async function measureAll(on: Stage, column: Planned): Promise<void> {
  for (const line of lines) {
    const plan: Plan | null = line.plans[column];
    if (plan === null) continue;
    const runs = await measure(on, plan);
    measured.get(line)?.set(column, runs);
    const rate = runs.map(({ ms }) => Math.round((plan.count / ms) * 1000)).join(' ');
    process.stderr.write(`${column} ${plan.who} ${plan.count} by ${plan.batch}: ${rate} docs/s\n`);
  }
}
