import type { AddressedHash, HashNews } from './follow-hash.ts';
import type { NotRead } from './pick-file.ts';
import type { CheckedFile, FileView } from './show-file.ts';
import type { CopyState } from './show-hash.ts';
import type { VerifyText } from './verify-text.ts';

export type FileState =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'refused'; readonly why: NotRead }
  | { readonly state: 'checked'; readonly file: CheckedFile; readonly isCopy: boolean };

/** Everything the page knows; it is gone when the page is closed. */
export interface PageState {
  text: VerifyText;
  address: AddressedHash;
  news: HashNews;
  copy: CopyState;
  file: FileState;
  readonly view: FileView;
}

export const NO_NEWS: HashNews = { answer: null, asking: true, goesOn: true };
