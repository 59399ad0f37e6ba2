import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PaperDocument } from '@cession/shared/notice/paper-document.ts';
import type { Page } from './chromium.ts';
import { repoRoot } from './run-step.ts';

export const rendererFile = join(repoRoot, 'shared/paper/notice-renderer-1.js');

export interface Drawn {
  readonly sha256: string;
  readonly ms: number;
}

/** What the page calls `draw`: a paper in, the hash of its bytes and the time it took out. */
const html = `<!doctype html><title>paper</title><script type="module">
  import { renderPaper } from '/renderer.js';
  window.draw = async (document) => {
    const started = performance.now();
    const bytes = await renderPaper(document);
    const ms = performance.now() - started;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''), ms };
  };
</script>`;

/** A page with nothing but the committed renderer in it, on this machine. */
export async function serveRendererPage(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/renderer.js';
    response
      .setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      .end(isScript ? readFileSync(rendererFile) : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // a listening TCP server always answers with an AddressInfo
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, stop: () => server.close() };
}

export function drawInPage(page: Page, document: PaperDocument): Promise<Drawn> {
  // The page above put this function on its window.
  return page.evaluate(
    (paper) => (globalThis as unknown as { draw: (paper: PaperDocument) => Promise<Drawn> }).draw(paper),
    document,
  );
}
