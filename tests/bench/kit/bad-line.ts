/** A line to a server on which requests are doubled, come late, lose their answers, or do not get through at all. */
import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BadLine {
  readonly url: string;
  /** Requests the device made, whatever became of them. */
  requests(): number;
  /** No signal: connections break off. */
  cut(is: boolean): void;
  /** The session has run out: the server is asked without its cookie. */
  signOut(is: boolean): void;
  stop(): Promise<void>;
}

interface Letter {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const LOST_ANSWERS = 0.2;
const DOUBLED = 0.1;
const AGAIN_LATE = 0.1;
/** Two requests at once arrive in either order. */
const SLOWEST_MS = 60;
const LATE_MS = 1500;

export async function openBadLine(serverUrl: string, dice: () => number): Promise<BadLine> {
  const agent = new Agent({ keepAlive: true });
  let requests = 0;
  const now = { isCut: false, isSignedOut: false };
  const deliver = (letter: Letter) => forward(serverUrl, agent, now.isSignedOut ? withoutCookie(letter) : letter);
  const carry = async (letter: Letter, answer: ServerResponse): Promise<void> => {
    requests += 1;
    if (now.isCut) return void answer.destroy();
    // One throw each, whatever is on, so that the same dice tell the same story.
    const [lost, doubled, late, slow] = [dice(), dice(), dice(), dice()];
    if (late < AGAIN_LATE) setTimeout(() => void deliver(letter).catch(() => undefined), slow * LATE_MS);
    await new Promise((resolve) => setTimeout(resolve, slow * SLOWEST_MS));
    const [heard] = await Promise.all(doubled < DOUBLED ? [deliver(letter), deliver(letter)] : [deliver(letter)]);
    if (lost < LOST_ANSWERS) answer.destroy();
    else pass(heard, answer);
  };
  const server = createServer((incoming, answer) => {
    read(incoming)
      .then((letter) => carry(letter, answer))
      .catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a listening TCP server has one
    requests: () => requests,
    cut: (is) => void (now.isCut = is),
    signOut: (is) => void (now.isSignedOut = is),
    stop: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

function withoutCookie(letter: Letter): Letter {
  const { cookie: _, ...headers } = letter.headers;
  return { ...letter, headers };
}

async function read(incoming: IncomingMessage): Promise<Letter> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer); // no encoding is set
  const { method = 'GET', url = '/', headers } = incoming;
  return { method, path: url, headers, body: Buffer.concat(parts) };
}

interface Heard {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function forward(serverUrl: string, agent: Agent, { method, path, headers, body }: Letter): Promise<Heard> {
  const { host } = new URL(serverUrl);
  return new Promise((resolve, reject) => {
    const there = ask(serverUrl + path, { method, agent, headers: { ...headers, host, connection: 'keep-alive' } });
    there.once('response', (answer) => {
      read(answer).then(
        ({ headers: said, body: text }) => resolve({ status: answer.statusCode ?? 502, headers: said, body: text }),
        reject,
      );
    });
    there.once('error', reject);
    there.end(body);
  });
}

function pass({ status, headers, body }: Heard, answer: ServerResponse): void {
  const { 'transfer-encoding': _, connection: __, ...said } = headers;
  answer.writeHead(status, { ...said, 'content-length': body.length });
  answer.end(body);
}
