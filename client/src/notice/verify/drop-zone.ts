import { el, icon } from './element.ts';
import { button } from './page-pieces.ts';
import { givenBy, MOST_MEGABYTES, type Given } from './pick-file.ts';
import type { VerifyText } from './verify-text.ts';

/** What stands above it: nothing, the answer to a code, or the answer to a file. */
type Place = 'first' | 'beside-code' | 'again';

/** The place to put a file; a person at a keyboard has the button, which opens the same picker. */
export function dropZone(text: VerifyText, place: Place, take: (given: Given) => void): HTMLElement {
  const { t } = text;
  const input = el('input', {
    id: 'file',
    class: 'sr-only',
    at: { type: 'file', accept: '.pdf,application/pdf', tabindex: '-1', 'aria-hidden': 'true' },
    on: {
      change: () => {
        if (input.files?.length) take({ files: [...input.files], hasFolder: false });
        input.value = '';
      },
    },
  });
  const isFirst = place === 'first';
  const words = t(place === 'again' ? 'verify.drop.other' : 'verify.drop.choose');
  const choose = button('choose', isFirst ? 'primary' : 'quiet', words, () => input.click());
  const size = isFirst ? 'py-9 wide:py-14' : 'py-5';
  return el(
    'section',
    { class: 'grid grid-cols-1 gap-4' },
    place === 'beside-code' && el('h2', { class: 'text-3 font-semibold' }, t('verify.qr.orFile')),
    el(
      'div',
      {
        id: 'drop',
        class: `grid justify-items-center gap-3 rounded-3 border-2 border-dashed border-edge bg-sheet px-4 text-center transition-colors data-over:border-accent data-over:bg-accent-soft ${size}`,
      },
      isFirst && icon('file', 'size-10 text-accent'),
      el('p', { id: 'drop-words', class: 'text-4 font-semibold pointer-coarse:hidden' }, t('verify.drop.title')),
      choose,
      el('p', { class: 'text-2 text-ink-2' }, t('verify.drop.hint', { megabytes: MOST_MEGABYTES })),
      input,
    ),
    promise(text),
  );
}

/** What is done with the file, said before it is given. */
function promise({ t }: VerifyText): HTMLElement {
  return el(
    'div',
    { class: 'flex items-start gap-2.5 text-ink-2' },
    icon('lock', 'mt-0.5 size-5 shrink-0 text-accent'),
    el(
      'p',
      { class: 'min-w-0 text-2' },
      el('strong', { class: 'block font-semibold text-ink' }, t('verify.private.title')),
      t('verify.private.text'),
    ),
  );
}

/** Wherever on the page a file is let go or pasted, it is taken: a browser left alone would open it instead. */
export function takeFilesAnywhere(words: () => VerifyText, take: (given: Given) => void): void {
  const light = (isOver: boolean): void => {
    document.getElementById('drop')?.toggleAttribute('data-over', isOver);
    const said = document.getElementById('drop-words');
    if (said) said.textContent = words().t(isOver ? 'verify.drop.release' : 'verify.drop.title');
  };
  window.addEventListener('dragover', (event) => {
    event.preventDefault();
    light(true);
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) light(false);
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    light(false);
    take(givenBy(event.dataTransfer));
  });
  window.addEventListener('paste', (event) => {
    const given = givenBy(event.clipboardData);
    if (given.files.length > 0) take(given);
  });
}
