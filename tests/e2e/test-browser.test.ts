import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNoAxeViolations } from '../support/axe.ts';
import { killBrowser, launchBrowser, launchProfile, PHONE, takeScreenshot } from '../support/chromium.ts';

const html = `<!doctype html><html lang="hu"><meta charset="utf-8"><title>Próba</title>
<body style="font-family: system-ui"><main><h1>Árvíztűrő ű ő</h1><p>Договор факторинга, ИНН и КПП</p></main>
<script>navigator.serviceWorker.register('/worker.js')</script></body></html>`;
const worker = `self.addEventListener('install', (event) => event.waitUntil(caches.open('shell').then((cache) => cache.add('/')).then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(caches.match('/').then((hit) => hit ?? fetch(event.request))));`;

let server: Server;
let url: string;
let profileDir: string;

beforeAll(async () => {
  profileDir = mkdtempSync(join(tmpdir(), 'cession-profile-'));
  server = createServer((request, response) => {
    const isWorker = request.url === '/worker.js';
    response
      .setHeader('content-type', isWorker ? 'text/javascript' : 'text/html; charset=utf-8')
      .end(isWorker ? worker : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // a listening TCP server always answers with an AddressInfo
  url = `http://localhost:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.close();
  rmSync(profileDir, { recursive: true, force: true });
});

describe('the browser these stories are told in', () => {
  test('keeps what a page stored when the whole browser is killed, and opens it again with the network off', async () => {
    const first = await launchProfile(profileDir, PHONE);
    const page = await first.newPage();
    await page.goto(url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => localStorage.setItem('kept', 'yes')));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await killBrowser(first);

    const second = await launchProfile(profileDir, PHONE);
    await second.setOffline(true);
    const reopened = await second.newPage();
    await reopened.goto(url);
    expect(await reopened.textContent('h1')).toBe('Árvíztűrő ű ő');
    await second.close();
  });

  test('draws Hungarian and Russian letters with a font that has them', async () => {
    const browser = await launchBrowser();
    const page = await (await browser.newContext()).newPage();
    await page.goto(url);
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    for (const selector of ['h1', 'p']) {
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      expect(fonts.map((font) => font.familyName)).toEqual(['Open Sans']);
    }
    await expectNoAxeViolations(page);
    expect(statSync(await takeScreenshot(page, 'test-browser')).size).toBeGreaterThan(1000);
    await browser.close();
  });
});
