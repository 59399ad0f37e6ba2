import { el, icon, type Child } from './element.ts';
import type { VerdictTone } from './verdict.ts';
import type { VerifyText } from './verify-text.ts';

const TONES: Readonly<Record<VerdictTone | 'accent', { readonly ground: string; readonly ink: string }>> = {
  proven: { ground: 'bg-proven-soft', ink: 'text-proven' },
  wait: { ground: 'bg-wait-soft', ink: 'text-wait' },
  wrong: { ground: 'bg-wrong-soft', ink: 'text-wrong' },
  accent: { ground: 'bg-accent-soft', ink: 'text-accent' },
};

/** The head of an answer: shape, words and colour say the same. */
export function banner(
  tone: VerdictTone | 'accent',
  { id, title, text, more = [] }: { id: string; title: string; text: string; more?: readonly Child[] },
): HTMLElement {
  const { ground, ink } = TONES[tone];
  const turning = tone === 'accent' ? 'animate-spin motion-reduce:animate-none' : '';
  return el(
    'div',
    {
      class: `grid grid-cols-1 gap-3 rounded-3 border border-transparent px-4 py-4 wide:px-5 wide:py-5 ${ground}`,
      at: { 'data-tone': tone },
    },
    el(
      'div',
      { class: 'flex flex-wrap items-start gap-3' },
      icon(tone, `mt-0.5 size-8 shrink-0 ${ink} ${turning}`),
      el(
        'div',
        { class: 'grid min-w-0 flex-1 basis-48 grid-cols-1 gap-1' },
        el('h2', { id, class: `text-4 font-semibold hyphens-auto ${ink}`, at: { tabindex: '-1' } }, title),
        text !== '' && el('p', {}, text),
      ),
    ),
    ...more,
  );
}

export type ListMark = 'tick' | 'open' | 'cross';
const MARKS: Readonly<Record<ListMark, string>> = { tick: 'text-proven', open: 'text-ink-3', cross: 'text-wrong' };

/** A titled list of sentences; nothing for an empty one. */
export function sentences(title: string | null, mark: ListMark, said: readonly string[]): HTMLElement | null {
  if (said.length === 0) return null;
  return el(
    'section',
    { class: 'grid grid-cols-1 content-start gap-2' },
    title !== null && el('h3', { class: 'text-3 font-semibold' }, title),
    el(
      'ul',
      { class: 'grid grid-cols-1 gap-2' },
      ...said.map((sentence) =>
        el(
          'li',
          { class: 'flex items-start gap-2.5' },
          icon(mark, `mt-1 size-4.5 shrink-0 ${MARKS[mark]}`),
          el('span', { class: 'min-w-0' }, sentence),
        ),
      ),
    ),
  );
}

const BUTTON =
  'inline-flex items-center justify-center gap-2 rounded-2 border py-2 text-center font-semibold transition-colors ';
const LOOKS = {
  primary: 'min-h-action border-transparent bg-accent px-5 text-3 text-on-accent active:brightness-90',
  quiet: 'min-h-11 border-line bg-sheet px-4 text-accent hover:bg-accent-soft',
} as const;

export function button(id: string, look: keyof typeof LOOKS, words: string, press: () => void): HTMLButtonElement {
  return el('button', { id, class: BUTTON + LOOKS[look], at: { type: 'button' }, on: { click: press } }, words);
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Compared character by character, so it can be copied. */
  readonly exact?: boolean;
}

export function facts(list: readonly Fact[], text: VerifyText): HTMLElement {
  return el(
    'dl',
    { class: 'divide-y divide-line overflow-hidden rounded-3 border border-line bg-sheet' },
    ...list.map(({ label, value, hint, exact = false }) =>
      el(
        'div',
        { class: 'grid grid-cols-1 items-baseline gap-x-4 gap-y-0.5 px-4 py-3 wide:grid-cols-[15rem_1fr]' },
        el('dt', { class: 'text-2 text-ink-2' }, label),
        el(
          'dd',
          { class: 'min-w-0' },
          el('span', { class: exact ? 'font-mono text-2 break-all' : '' }, value),
          hint !== undefined && el('span', { class: 'block text-2 text-ink-2' }, hint),
          exact && value.length > 12 && copyButton(label, value, text),
        ),
      ),
    ),
  );
}

function copyButton(label: string, value: string, { t }: VerifyText): HTMLElement {
  const look = 'flex min-h-11 items-center text-2 font-semibold text-accent underline-offset-4 hover:underline';
  const words = el('span', { at: { role: 'status' } }, t('verify.details.copy'));
  const copy = (): void => {
    const say = (done: string): void => {
      words.textContent = done;
      press.setAttribute('aria-label', `${done}: ${label}`);
    };
    // The clipboard is refused where the page is not secure or the person said no.
    Promise.resolve(navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'))).then(
      () => say(t('verify.details.copied')),
      () => say(t('verify.details.copyByHand')),
    );
  };
  const at = { type: 'button', 'aria-label': `${t('verify.details.copy')}: ${label}` };
  const press = el('button', { class: look, at, on: { click: copy } }, words);
  return press;
}
