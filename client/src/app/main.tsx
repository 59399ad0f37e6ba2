import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentText, startTexts } from '../text/texts.ts';
import { App } from './app.tsx';
import { watchForUpdates } from './app-update.ts';
import { rememberInstallOffer } from './install-offer.ts';
import { recoverMissingParts } from './recover-part.ts';
import { screens } from './routes.tsx';
import { whenOpened } from '../people/when-opened.ts';
import { SessionContext } from '../people/session.tsx';
import { atMost } from '../device/at-most.ts';
import { afterPaint } from '../device/after-paint.ts';
import { session } from './session.ts';
import { chosenTheme, showTheme } from './theme.ts';
import './styles.css';

const MOST_WAIT_MS = 500;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

recoverMissingParts();
rememberInstallOffer();
showTheme(chosenTheme());
session.start();
// The router asks again for the first screen and reports a failure.
const load = (place: string) =>
  screens
    .find(({ path }) => path === place)
    ?.load()
    .catch(() => undefined);
const firstScreen = load(location.pathname);
// The phone is being read meanwhile and the processor has time: the likeliest next tap finds its screen here.
void load('/cards');
try {
  // Drawn once, with its rows, is sooner than an empty frame that is drawn again.
  await Promise.all([startTexts().then(warmUp), atMost(MOST_WAIT_MS, Promise.all([firstScreen, whenOpened(session)]))]);
  createRoot(root).render(
    <StrictMode>
      <SessionContext value={session}>
        <App />
      </SessionContext>
    </StrictMode>,
  );
} catch (cause) {
  // Not one language can be opened: the page itself carries the words for that.
  document.getElementById('start-failed')?.removeAttribute('hidden');
  throw cause;
} finally {
  if (import.meta.env.PROD) void afterPaint().then(watchForUpdates);
}

/** A browser's first number in a language takes it longer than all others together: now nobody waits for it yet. */
function warmUp(): void {
  currentText().t('today.moreCards', { count: 1000 });
}
