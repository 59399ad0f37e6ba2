/** Chrome's own install question, which a page may keep and ask at a better moment. Not in the DOM types. */
interface InstallPromptEvent extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** How this browser puts an app on the home screen, if it does. */
export type InstallWay = 'installed' | 'prompt' | 'ios-safari' | 'ios-other' | 'menu';

let kept: InstallPromptEvent | null = null;

/** Keeps the browser's question for the moment when the first card is saved. */
export function rememberInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    // The event of this name has this shape wherever it exists.
    kept = event as InstallPromptEvent;
  });
  addEventListener('appinstalled', () => {
    kept = null;
  });
}

export function installWay(): InstallWay {
  return wayFor({
    standalone:
      matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true),
    hasPrompt: kept !== null,
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
  });
}

/** An iPad says it is a Mac; its touch points tell. Other browsers on iOS name themselves. */
export function wayFor(device: {
  standalone: boolean;
  hasPrompt: boolean;
  userAgent: string;
  touchPoints: number;
}): InstallWay {
  if (device.standalone) return 'installed';
  if (device.hasPrompt) return 'prompt';
  const ios =
    /iPhone|iPad|iPod/.test(device.userAgent) || (/Macintosh/.test(device.userAgent) && device.touchPoints > 1);
  if (!ios) return 'menu';
  return /CriOS|FxiOS|EdgiOS|OPiOS|YaBrowser|DuckDuckGo/.test(device.userAgent) ? 'ios-other' : 'ios-safari';
}

/** True if the person agreed. The question can be asked once. */
export async function askToInstall(): Promise<boolean> {
  const question = kept;
  kept = null;
  if (question === null) return false;
  return (await question.prompt()).outcome === 'accepted';
}
