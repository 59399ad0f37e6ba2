/** A page of its own origin in a browser of its own, whose storage lies in a folder on the disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { launchProfile } from '../../support/chromium.ts';

export interface BenchPage {
  readonly page: Page;
  readonly session: CDPSession;
}

/** An app whose server answers the page's own questions, so that its cookie goes along. */
export interface AppBehind {
  readonly url: string;
  signIn(page: Page): Promise<void>;
}

const HTML = '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="/page.js"></script>';

/** `globalThis.ready` is what the page sets when it can be asked. Answers other than page and script come from `answer`. */
export async function withBenchPage<T>(
  code: string,
  use: (open: BenchPage) => Promise<T>,
  app?: AppBehind,
): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'cession-bench-'));
  const server = await servePage(code, app?.url);
  // a listening TCP server always answers with an AddressInfo
  const { port } = server.address() as AddressInfo;
  const context = await launchProfile(profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await app?.signIn(page);
    page.on('pageerror', (error) => process.stderr.write(`page: ${String(error)}\n`));
    await page.goto(`http://localhost:${port}/`);
    await page.waitForFunction(() => 'ready' in globalThis);
    return await use({ page, session: await context.newCDPSession(page) });
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

async function servePage(code: string, app: string | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    if (app !== undefined && /^\/(?:trpc|healthz)/u.test(request.url ?? '')) return passOn(app, request, response);
    const isScript = request.url === '/page.js';
    response
      .setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      // Only a page that shares nothing with others is given a clock finer than a tenth of a millisecond.
      .setHeader('cross-origin-opener-policy', 'same-origin')
      .setHeader('cross-origin-embedder-policy', 'require-corp')
      .end(isScript ? code : HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function passOn(app: string, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...request.headers, host: new URL(app).host, origin: app };
  const onward = ask(new URL(request.url ?? '/', app), { method: request.method ?? 'GET', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
