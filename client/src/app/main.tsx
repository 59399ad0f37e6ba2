import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../text/texts.ts';
import { App } from './app.tsx';
import { watchForUpdates } from './app-update.ts';
import { rememberInstallOffer } from './install-offer.ts';
import { recoverMissingParts } from './recover-part.ts';
import { screens } from './routes.tsx';
import { SessionContext } from '../people/session.tsx';
import { session } from './session.ts';
import { chosenTheme, showTheme } from './theme.ts';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

recoverMissingParts();
rememberInstallOffer();
showTheme(chosenTheme());
session.start();
// The first screen's code travels beside the words, not after them; the router asks again and reports a failure.
void screens
  .find(({ path }) => path === location.pathname)
  ?.load()
  .catch(() => undefined);
if (import.meta.env.PROD) void watchForUpdates();
try {
  await startTexts();
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
}
