const serverPaths = /^\/(api|trpc|files|healthz|verify)(\/|$)/;

/** Addresses the app answers itself; the others belong to the server even when typed into the address bar. */
export function isAppPage(pathname: string): boolean {
  return !serverPaths.test(pathname);
}

/**
 * Is this our page, and does it ask only for files of the same version? Between two deployments, or behind a network
 * that answers every address with its own page, it may not be.
 */
export function shellIsSound(page: string, assetUrls: readonly string[]): boolean {
  if (!page.includes('name="application-name" content="Cession"')) return false;
  const known = new Set(assetUrls.map((url) => new URL(url).pathname));
  const asked = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  return asked.length > 0 && asked.every((path) => path !== undefined && known.has(path));
}
