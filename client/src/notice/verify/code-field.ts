import { el } from './element.ts';
import type { VerifyText } from './verify-text.ts';

type Told = 'same' | 'other' | 'shape' | null;

/** How a typed code stands to the file's; nothing is said before eight characters are there or the field is left. */
export function compareCode(typed: string, code: string, isLeft: boolean): Told {
  const given = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  if (given === '') return null;
  if (/^[0-9a-f]{8}$/.test(given)) return given === code ? 'same' : 'other';
  return given.length >= 8 || isLeft ? 'shape' : null;
}

const LOOKS: Readonly<Record<'same' | 'other' | 'shape', string>> = {
  same: 'text-proven',
  other: 'text-wrong',
  shape: 'text-wait',
};

/** The code printed on a paper in somebody's hand against the code of this notice; compared here, sent nowhere. */
export function codeField(code: string, { t }: VerifyText, view: { code: string }): HTMLElement {
  const told = el('p', { id: 'code-told', class: 'min-h-6 font-semibold', at: { role: 'status' } });
  const tell = (isLeft: boolean): void => {
    const outcome = compareCode(view.code, code, isLeft);
    told.textContent = outcome === null ? '' : t(`verify.code.${outcome}`);
    told.className = `min-h-6 font-semibold ${outcome === null ? '' : LOOKS[outcome]}`;
  };
  const input = el('input', {
    id: 'code',
    class: 'frame min-h-12 w-full max-w-60 font-mono tracking-widest',
    at: {
      ...{ type: 'text', inputmode: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' },
      ...{ maxlength: '16', 'aria-describedby': 'code-hint code-told' },
    },
    on: { input: () => ((view.code = input.value), tell(false)), blur: () => tell(true) },
  });
  input.value = view.code;
  tell(false);
  return el(
    'section',
    { class: 'grid grid-cols-1 gap-2' },
    el('h3', { class: 'text-3 font-semibold' }, t('verify.code.title')),
    el('label', { at: { for: 'code' } }, t('verify.code.label')),
    input,
    el('p', { id: 'code-hint', class: 'text-2 text-ink-2' }, t('verify.code.hint')),
    told,
  );
}
