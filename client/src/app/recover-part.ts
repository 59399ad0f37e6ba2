import { whenReloadAllowed } from '../device/hold-reload.ts';
import { applyUpdate, fetchUpdate } from './app-update.ts';

const guardName = 'cession.recovered-at';
const guardMs = 5 * 60_000;
const probeMs = 3_000;

/**
 * A part of the app that cannot be fetched usually means that the server has moved to a newer version. Online, that is
 * cured by one reload; a second one within minutes, or any while offline, would only cost the person their place.
 */
export function recoverMissingParts(): void {
  addEventListener('vite:preloadError', () => void recoverOnce());
}

async function recoverOnce(): Promise<void> {
  if (recoveredLately() || !(await serverAnswers())) return;
  markRecovered();
  const newer = await fetchUpdate().catch(() => false);
  if (newer) {
    await applyUpdate();
    return;
  }
  await whenReloadAllowed();
  location.reload();
}

async function serverAnswers(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(probeMs) });
    return answer.ok && (answer.headers.get('content-type') ?? '').includes('json');
  } catch {
    return false;
  }
}

function recoveredLately(): boolean {
  try {
    return Date.now() - Number(sessionStorage.getItem(guardName) ?? 0) < guardMs;
  } catch {
    return true; // With no memory a loop could not be stopped, so none is begun.
  }
}

function markRecovered(): void {
  sessionStorage.setItem(guardName, String(Date.now()));
}
