/** The line between the servers and PostgreSQL: bytes there and back, and what may happen to them. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Tally } from './tally.ts';

export interface BackLine {
  readonly port: number;
  leadTo(port: number): void;
  /** Every connection is reset at once. */
  reset(): void;
  /** For so long the database hears and nobody hears the database; then the connections are reset: a commit without an answer. */
  mute(ms: number): Promise<void>;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

export async function openBackLine(tally: Tally): Promise<BackLine> {
  let target = 0;
  const pairs = new Set<Pair>();
  const server = createServer((near) => join(pairs, { near, far: connect(target, '127.0.0.1') }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const breakAll = (): void => {
    for (const { near, far } of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  };
  return {
    // a listening TCP server always answers with an AddressInfo
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => (target = port),
    reset: () => {
      tally.faults.databaseReset += 1;
      breakAll();
    },
    mute: async (ms) => {
      tally.faults.databaseMute += 1;
      for (const { near, far } of pairs) far.unpipe(near);
      await pause(ms);
      breakAll();
    },
    close: () => {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function join(pairs: Set<Pair>, pair: Pair): void {
  const { near, far } = pair;
  pairs.add(pair);
  const end = (): void => {
    pairs.delete(pair);
    near.destroy();
    far.destroy();
  };
  for (const socket of [near, far]) {
    socket.setNoDelay(true);
    socket.on('error', end);
    socket.on('close', end);
  }
  near.pipe(far);
  far.pipe(near);
}
