/** What B1 was to show. */
import { round, type BenchGoal } from '../kit/bench-result.ts';
import type { Run } from './measure.ts';
import type { Line, Planned } from './plans.ts';
import { nameOf, ratesOf } from './push-rows.ts';

const PEER_TIMES = 1.5;
const SHARE_OF_BARE = 0.4;

type Measured = ReadonlyMap<Line, ReadonlyMap<Planned, readonly Run[]>>;

export function goalsOf(lines: readonly Line[], measured: Measured): readonly BenchGoal[] {
  const count = Math.min(...lines.map((line) => line.count));
  const rates = lines
    .filter((line) => line.count === count)
    .map((line) => ({ line, rate: ratesOf(line, measured.get(line)?.get('near') ?? []).median }));
  const ours = rates.find(({ line }) => line.who === 'ours')?.rate ?? Number.NaN;
  const onOurDatabase = rates.filter(({ line }) => line.who.startsWith('rxdb') || line.who === 'tanstack');
  const fastest = onOurDatabase.toSorted((a, b) => b.rate - a.rate)[0];
  const bare = (batch: number): number =>
    rates.find(({ line }) => line.who === 'insert-json' && line.batch === batch)?.rate ?? Number.NaN;
  const times = fastest === undefined ? Number.NaN : ours / fastest.rate;
  return [
    {
      goal: `At least ${PEER_TIMES} times the fastest peer on the same PostgreSQL`,
      measured: `${round(times)} times ${fastest === undefined ? '' : `${nameOf(fastest.line)} with ${fastest.line.batch} a request`}`,
      met: times >= PEER_TIMES,
    },
    {
      goal: 'At least 40 % of the raw insert limit, with the ledger on',
      measured: [50, 500]
        .filter((batch) => Number.isFinite(bare(batch)))
        .map((batch) => `${round((100 * ours) / bare(batch))} % of ${batch} rows a statement`)
        .join(', '),
      met: ours / bare(50) >= SHARE_OF_BARE,
    },
  ];
}
