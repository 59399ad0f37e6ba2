import type { Env } from './env.ts';

type Level = Env['logLevel'];
type Fields = Readonly<Record<string, unknown>>;
type Write = (event: string, fields?: Fields) => void;

/** What happened, in one line each. Events are named `noun.what-happened`; bodies of requests are never fields. */
export type Log = Readonly<Record<Level, Write>>;

type Sink = { readonly pretty: boolean; write(line: string): void };

const WEIGHT: Record<Level, number> = { debug: 10, info: 20, warn: 30, error: 40 };
const SECRET_KEY = /passw|token|secret|authorization|cookie|api-?key|credential/i;
const DEEPEST = 6;

/** Lines go to standard error, so that what the app tells a person on standard output stays readable. */
export function createLog(level: Level, sink: Sink = standardError()): Log {
  const writer = (own: Level): Write => {
    if (WEIGHT[own] < WEIGHT[level]) return () => undefined;
    return (event, fields = {}) =>
      sink.write(sink.pretty ? prettyLine(own, event, fields) : jsonLine(own, event, fields));
  };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

function standardError(): Sink {
  return { pretty: process.stderr.isTTY, write: (line) => void process.stderr.write(`${line}\n`) };
}

function jsonLine(level: Level, event: string, fields: Fields): string {
  return JSON.stringify({ level, time: new Date().toISOString(), event, ...safeFields(fields) });
}

function prettyLine(level: Level, event: string, fields: Fields): string {
  const time = new Date().toISOString().slice(11, 19);
  const rest = Object.entries(safeFields(fields)).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [time, level.padEnd(5), event, ...rest].join(' ');
}

function safeFields(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, SECRET_KEY.test(key) ? '[hidden]' : safe(value, 1)]),
  );
}

function safe(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value, depth);
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toJSON();
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => safe(item, depth + 1));
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    SECRET_KEY.test(key) ? '[hidden]' : safe(inner, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

/** drizzle puts the parameters of a failed query into its message, and those are people's data. */
function describeError(error: Error, depth: number): unknown {
  const message = error.message.replace(/\nparams: [\s\S]*$/, '\nparams: [hidden]');
  // A function, because a text in its place has signs of its own: `$&` would bring back what was taken out.
  const stack = error.stack?.replace(error.message, () => message);
  const cause = error.cause === undefined || depth === DEEPEST ? undefined : safe(error.cause, depth + 1);
  const code = 'code' in error ? error.code : undefined;
  return { name: error.name, message, code, stack, cause };
}
