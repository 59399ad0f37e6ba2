/// <reference lib="webworker" />
import { isAppPage, shellIsSound } from './shell-check.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Filled while building. `revision` is null for files that carry their hash in their name. */
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

/**
 * Invariant: a version is complete on the device before it is used, and what an open tab may still ask for stays.
 * Files with a hash in their name never change, so all versions share one cache; the few others live in one cache per
 * version. Data never passes through here: sync speaks to the server itself.
 */
const manifest = self.__WB_MANIFEST;
const assetUrls = manifest.filter((entry) => entry.revision === null).map((entry) => absolute(entry.url));
const shellEntries = manifest.filter((entry) => entry.revision !== null);
const shellName = `cession-shell-${shellEntries.map((entry) => entry.revision?.slice(0, 8)).join('-')}`;
const assetsName = 'cession-assets';
const extrasName = 'cession-extras';
const assetListUrl = absolute('assets-of-this-version.json');
const keptVersions = 3;
const keptExtras = 80;
/** The files are the same whatever headers they were asked with. */
const lenient = { ignoreVary: true };

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isAppPage(url.pathname)) event.respondWith(appPage(request));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(asset(request));
  } else if (shellEntries.some((entry) => absolute(entry.url) === url.href)) {
    event.respondWith(shellFile(request));
  }
});

/** All or nothing: one missing or foreign answer (a sign-in page of a hotel network) leaves the old version in place. */
async function install(): Promise<void> {
  const assets = await caches.open(assetsName);
  await Promise.all(
    assetUrls.map(async (url) => {
      if ((await assets.match(url, lenient)) === undefined) await assets.put(url, await fetchSound(url, 'default'));
    }),
  );
  const shell = await caches.open(shellName);
  await Promise.all(
    shellEntries.map(async ({ url }) => shell.put(absolute(url), await fetchSound(absolute(url), 'reload'))),
  );
  const page = await shell.match(absolute('index.html'), lenient);
  if (page === undefined || !shellIsSound(await page.text(), assetUrls)) {
    await caches.delete(shellName);
    throw new Error('The page and its files are of different versions; trying again later.');
  }
  await shell.put(assetListUrl, Response.json(assetUrls));
}

/** Claims pages opened before the first install, so that they too survive the loss of signal. */
async function activate(): Promise<void> {
  await self.clients.claim();
  const shells = (await caches.keys()).filter((name) => name.startsWith('cession-shell-'));
  const old = shells.filter((name) => name !== shellName);
  const dropped = old.slice(0, Math.max(0, old.length - (keptVersions - 1)));
  if (dropped.length === 0) return;
  await Promise.all(dropped.map((name) => caches.delete(name)));
  await dropUnlistedAssets(shells.filter((name) => !dropped.includes(name)));
}

async function dropUnlistedAssets(shells: string[]): Promise<void> {
  const listed = new Set(assetUrls);
  for (const name of shells) {
    const list = await (await caches.open(name)).match(assetListUrl);
    // The list was written by `install` of that version.
    const urls = (await list?.json()) as string[] | undefined;
    for (const url of urls ?? []) listed.add(url);
  }
  const assets = await caches.open(assetsName);
  const stale = (await assets.keys()).filter((request) => !listed.has(request.url));
  await Promise.all(stale.map((request) => assets.delete(request)));
}

/** Every address of the app is the same page; the cache answers first, so a start needs no network. */
async function appPage(request: Request): Promise<Response> {
  const shell = await caches.open(shellName);
  return (await shell.match(absolute('index.html'), lenient)) ?? fetch(request);
}

async function shellFile(request: Request): Promise<Response> {
  const shell = await caches.open(shellName);
  return (await shell.match(request, lenient)) ?? fetch(request);
}

/** Parts of the app outside the phone's own set (the desk) are kept once they were fetched. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request, lenient);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok && !isHtml(answer)) {
    const extras = await caches.open(extrasName);
    await extras.put(request, answer.clone());
    const keys = await extras.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - keptExtras)).map((key) => extras.delete(key)));
  }
  return answer;
}

async function fetchSound(url: string, cache: RequestCache): Promise<Response> {
  const answer = await fetch(url, { cache, credentials: 'same-origin' });
  const expectsHtml = url.endsWith('.html');
  if (!answer.ok || answer.redirected || isHtml(answer) !== expectsHtml) {
    throw new Error(`${url} did not answer as itself (${answer.status}).`);
  }
  return answer;
}

function isHtml(answer: Response): boolean {
  return answer.headers.get('content-type')?.includes('text/html') ?? false;
}

function absolute(url: string): string {
  return new URL(url, self.location.origin).href;
}
