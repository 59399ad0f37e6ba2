/** What a benchmark says: printed as JSON, kept in docs/benchmarks/, shown in docs/benchmarks.md. */
import { cpus, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';

/** The middle, and the quarter on each side of it. */
export interface Spread {
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
  readonly n: number;
}

export interface BenchRow {
  readonly who: string;
  /** By column; a column nobody measured for this row is left out. */
  readonly values: Readonly<Record<string, Spread | number | string>>;
}

export interface BenchGoal {
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean;
}

export interface BenchResult {
  /** As on the command line: `b1-push`. */
  readonly name: string;
  readonly title: string;
  /** What the reader learns, in one sentence. */
  readonly question: string;
  /** Durability, batch sizes, versions, processes: everything that has to be equal for all. */
  readonly setting: readonly string[];
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly BenchRow[];
  readonly goals: readonly BenchGoal[];
  /** Losing numbers, unfairness that is left, surprises. */
  readonly notes: readonly string[];
  readonly machine: Machine;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: part(sorted, 0.5), q1: part(sorted, 0.25), q3: part(sorted, 0.75), n: sorted.length };
}

/** The value below which this share of the others lies; `sorted` ascends. */
export function part(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return round(below + (above - below) * (at - Math.floor(at)));
}

/** Three significant digits below a thousand, whole above. */
export function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

export function machineNow(): Machine {
  const [first] = cpus();
  const system = /^PRETTY_NAME="?([^"\n]+)/mu.exec(readText('/etc/os-release'))?.[1] ?? process.platform;
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return { cpu: first?.model.trim() ?? 'unknown', cores: cpus().length, memoryGb, system, node: process.version };
}

/** Prints it. A missed goal is said in the result: whoever reads it decides. */
export function report(result: Omit<BenchResult, 'machine'>): void {
  process.stdout.write(`${JSON.stringify({ ...result, machine: machineNow() } satisfies BenchResult)}\n`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
