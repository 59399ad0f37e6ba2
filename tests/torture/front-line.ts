/** The line between the phones and the two servers: a proxy on real sockets, and everything that goes wrong on it. */
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import type { Fault, Tally } from './tally.ts';

/** A page that is ours and not the product's, under a path the app's worker leaves to the server. */
export interface OwnFile {
  readonly type: string;
  readonly text: string;
}
export const OWN_PATH = '/api/torture/';

export interface FrontLine {
  readonly url: string;
  readonly port: number;
  /** Ports of the servers behind it. */
  leadTo(ports: readonly number[]): void;
  /** Nobody reaches anything for so long. */
  cut(ms: number): Promise<void>;
  /** From now on nothing goes wrong any more. */
  calm(): void;
  close(): Promise<void>;
}

interface Message {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Out of a thousand requests about pushing and pulling. */
const FAULTS_OF_LINE: readonly (readonly [Fault, number])[] = [
  ['lostRequest', 12],
  ['halfRequest', 8],
  ['lostAnswer', 30],
  ['halfAnswer', 10],
  ['twice', 20],
  ['replayed', 40],
];
const DELAYED_PERCENT = 12;

export async function openFrontLine(own: ReadonlyMap<string, OwnFile>, dice: Dice, tally: Tally): Promise<FrontLine> {
  let ports: readonly number[] = [];
  let isCut = false;
  let isCalm = false;
  const agent = new Agent({ keepAlive: true });
  const state = { agent, dice, tally, isCalm: () => isCalm, port: () => livePort(ports, dice) };
  const server = createServer((incoming, outgoing) => {
    incoming.on('error', () => undefined);
    outgoing.on('error', () => undefined);
    const file = own.get(incoming.url?.split('?')[0] ?? '');
    if (file !== undefined) {
      outgoing.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' }).end(file.text);
    } else if (isCut || ports.length === 0) reset(incoming);
    else void carry(state, incoming, outgoing).catch(() => reset(incoming));
  });
  const port = await listenOn(server);
  return {
    ...{ port, url: `http://localhost:${port}` },
    leadTo: (next) => (ports = next),
    cut: async (ms) => {
      tally.faults.cut += 1;
      isCut = true;
      server.closeAllConnections();
      await pause(ms);
      isCut = false;
    },
    calm: () => (isCalm = true),
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface State {
  readonly agent: Agent;
  readonly dice: Dice;
  readonly tally: Tally;
  isCalm(): boolean;
  /** Of either server; of the one that lives where only one does, as any balancer finds out. */
  port(): Promise<number>;
}

async function carry(state: State, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  if (!url.startsWith('/trpc/sync.')) return pass(state, incoming, outgoing);
  const message = { method, url, headers, body: await buffer(incoming) };
  if (url.startsWith('/trpc/sync.push')) state.tally.pushes += 1;
  if (!state.isCalm() && state.dice.chance(DELAYED_PERCENT)) {
    state.tally.faults.delayed += 1;
    await pause(40 + state.dice.below(80));
  }
  const fault = state.isCalm() ? null : faultFor(state.dice);
  if (fault !== null) state.tally.faults[fault] += 1;
  await meet(state, fault, message, incoming, outgoing);
}

function faultFor(dice: Dice): Fault | null {
  let thrown = dice.below(1000);
  for (const [fault, often] of FAULTS_OF_LINE) {
    thrown -= often;
    if (thrown < 0) return fault;
  }
  return null;
}

async function meet(
  state: State,
  fault: Fault | null,
  message: Message,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const [here, there] = [await state.port(), await state.port()];
  if (fault === 'lostRequest') return reset(incoming);
  if (fault === 'halfRequest') {
    await sayHalf(message, here);
    return reset(incoming);
  }
  const also = fault === 'twice' ? ask(message, there).catch(() => undefined) : undefined;
  const answer = await ask(message, here, state.agent);
  await also;
  if (fault === 'lostAnswer') return reset(incoming);
  const { status, headers, body } = answer;
  if (fault === 'halfAnswer') {
    outgoing.writeHead(status, headers).write(body.subarray(0, Math.ceil(body.length / 2)));
    await pause(5);
    return reset(incoming);
  }
  outgoing.writeHead(status, headers).end(body);
  if (fault === 'replayed') void replay(state, message, there);
}

/** The same bytes once more, when nobody expects them. */
async function replay(state: State, message: Message, port: number): Promise<void> {
  await pause(state.dice.below(3000));
  await ask(message, port).catch(() => undefined); // whoever is down does not hear it
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Without an agent on a connection of its own. */
function ask({ method, url, headers, body }: Message, port: number, agent?: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request(
      { host: '127.0.0.1', port, method, path: url, headers, agent: agent ?? false },
      (response) => {
        buffer(response).then(
          (whole) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: whole }),
          reject,
        );
      },
    );
    onward.on('error', reject);
    onward.end(body);
  });
}

function sayHalf({ method, url, headers, body }: Message, port: number): Promise<void> {
  return new Promise((resolve) => {
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false });
    onward.on('error', () => resolve());
    onward.write(body.subarray(0, Math.floor(body.length / 2)), () => onward.destroy());
    onward.on('close', () => resolve());
  });
}

/** Everything but the sync: pages, sign-in, the line of pokes. */
async function pass(state: State, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method, url, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port: await state.port(), method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', () => reset(incoming));
    answer.on('aborted', () => reset(incoming));
    answer.pipe(outgoing);
  });
  onward.on('error', () => reset(incoming));
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function reset(incoming: IncomingMessage): void {
  incoming.socket.resetAndDestroy();
}

async function livePort(ports: readonly number[], dice: Dice): Promise<number> {
  const first = dice.pick(ports);
  if (await answersAt(first)) return first;
  return ports.find((port) => port !== first) ?? first;
}

function answersAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1', () => {
      probe.destroy();
      resolve(true);
    });
    probe.on('error', () => resolve(false));
  });
}

async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // a listening TCP server always answers with an AddressInfo
  return (server.address() as AddressInfo).port;
}
