import type { Happening } from './world.ts';

/** How a story begins and how it ends; one that never ends repeats itself in between. */
const FIRST_LINES = 150;
const LAST_LINES = 250;
const WIDTH = 8;
/** What the machinery does between two things anybody would tell. */
const UNTOLD = /^(falls due|tab hears tab|probes|writes |brings |answers |\S+ leaves$)/;

/** Who said what to whom, from the top down, as text. */
export function diagramOf(happenings: readonly Happening[]): string {
  const lines = happenings.filter((one) => isTold(one)).map((one) => lineOf(one, happenings[0]?.at ?? 0));
  const between = lines.length - FIRST_LINES - LAST_LINES;
  if (between <= 0) return lines.join('\n');
  return [...lines.slice(0, FIRST_LINES), `… ${between} lines`, ...lines.slice(-LAST_LINES)].join('\n');
}

function isTold({ who, what, message }: Happening): boolean {
  return message !== undefined || !(who === 'server' || UNTOLD.test(what));
}

function lineOf({ at, who, to, what, message }: Happening, start: number): string {
  const time = `${((at - start) / 1000).toFixed(3)}s`.padStart(12);
  if (to === undefined) return `${time}  ${who.padEnd(WIDTH)} ${what}`;
  const details = message === undefined ? '' : detailsOf(message.body, message.isAnswer);
  return `${time}  ${who.padEnd(WIDTH)} ──▶ ${to.padEnd(WIDTH)} ${what}${details}`;
}

/** The parts of a message that matter in a story: which mutations, which verdicts, which rows. */
function detailsOf(body: unknown, isAnswer: boolean): string {
  if (typeof body !== 'object' || body === null) return '';
  const { mutations, verdicts, rows, cursor, reset } = body as WireBody;
  const parts: string[] = [];
  if (mutations) parts.push(...mutations.map(({ id, name }) => `${name} ${short(id)}`));
  if (verdicts) parts.push(...verdicts.map(({ id, state }) => `${short(id)} ${state}`));
  if (rows) parts.push(...rows.map(({ table, id, ver }) => `${table}:${short(id)}@${ver}`));
  if (isAnswer && cursor !== undefined) parts.push(`cursor ${cursor}`);
  if (reset !== undefined) parts.push(`reset ${reset}`);
  return parts.length === 0 ? '' : ` [${parts.join(', ')}]`;
}

/** What may be in any of the messages; everything else is not told. */
interface WireBody {
  readonly mutations?: readonly { readonly id: string; readonly name: string }[];
  readonly verdicts?: readonly { readonly id: string; readonly state: string }[];
  readonly rows?: readonly { readonly table: string; readonly id: string; readonly ver: number }[];
  readonly cursor?: number;
  readonly reset?: string;
}

function short(id: string): string {
  return `…${id.slice(-3)}`;
}
