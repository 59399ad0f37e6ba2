import { whenReloadAllowed } from '../device/hold-reload.ts';

/** `ready`: a new version waits. `elsewhere`: another tab has switched; this one may follow when it likes. */
export type UpdateState = 'none' | 'ready' | 'elsewhere';

const checkEveryMs = 30 * 60_000;
/** WebKit does not always say that the controller changed. */
const changeTimeoutMs = 2_000;

const listeners = new Set<() => void>();
let state: UpdateState = 'none';
let registration: ServiceWorkerRegistration | undefined;
let controlled = false;
let applying = false;

export function updateState(): UpdateState {
  return state;
}

export function subscribeUpdates(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Installs the service worker and looks for a new version now and then. Never reloads by itself. */
export async function watchForUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (controlled && !applying) setState('elsewhere');
    controlled = true;
  });
  try {
    registration = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
  } catch {
    return; // Not a secure context, or forbidden: the app works online and says so where it matters.
  }
  if (registration.waiting !== null) setState('ready');
  registration.addEventListener('updatefound', () => follow(registration?.installing ?? null));
  follow(registration.installing);
  checkNowAndThen(registration);
}

/** Waits until nothing would be lost, switches to the new version and reloads this tab only. */
export async function applyUpdate(): Promise<void> {
  await whenReloadAllowed();
  applying = true;
  const waiting = registration?.waiting;
  if (waiting != null) {
    const changed = controllerChange();
    waiting.postMessage('skip-waiting');
    await changed;
  }
  await whenReloadAllowed();
  location.reload();
}

/** Asks the server for a newer version and waits until it is complete on this device. False if there is none. */
export async function fetchUpdate(): Promise<boolean> {
  if (registration === undefined) return false;
  await registration.update();
  const { installing } = registration;
  if (installing !== null) {
    await new Promise<void>((resolve) => {
      installing.addEventListener('statechange', () => {
        if (installing.state !== 'installing') resolve();
      });
    });
  }
  return registration.waiting !== null;
}

/** Only a version that replaces another one is news; the very first install is silent. */
function follow(installing: ServiceWorker | null): void {
  installing?.addEventListener('statechange', () => {
    if (installing.state === 'installed' && registration?.active != null) setState('ready');
  });
}

function checkNowAndThen(found: ServiceWorkerRegistration): void {
  let checkedAt = performance.now();
  const check = () => {
    if (document.visibilityState !== 'visible' || performance.now() - checkedAt < checkEveryMs) return;
    checkedAt = performance.now();
    found.update().catch(() => undefined); // Offline or a busy server: the next look will do.
  };
  document.addEventListener('visibilitychange', check);
  setInterval(check, checkEveryMs);
}

function controllerChange(): Promise<void> {
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, changeTimeoutMs);
  });
}

function setState(next: UpdateState): void {
  state = next;
  for (const listener of listeners) listener();
}
