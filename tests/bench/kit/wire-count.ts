/** Counts what this process says over TCP as a client, whichever library says it. */
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

export interface WireCount {
  readonly requests: number;
  readonly up: number;
  readonly down: number;
  /** How long each request took until its answer was there, in milliseconds. */
  readonly waits: readonly number[];
}

/** Call once, before the first connection; the answer tells the count so far. */
export function countWire(): () => WireCount {
  const bytes = countBytes();
  const startedAt = new WeakMap<object, number>();
  const waits: number[] = [];
  let requests = 0;
  const begun = ({ request }: { request: object }): void => {
    requests += 1;
    startedAt.set(request, performance.now());
  };
  const ended = ({ request }: { request: object }): void => {
    waits.push(performance.now() - (startedAt.get(request) ?? performance.now()));
  };
  // Each channel documents a message with the request in it.
  subscribe('undici:request:create', (message) => begun(message as { request: object }));
  subscribe('undici:request:trailers', (message) => ended(message as { request: object }));
  subscribe('http.client.request.start', (message) => begun(message as { request: object }));
  subscribe('http.client.response.finish', (message) => ended(message as { request: object }));
  return () => ({ requests, waits: [...waits], ...bytes() });
}

function countBytes(): () => { up: number; down: number } {
  const open = new Set<Socket>();
  const closed = { up: 0, down: 0 };
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket }; // as the channel documents
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      closed.up += socket.bytesWritten;
      closed.down += socket.bytesRead;
    });
  });
  return () => ({
    up: [...open].reduce((sum, socket) => sum + socket.bytesWritten, closed.up),
    down: [...open].reduce((sum, socket) => sum + socket.bytesRead, closed.down),
  });
}
