import { localeNames, locales } from '../../text/locale.ts';
import { dropZone } from './drop-zone.ts';
import { el, type Child } from './element.ts';
import type { Deeds } from './page-deeds.ts';
import { banner, button } from './page-pieces.ts';
import type { PageState } from './page-state.ts';
import { showFile, showNotRead, type CheckedFile } from './show-file.ts';
import { showHash } from './show-hash.ts';
import type { VerifyText } from './verify-text.ts';

/** Draws everything anew; where the person is stays where they are. */
export function drawPage(host: HTMLElement, page: PageState, deeds: Deeds): void {
  const { text } = page;
  const { t } = text;
  const focused = document.activeElement;
  const caret = focused instanceof HTMLInputElement ? focused.selectionStart : null;
  document.documentElement.lang = text.locale;
  document.title = `${t('verify.title')} – Cession`;
  host.replaceChildren(
    el(
      'main',
      {
        class:
          'mx-auto grid w-full max-w-3xl grid-cols-1 content-start gap-7 px-4 pt-4 pb-10 text-3 leading-relaxed wide:px-6 wide:pt-8',
      },
      languageBar(page, deeds),
      el(
        'header',
        { class: 'grid grid-cols-1 gap-2' },
        el('h1', { class: 'text-5 font-semibold hyphens-auto' }, t('verify.title')),
        el('p', { class: 'text-ink-2' }, t('verify.lead')),
      ),
      ...partsOf(page, deeds),
      el('footer', { class: 'border-t border-line pt-4 text-2 text-ink-2' }, t('verify.foot')),
    ),
  );
  const same = document.getElementById(focused?.id ?? '');
  same?.focus({ preventScroll: true });
  if (same instanceof HTMLInputElement && same.type === 'text') same.setSelectionRange(caret, caret);
}

function partsOf(page: PageState, deeds: Deeds): Child[] {
  const { text, file, address, news, copy, view } = page;
  const { t } = text;
  const isHash = address.hash !== null;
  const place = file.state !== 'none' ? 'again' : isHash ? 'beside-code' : 'first';
  const zone = dropZone(text, place, (given) => void deeds.check(given));
  // A file of the person's own is what they want judged: its verdict stands above what is known of the code.
  const isOwnFile = file.state === 'checked' && !file.isCopy;
  const hashDeeds = { askNow: deeds.askNow, takeCopy: () => void deeds.takeCopy() };
  const ofHash = isHash && showHash(news, copy, text, file.state === 'checked' ? null : view, hashDeeds);
  return [
    address.isGarbled &&
      el('p', { class: 'rounded-2 bg-wait-soft px-4 py-3', at: { role: 'status' } }, t('verify.qr.garbled')),
    address.code !== null &&
      file.state === 'none' &&
      el('p', { class: 'rounded-2 bg-accent-soft px-4 py-3' }, t('verify.code.came', { code: address.code })),
    ...(isOwnFile ? [...filePart(page, deeds), ofHash] : [ofHash, ...filePart(page, deeds)]),
    zone,
  ];
}

function filePart({ file, text, view }: PageState, deeds: Deeds): Child[] {
  switch (file.state) {
    case 'none':
      return [];
    case 'reading':
      return [
        el(
          'section',
          { at: { role: 'status' } },
          banner('accent', { id: 'verdict', title: text.t('verify.reading', { name: file.name }), text: '' }),
        ),
      ];
    case 'refused':
      return [showNotRead(file.why, text)];
    case 'checked':
      return [showFile(file.file, text, view, fileDeed(file.file, file.isCopy, text, deeds))];
  }
}

/** The copy can be saved; where nobody could be asked, one can ask again. */
function fileDeed(file: CheckedFile, isCopy: boolean, { t }: VerifyText, deeds: Deeds): Child {
  const isSilent = typeof file.register === 'string' && file.verdict.tone !== 'wrong';
  if (!isCopy && !isSilent) return null;
  return el(
    'div',
    { class: 'flex flex-wrap gap-3' },
    isCopy && button('save', 'primary', t('verify.qr.save'), () => deeds.save(file)),
    isSilent && button('check-again', 'quiet', t('verify.qr.retry'), () => void deeds.checkAgain()),
  );
}

function languageBar({ text }: PageState, deeds: Deeds): HTMLElement {
  const { t, locale } = text;
  return el(
    'nav',
    { class: 'flex flex-wrap items-center justify-between gap-x-4', at: { 'aria-label': t('verify.languages') } },
    el('span', { class: 'font-semibold' }, 'Cession'),
    el(
      'div',
      { class: 'flex flex-wrap' },
      ...locales.map((each) =>
        el(
          'button',
          {
            id: `speak-${each}`,
            class: `min-h-11 px-3 text-2 font-semibold underline-offset-8 ${each === locale ? 'text-ink underline decoration-2' : 'text-accent hover:underline'}`,
            at: { type: 'button', lang: each, 'aria-pressed': String(each === locale) },
            on: { click: () => void deeds.speak(each) },
          },
          localeNames[each],
        ),
      ),
    ),
  );
}
