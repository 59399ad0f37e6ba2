import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { hasCode } from '../db/process-identity.ts';
import { StartRefused } from '../db/start-refused.ts';

export type Listening = {
  /** Takes no new request, lets running ones finish within the given time, then cuts what is left. */
  stop(withinMs: number): Promise<void>;
};

type Fetch = Parameters<typeof serve>[0]['fetch'];
type Outgoing = Parameters<Fetch>[1]['outgoing'];

export function listen(fetch: Fetch, host: string, port: number): Promise<Listening> {
  const streams = new Set<Outgoing>();
  const remembering: Fetch = async (request, bindings) => {
    const answer = await fetch(request, bindings);
    if (answer instanceof Response && isEventStream(answer)) {
      streams.add(bindings.outgoing);
      bindings.outgoing.once('close', () => streams.delete(bindings.outgoing));
    }
    return answer;
  };
  return new Promise((resolve, reject) => {
    // serve() answers with an HTTP/1 server unless told otherwise.
    const server = serve({ fetch: remembering, hostname: host, port }, () =>
      resolve({ stop: stopper(server, streams) }),
    ) as Server;
    server.once('error', (error) => reject(inWords(error, host, port)));
  });
}

function stopper(server: Server, streams: ReadonlySet<Outgoing>): Listening['stop'] {
  return (withinMs) =>
    new Promise((resolve) => {
      const cut = setTimeout(() => server.closeAllConnections(), withinMs);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      // An event stream never finishes by itself, and its listener comes back on its own.
      for (const stream of streams) stream.destroy();
    });
}

function isEventStream(answer: Response): boolean {
  return (answer.headers.get('content-type') ?? '').startsWith('text/event-stream');
}

function inWords(error: Error, host: string, port: number): Error {
  if (hasCode(error, 'EADDRINUSE'))
    return new StartRefused(`Port ${port} on ${host} is in use: stop what listens there, or set PORT.`);
  if (hasCode(error, 'EACCES')) return new StartRefused(`Port ${port} needs more rights: set PORT to 1024 or above.`);
  if (hasCode(error, 'ENOTFOUND') || hasCode(error, 'EADDRNOTAVAIL'))
    return new StartRefused(`HOST cannot be "${host}": this machine has no such address.`);
  return error;
}
