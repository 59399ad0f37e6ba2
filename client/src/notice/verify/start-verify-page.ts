import { getReadyToCheck } from './check-file.ts';
import { drawPage } from './draw-page.ts';
import { takeFilesAnywhere } from './drop-zone.ts';
import { el } from './element.ts';
import { hashIn } from './follow-hash.ts';
import { pageDeeds } from './page-deeds.ts';
import { NO_NEWS, type PageState } from './page-state.ts';
import { browserLocale, openText } from './verify-text.ts';

/** The public page: a file is checked here and now, a hash in the address is asked of the register. Keeps nothing. */
export async function startVerifyPage(root: HTMLElement): Promise<void> {
  const page: PageState = {
    ...{ text: await openText(browserLocale()), address: hashIn(''), news: NO_NEWS },
    ...{ copy: { state: 'none' }, file: { state: 'none' }, view: { code: '', isOpen: false } },
  };
  const [host, live] = [el('div', {}), el('p', { class: 'sr-only', at: { role: 'status' } })];
  root.replaceChildren(host, live);
  const draw = (): void => {
    drawPage(host, page, deeds);
    // A verdict is read because it takes the focus; news of the register arrive while the person is elsewhere.
    const news = document.getElementById('register')?.textContent ?? '';
    if (live.textContent !== news) live.textContent = news;
  };
  const deeds = pageDeeds(page, draw);
  takeFilesAnywhere(
    () => page.text,
    (given) => void deeds.check(given),
  );
  window.addEventListener('hashchange', deeds.readAddress);
  window.addEventListener('online', deeds.lookAgain);
  document.addEventListener('visibilitychange', deeds.lookAgain);
  deeds.readAddress();
  getReadyToCheck();
}
