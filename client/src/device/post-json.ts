const PATIENCE_MS = 20_000;

/** Posts to our own server; answers its status, or null when nobody answered who could be it. */
export async function postJson(path: string, body: unknown): Promise<number | null> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // A captive portal answers 200 with a page of its own.
    const isOurs = answer.headers.get('content-type')?.includes('json') ?? false;
    return isOurs ? answer.status : null;
  } catch {
    return null;
  }
}
