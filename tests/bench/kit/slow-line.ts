/** A TCP line in front of a server: every byte arrives, in order, later. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SlowLine {
  readonly url: string;
  stop(): Promise<void>;
}

/** Half of the delay on the way there, half on the way back. */
export async function openSlowLine(serverUrl: string, roundTripMs: number, plusMinusMs: number): Promise<SlowLine> {
  const { hostname, port } = new URL(serverUrl);
  const open = new Set<Socket>();
  const oneWay = (): number => (roundTripMs + (Math.random() * 2 - 1) * plusMinusMs) / 2;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      carry(from, to, oneWay);
      from.on('close', () => open.delete(from));
      from.on('error', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // a listening TCP server always answers with an AddressInfo
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

function carry(from: Socket, to: Socket, delay: () => number): void {
  let due = 0;
  // Timers a moment apart may fire the other way round: whichever fires, the oldest goes.
  const waiting: (() => void)[] = [];
  const later = (work: () => void): void => {
    due = Math.max(due, performance.now() + delay());
    waiting.push(work);
    setTimeout(() => waiting.shift()?.(), due - performance.now());
  };
  from.setNoDelay(true);
  from.on('data', (chunk: Buffer) => later(() => void (to.writable && to.write(chunk))));
  from.on('end', () => later(() => to.end()));
}
