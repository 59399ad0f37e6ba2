import { can } from '@cession/shared/people/permissions.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import type { SessionAnswer } from '../people/session-actor.ts';
import type { PokeManner } from '../sync/poke.ts';
import type { ServerSpine } from '../sync/spine.ts';
import { refuse } from './refuse.ts';

/** Keeps proxies from closing a quiet line. */
const BREATHE_EVERY_MS = 25_000;
/** A line is opened anew now and then, so that a closed account or a new role is noticed. */
const LINE_LASTS_MS = 30 * 60 * 1000;

/**
 * Server-sent pokes: "something changed in your company, ask". They carry a version and nothing else; losing one costs
 * freshness, never data.
 */
export function serveEvents(spine: ServerSpine, whoAsks: (headers: Headers) => Promise<SessionAnswer>) {
  const lines = new Set<() => void>();
  const handler = async (request: Request): Promise<Response> => {
    const session = await whoAsks(request.headers);
    if (session.kind === 'signed-out') return refuse(401, 'unauthorized', 'Sign in first.');
    if (session.kind === 'closed') return refuse(403, 'forbidden', 'This account is closed. Ask your admin.');
    const stream = openLine(spine, session.actor, lines, request.signal);
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  };
  return {
    handler,
    stop: () => {
      for (const close of lines) close();
    },
  };
}

/** A desk shows the queue as it is now; of phones there are many, and each works on by itself. */
function mannerOf(actor: Actor): PokeManner {
  return can(actor, 'queue.list') ? 'at-once' : 'in-turn';
}

function openLine(
  spine: ServerSpine,
  actor: Actor,
  lines: Set<() => void>,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = (): void => undefined;
  let leave = (): boolean => false;
  return new ReadableStream({
    start(controller) {
      const say = (text: string): void => controller.enqueue(encoder.encode(text));
      const poke = (ver: number): void => say(`data: ${JSON.stringify({ ver })}\n\n`);
      const unsubscribe = spine.subscribe(actor.companyId, poke, mannerOf(actor));
      const breath = setInterval(() => say(': still here\n\n'), BREATHE_EVERY_MS);
      const end = setTimeout(() => close(), LINE_LASTS_MS);
      leave = () => {
        unsubscribe();
        clearInterval(breath);
        clearTimeout(end);
        return lines.delete(close);
      };
      close = () => {
        if (leave()) controller.close();
      };
      lines.add(close);
      gone.addEventListener('abort', close);
      say('retry: 2000\n: hello\n\n');
    },
    // The reader has closed it already; closing it once more would throw.
    cancel() {
      leave();
    },
  });
}
