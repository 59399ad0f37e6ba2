import { saveBytes } from '../../device/save-file.ts';
import type { Locale } from '../../text/locale.ts';
import { askRegister, fetchCopy } from './ask-register.ts';
import { checkFile } from './check-file.ts';
import { followHash, hashIn, type Follower, type HashNews } from './follow-hash.ts';
import { NO_NEWS, type FileState, type PageState } from './page-state.ts';
import { readPicked, type Given, type NotRead } from './pick-file.ts';
import type { CheckedFile } from './show-file.ts';
import { openText } from './verify-text.ts';

type CheckCopy = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
export type Deeds = ReturnType<typeof pageDeeds>;

/** What a person can do on the page. Each changes the state and draws. */
export function pageDeeds(page: PageState, draw: () => void) {
  const files = fileDeeds(page, draw);
  const codes = codeDeeds(page, draw, files.checkCopy);
  const speak = async (locale: Locale): Promise<void> => {
    page.text = await openText(locale).catch(() => page.text);
    draw();
  };
  const save = ({ name, bytes }: CheckedFile): void => saveBytes(name, bytes, 'application/pdf');
  return { ...files, ...codes, speak, save };
}

function fileDeeds(page: PageState, draw: () => void) {
  let turn = 0;
  const show = (file: FileState): void => {
    page.file = file;
    draw();
    if (file.state === 'checked' || file.state === 'refused') document.getElementById('verdict')?.focus();
  };
  /** A newer file wins over one that is still being read or checked. */
  const checkNext = async (read: () => Promise<CheckedFile | NotRead>, isCopy: boolean): Promise<void> => {
    turn += 1;
    const mine = turn;
    const checked = await read();
    if (mine !== turn) return;
    show(
      typeof checked === 'string' ? { state: 'refused', why: checked } : { state: 'checked', file: checked, isCopy },
    );
  };
  const checkBytes = (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<CheckedFile | NotRead> => {
    show({ state: 'reading', name });
    return checkFile(name, bytes);
  };
  const check = (given: Given): Promise<void> =>
    checkNext(async () => {
      const picked = await readPicked(given);
      return typeof picked === 'string' ? picked : checkBytes(picked.name, picked.bytes);
    }, false);
  const checkCopy: CheckCopy = (name, bytes) => checkNext(() => checkBytes(name, bytes), true);
  const checkAgain = async (): Promise<void> => {
    if (page.file.state !== 'checked') return;
    const { file, isCopy } = page.file;
    await checkNext(() => checkBytes(file.name, file.bytes), isCopy);
  };
  return { check, checkCopy, checkAgain };
}

function codeDeeds(page: PageState, draw: () => void, checkCopy: CheckCopy) {
  let follower: Follower | null = null;
  const tell = (news: HashNews): void => {
    page.news = news;
    draw();
  };
  const readAddress = (): void => {
    follower?.stop();
    page.address = hashIn(location.hash);
    // Scanned from a paper: its code is there already when the file is.
    if (page.address.code !== null) page.view.code = page.address.code;
    page.news = NO_NEWS;
    page.copy = { state: 'none' };
    const { hash } = page.address;
    const isVisible = () => document.visibilityState === 'visible';
    follower = hash === null ? null : followHash(hash, askRegister, isVisible, tell);
    draw();
  };
  const takeCopy = async (): Promise<void> => {
    const { hash } = page.address;
    if (hash === null) return;
    page.copy = { state: 'fetching' };
    draw();
    const bytes = await fetchCopy(hash);
    if (page.address.hash !== hash) return;
    page.copy = { state: bytes === null ? 'failed' : 'here' };
    draw();
    if (bytes !== null) await checkCopy(`notice-${hash.slice(0, 8)}.pdf`, bytes);
  };
  const askNow = (): void => follower?.askNow();
  const lookAgain = (): void => {
    if (document.visibilityState === 'visible' && page.news.goesOn) askNow();
  };
  return { readAddress, takeCopy, askNow, lookAgain };
}
