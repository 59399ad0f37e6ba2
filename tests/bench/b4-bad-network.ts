/** B4: a line that loses answers, doubles and delays requests; an outage or a session that runs out in the middle. */
import { report } from './kit/bench-result.ts';
import { emptyTables } from './b1-push/peer-tables.ts';
import { openStage } from './b1-push/stage.ts';
import { liveThrough, type Day, type Evening, type Trouble } from './b4-bad-network/bad-day.ts';
import { columns, goalsOf, toRow } from './b4-bad-network/evening-rows.ts';
import { PHONES } from './b4-bad-network/phone.ts';

const isQuick = process.argv.includes('--quick');
const TROUBLES: readonly Trouble[] = isQuick
  ? ['outage, told', 'signed out']
  : ['outage, told', 'outage, not told', 'signed out'];
const DAYS = isQuick ? 1 : 3;
const OUTAGE_MS = isQuick ? 3000 : 60_000;
const SIGNED_OUT_MS = isQuick ? 3000 : 20_000;
const PATIENCE_MS = isQuick ? 15_000 : 90_000;

const stage = await openStage();
const evenings: Evening[] = [];
try {
  await emptyTables(stage.database.pool);
  for (const trouble of TROUBLES) evenings.push(...(await liveAtOnce(trouble)));
} finally {
  await stage.stop();
}

const groups = Map.groupBy(evenings, ({ day }) => `${day.trouble}/${day.who}`);
report({
  name: 'b4-bad-network',
  title: 'A bad line, an outage, a session that runs out',
  question:
    'What of 200 saved documents is on the server in the evening, how often, and what does the device say about it?',
  setting: [
    '100 documents wait when the line opens, 100 more are saved during the trouble. Requests of 50 documents; TanStack sends each save by itself.',
    'The line loses 20 % of the answers after the server has committed, doubles 10 % of the requests, lets 10 % arrive once more up to 1.5 s later, and delays each by up to 60 ms.',
    `The outage lasts ${OUTAGE_MS / 1000} s, the session is gone for ${SIGNED_OUT_MS / 1000} s. “Told”: the device hears that its radio is back, as browsers say it.`,
    `${DAYS} days each, with the same luck for all; devices of one kind of trouble live at the same time. Waited for at most ${PATIENCE_MS / 1000} s.`,
    'Retries are everybody’s own: ours full jitter from 1 s to 5 min, RxDB 5 s, PouchDB its random back-off, TanStack 1 s doubling to 60 s.',
  ],
  columns,
  rows: [...groups.values()].map((days) => toRow(days)),
  goals: goalsOf(evenings),
  notes: [
    'All peers’ servers are written so that a repeated request has its effect once: RxDB by comparing what lies there, TanStack by an idempotency key kept in the transaction, PouchDB by its revisions.',
    'TanStack gives a save up for good when the message of the error holds 400, 401, 403 or 422, which the usual “HTTP 401” does; the row is gone from the device as well. The last row is TanStack with a message that holds none.',
    'RxDB and PouchDB cannot say which rows still wait: a screen built on them has to count by itself.',
    'PouchDB ends its replication at a 401; the app is taken to start it again when the person signs in.',
  ],
});

async function liveAtOnce(trouble: Trouble): Promise<readonly Evening[]> {
  const days = PHONES.flatMap((who) =>
    Array.from({ length: DAYS }, (_, at): Day => {
      // Different rows for everybody, the same luck on the same day.
      const seed = (TROUBLES.indexOf(trouble) * DAYS + at + 1) * PHONES.length + PHONES.indexOf(who);
      const troubleMs = trouble === 'signed out' ? SIGNED_OUT_MS : OUTAGE_MS;
      return { who, trouble, seed, luck: at, troubleMs, patienceMs: PATIENCE_MS };
    }),
  );
  const lived = await Promise.all(days.map((day) => liveThrough(stage, day)));
  for (const { day, there, drainMs } of lived)
    process.stderr.write(`${day.trouble} ${day.who}: ${there.length} there, ${drainMs} ms\n`);
  return lived;
}
