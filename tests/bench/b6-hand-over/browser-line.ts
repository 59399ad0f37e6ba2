/** What a browser does for a page: questions over kept connections, and one line on which pokes are heard. */
import { Agent, request } from 'node:http';

export interface BrowserLine {
  /** Asks one procedure; answers what it answered, or throws with the status. */
  ask<Answer>(procedure: string, input: unknown, method?: 'GET' | 'POST'): Promise<Answer>;
  /** Opens the line; answers when the server has said hello. */
  listen(poked: () => void): Promise<void>;
  close(): void;
}

/** Connections are shared: the server sees as many as are busy at once. */
const agent = new Agent({ keepAlive: true, maxSockets: 2000, maxFreeSockets: 2000, timeout: 60_000 });

export function openBrowserLine(origin: string, cookie: string): BrowserLine {
  let close = (): void => undefined;
  return {
    ask: async <Answer>(procedure: string, input: unknown, method: 'GET' | 'POST' = 'POST') => {
      const body = JSON.stringify(input);
      const path = `/trpc/${procedure}${method === 'GET' ? `?input=${encodeURIComponent(body)}` : ''}`;
      const { status, text } = await send(origin, { path, method, cookie, body: method === 'GET' ? null : body });
      if (status !== 200) throw new Error(`${procedure}: ${status} ${text.slice(0, 200)}`);
      // What our own server answers to our own question.
      return (JSON.parse(text) as { result: { data: Answer } }).result.data;
    },
    listen: (poked) =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(origin);
        const line = request({
          hostname,
          port,
          path: '/events',
          headers: { cookie, accept: 'text/event-stream' },
          agent: false,
        });
        line.once('error', reject);
        line.once('response', (answer) => {
          if (answer.statusCode !== 200) return reject(new Error(`no line: ${answer.statusCode}`));
          answer.setEncoding('utf8');
          answer.on('data', (text: string) => {
            if (text.includes('data:')) poked();
            resolve();
          });
          answer.on('error', () => undefined);
        });
        close = () => line.destroy();
        line.end();
      }),
    close: () => close(),
  };
}

interface Sent {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly cookie: string;
  readonly body: string | null;
}

function send(origin: string, sent: Sent, again = true): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(origin);
  const headers = { cookie: sent.cookie, origin, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: sent.path, method: sent.method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
    });
    asked.once('error', (error) => {
      // A kept connection the server closed in the same moment; browsers ask once more, too.
      if (again && asked.reusedSocket) resolve(send(origin, sent, false));
      else reject(error);
    });
    asked.end(sent.body ?? undefined);
  });
}
