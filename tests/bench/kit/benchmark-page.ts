/** docs/benchmarks.md, written from what the benchmarks said. */
import type { BenchGoal, BenchResult, BenchRow, Machine, Spread } from './bench-result.ts';

/** The whole page, ending with a newline. Results come in the order they are to be read. */
export function benchmarkPage(results: readonly BenchResult[]): string {
  const blocks = [INTRODUCTION, machines(results), overview(results), ...results.map((result) => chapter(result))];
  return `${blocks.join('\n\n')}\n`;
}

const INTRODUCTION = `# Benchmarks

Written by \`npx pnpm@12 bench --keep\` from what the benchmarks printed; the same figures as JSON are in
[benchmarks/](benchmarks/). Nothing on this page is typed by hand, so numbers we lose by are here too. A machine shared
with other work is noisy: read the ratios, which come from one run, before the absolute figures. Medians stand with the
middle half of the runs in brackets.`;

function machines(results: readonly BenchResult[]): string {
  const seen = new Set(results.map(({ machine }) => describe(machine)));
  return [...seen].map((line) => `Measured on ${line}.`).join('\n');
}

function describe({ cpu, cores, memoryGb, system, node }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`;
}

function overview(results: readonly BenchResult[]): string {
  const lines = results.flatMap(({ name, title, goals }) =>
    goals.map(
      (goal) =>
        `| [${title}](#${anchor(title, name)}) | ${cell(goal.goal)} | ${cell(goal.measured)} | ${verdict(goal)} |`,
    ),
  );
  return ['## Goals', '', '| benchmark | goal | measured | |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function chapter({ name, title, question, setting, columns, rows, goals, notes }: BenchResult): string {
  const used = columns.filter(({ key }) => rows.some(({ values }) => key in values));
  const head = [
    `| | ${used.map((column) => cell(column.title)).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(used.length)}`,
  ];
  return [
    `## ${title}`,
    `${question} \`npx pnpm@12 bench ${name}\``,
    list(setting),
    [...head, ...rows.map((row) => tableLine(row, used))].join('\n'),
    list(goals.map((goal) => `Goal: ${goal.goal}. Measured: ${goal.measured}. ${verdict(goal)}.`)),
    list(notes),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function tableLine({ who, values }: BenchRow, columns: BenchResult['columns']): string {
  return `| ${[who, ...columns.map(({ key }) => shown(values[key]))].map((text) => cell(text)).join(' | ')} |`;
}

function shown(value: Spread | number | string | undefined): string {
  if (value === undefined) return '–';
  if (typeof value === 'object') return `${grouped(value.median)} (${grouped(value.q1)}–${grouped(value.q3)})`;
  return typeof value === 'number' ? grouped(value) : value;
}

function grouped(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}

function verdict({ met }: BenchGoal): string {
  return met ? 'met' : '**missed**';
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** As the usual readers of Markdown make it from a heading. */
function anchor(title: string, name: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
  return plain === '' ? name : plain;
}
