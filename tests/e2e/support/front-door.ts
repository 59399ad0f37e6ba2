import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A door in front of the app that can serve its next version: the same parts under a new page and a new worker. */
export interface FrontDoor {
  readonly url: string;
  /** From now on whoever asks gets the next version. */
  deployNext(): void;
  close(): Promise<void>;
}

/** Stands in the page of the next version. */
export const NEXT_VERSION = '<meta name="x-version" content="next" />';

export async function openFrontDoor(appPort: number): Promise<FrontDoor> {
  let next = false;
  const server = createServer((incoming, outgoing) => {
    const isPage = incoming.url === '/index.html';
    const changes = next && (isPage || incoming.url === '/service-worker.js');
    if (changes) void passChanged(incoming, outgoing, appPort, isPage ? nextPage : nextWorker);
    else pass(incoming, outgoing, appPort);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // a listening TCP server always answers with an AddressInfo
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    deployNext: () => {
      next = true;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

async function passChanged(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  change: (text: string) => string,
): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}${incoming.url}`);
  const type = answer.headers.get('content-type') ?? 'text/plain';
  outgoing
    .writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-cache' })
    .end(change(await answer.text()));
}

function nextPage(html: string): string {
  return html.replace('<meta charset="utf-8" />', `<meta charset="utf-8" />${NEXT_VERSION}`);
}

/** The page has another revision, as after a build in which one line changed. */
function nextWorker(script: string): string {
  return script.replaceAll(/\{[^{}]*"?url"?:\s*["'`]index\.html["'`][^{}]*\}/g, (entry) =>
    entry.replace(/[0-9a-f]{32}/, (revision) => `next${revision.slice(4)}`),
  );
}
