import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { PullResponse, Verdict } from '@cession/shared/sync/protocol.ts';
import { markOf, type Play } from '../play.ts';
import type { Happening, Violation } from '../world.ts';

export interface Heard {
  readonly violations: readonly Violation[];
  readonly verdicts: readonly HeardVerdict[];
  readonly requests: ReadonlyMap<string, number>;
}

export interface HeardVerdict {
  readonly epoch: string;
  readonly verdict: Verdict;
}

/** What was said over the wire since the last look. */
export function listen(play: Play): Heard {
  const { world, memory } = play;
  const violations: Violation[] = [];
  const verdicts: HeardVerdict[] = [];
  const requests = new Map<string, number>();
  for (; memory.read < world.happenings.length; memory.read += 1) {
    const happening = world.happenings[memory.read];
    const message = happening?.message;
    if (happening === undefined || message === undefined) continue;
    if (!message.isAnswer) {
      requests.set(happening.who, (requests.get(happening.who) ?? 0) + 1);
      continue;
    }
    violations.push(...ofOthers(play, message), ...notForThem(play, message));
    verdicts.push(...verdictsIn(message.body));
  }
  return { violations, verdicts, requests };
}

type Message = NonNullable<Happening['message']>;

/** I7: every value of this play says whose it is. */
function ofOthers({ world, cards }: Play, { actor, body }: Message): Violation[] {
  const text = JSON.stringify(body) ?? '';
  const foreign = [
    ...new Set(
      world.people.filter(({ companyId }) => companyId !== actor.companyId).map((one) => markOf(world, one.companyId)),
    ),
    ...cards.filter(({ companyId }) => companyId !== actor.companyId).map(({ id }) => id),
  ];
  return foreign
    .filter((mark) => text.includes(mark))
    .map((mark) => ({ invariant: 'I7', what: `an answer to ${actor.userId} holds ${mark}` }));
}

/** I7: no row goes to a person who could not see it in that version. */
function notForThem({ memory }: Play, { actor, kind, body }: Message): Violation[] {
  if (kind !== 'pull' || !isPull(body)) return [];
  const tokens = tokensOf(actor);
  return body.rows.flatMap(({ table, id, ver }) => {
    const audience = memory.commits.get(`${body.epoch}/${table}:${id}@${ver}`);
    if (audience === undefined || audience.some((token) => tokens.includes(token))) return [];
    return [{ invariant: 'I7', what: `${table}:${id} was sent to ${actor.userId}, who may not see it` }];
  });
}

function tokensOf({ userId, roles }: SyncActor): readonly string[] {
  return [`user:${userId}`, ...roles.map((role) => `role:${role}`), 'all'];
}

function isPull(body: unknown): body is PullResponse {
  return typeof body === 'object' && body !== null && 'rows' in body && Array.isArray(body.rows);
}

function verdictsIn(body: unknown): readonly HeardVerdict[] {
  if (typeof body !== 'object' || body === null || !('verdicts' in body) || !('epoch' in body)) return [];
  const { epoch, verdicts } = body as { epoch: string; verdicts: readonly Verdict[] }; // an answer of the server
  return verdicts.map((verdict) => ({ epoch, verdict }));
}
