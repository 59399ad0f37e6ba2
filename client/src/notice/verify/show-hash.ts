import type { PaperLookup } from '@cession/shared/notice/notice-procedures.ts';
import { codeField } from './code-field.ts';
import { el } from './element.ts';
import type { HashNews } from './follow-hash.ts';
import { banner, button, facts, type Fact } from './page-pieces.ts';
import type { VerdictTone } from './verdict.ts';
import type { VerifyText } from './verify-text.ts';

export interface CopyState {
  readonly state: 'none' | 'fetching' | 'failed' | 'here';
}

interface HashDeeds {
  askNow(): void;
  takeCopy(): void;
}

type Known = Extract<PaperLookup, { known: true }>;
type Words = 'unknown' | 'silent' | 'received' | 'review' | 'aside' | 'sealed' | 'superseded';

/** What the register says of the hash in the debtor's QR code. `view` is null where a file asks for the paper's code. */
export function showHash(
  news: HashNews,
  copy: CopyState,
  text: VerifyText,
  view: { code: string } | null,
  deeds: HashDeeds,
): HTMLElement {
  const { t } = text;
  const { answer } = news;
  if (answer === null)
    return el('section', {}, banner('accent', { id: 'register', title: t('verify.qr.asking'), text: '' }));
  const known = typeof answer === 'object' && answer.known ? answer : null;
  const words = typeof answer === 'object' ? (known === null ? 'unknown' : wordsOf(known)) : 'silent';
  const retry = button('ask-again', 'quiet', t(news.asking ? 'verify.qr.asking' : 'verify.qr.retry'), deeds.askNow);
  const again = el(
    'div',
    { class: 'flex flex-wrap items-center gap-x-4 gap-y-2' },
    retry,
    el('span', { class: 'text-2 text-ink-2' }, t('verify.qr.again')),
  );
  return el(
    'section',
    { class: 'grid grid-cols-1 gap-6', at: { 'aria-labelledby': 'register' } },
    banner(toneOf(words), {
      ...{ id: 'register', title: t(`verify.qr.${words}.title`), text: textOf(words, text) },
      more: [news.goesOn && again, known?.copy === true && copyPart(copy, text, deeds)],
    }),
    known !== null &&
      el(
        'div',
        { class: 'grid grid-cols-1 gap-2' },
        el('h3', { class: 'text-3 font-semibold' }, t('verify.qr.facts')),
        facts(factsOf(known, text), text),
      ),
    known !== null && view !== null && codeField(known.code, text, view),
  );
}

function copyPart({ state }: CopyState, { t }: VerifyText, { takeCopy }: HashDeeds): HTMLElement {
  if (state === 'fetching') return el('p', { at: { role: 'status' } }, t('verify.qr.fetching'));
  return el(
    'div',
    { class: 'grid justify-items-start gap-2' },
    button(
      'take-copy',
      state === 'here' ? 'quiet' : 'primary',
      t(state === 'here' ? 'verify.qr.copyAgain' : 'verify.qr.copy'),
      takeCopy,
    ),
    state === 'failed' &&
      el('p', { class: 'font-semibold text-wrong', at: { role: 'alert' } }, t('verify.qr.copyFailed')),
  );
}

function wordsOf({ stage, superseded }: Known): Words {
  switch (stage) {
    case 'received':
    case 'verified':
      return 'received';
    case 'review':
    case 'quarantined':
      return 'review';
    case 'set-aside':
      return 'aside';
    case 'sealed':
    case 'stamped':
      return superseded ? 'superseded' : 'sealed';
  }
}

function textOf(words: Words, { t }: VerifyText): string {
  return words === 'superseded' ? t('verify.know.superseded') : t(`verify.qr.${words}.text`);
}

function toneOf(words: Words): VerdictTone {
  if (words === 'sealed') return 'proven';
  return words === 'aside' ? 'wrong' : 'wait';
}

function factsOf(known: Known, { t, formatStamp, formatDate }: VerifyText): Fact[] {
  const { outcome, signedOn, receivedAt, sealedAt, stampedAt, code } = known;
  const moment = (label: string, iso: string | null): Fact[] =>
    iso === null ? [] : [{ label, value: formatStamp(iso) }];
  return [
    { label: t('verify.qr.outcome'), value: t(`verify.outcome.${outcome}`) },
    { label: t('verify.qr.signedOn'), value: formatDate(`${signedOn}T12:00:00`) },
    ...moment(t('verify.qr.receivedAt'), receivedAt),
    ...moment(t('verify.qr.sealedAt'), sealedAt),
    ...moment(t('verify.qr.stampedAt'), stampedAt),
    { label: t('verify.qr.code'), value: code, exact: true },
  ];
}
