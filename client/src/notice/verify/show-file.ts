import type { RegisterAnswer } from './ask-register.ts';
import { codeField } from './code-field.ts';
import { el, icon, type Child } from './element.ts';
import type { FileFindings } from './judge-file.ts';
import { banner, facts, sentences, type Fact } from './page-pieces.ts';
import { MOST_MEGABYTES, type NotRead } from './pick-file.ts';
import type { Verdict } from './verdict.ts';
import type { VerifyText } from './verify-text.ts';
import { groupChecks, whyNot } from './why-not.ts';

export interface CheckedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly findings: FileFindings;
  readonly register: RegisterAnswer;
  readonly verdict: Verdict;
}

/** What the page keeps between two drawings of one answer. */
export interface FileView {
  code: string;
  isOpen: boolean;
}

/** The answer to one file: what it is worth first, what to do with it (`deed`), every number last. */
export function showFile(file: CheckedFile, text: VerifyText, view: FileView, deed: Child): HTMLElement {
  const { verdict, findings } = file;
  const { t } = text;
  const say = (list: Verdict['reasons']): string[] => list.map((sentence) => sentence(text));
  const mark = verdict.tone === 'wrong' ? 'cross' : 'open';
  return el(
    'section',
    { class: 'grid grid-cols-1 gap-6', at: { 'aria-labelledby': 'verdict' } },
    el(
      'p',
      { class: 'flex items-center gap-2 text-ink-2' },
      icon('file', 'size-5 shrink-0'),
      el('span', { class: 'min-w-0 break-all' }, file.name),
    ),
    banner(verdict.tone, {
      ...{ id: 'verdict', title: verdict.title(text), text: verdict.text(text) },
      more: [sentences(null, mark, say(verdict.reasons)), sentences(t('verify.next.title'), 'open', say(verdict.next))],
    }),
    deed,
    verdict.proven.length > 0 &&
      el(
        'div',
        { class: 'grid grid-cols-1 gap-6 wide:grid-cols-2' },
        sentences(t('verify.proven.title'), 'tick', say(verdict.proven)),
        sentences(t('verify.open.title'), 'open', say(verdict.open)),
      ),
    findings.evidence !== null && verdict.tone !== 'wrong' && codeField(findings.evidence.code, text, view),
    details(file, text, view),
  );
}

export function showNotRead(why: NotRead, { t }: VerifyText): HTMLElement {
  const megabytes = MOST_MEGABYTES;
  const text = why === 'large' ? t('verify.refused.large', { megabytes }) : t(`verify.refused.${why}`);
  return el(
    'section',
    { at: { 'aria-labelledby': 'verdict' } },
    banner('wait', { id: 'verdict', title: t('verify.refused.title'), text }),
  );
}

function details(file: CheckedFile, text: VerifyText, view: FileView): HTMLElement {
  const { t } = text;
  const box = el(
    'details',
    { class: 'group border-t border-line pt-2', ...(view.isOpen && { at: { open: '' } }) },
    el(
      'summary',
      { id: 'details', class: 'flex min-h-11 items-center gap-2 text-3 font-semibold text-accent' },
      t('verify.details.title'),
      icon('more', 'size-5 shrink-0 transition-transform group-open:rotate-180'),
    ),
    el(
      'div',
      { class: 'grid grid-cols-1 gap-6 pt-3' },
      checkList(file.findings, text),
      timeFacts(file, text),
      facts(numberFacts(file, text), text),
    ),
  );
  box.addEventListener('toggle', () => (view.isOpen = box.open));
  return box;
}

function checkList({ checks, rootsKnown }: FileFindings, { t }: VerifyText): HTMLElement {
  const line = ({ id, ok, failed }: ReturnType<typeof groupChecks>[number]) => {
    const why = failed.map((check) => (rootsKnown || check !== 'seal.trusted' ? whyNot(check) : 'verify.know.roots'));
    return el(
      'li',
      { class: 'flex items-start gap-2.5 px-4 py-3' },
      icon(ok ? 'tick' : 'cross', `mt-1 size-4.5 shrink-0 ${ok ? 'text-proven' : 'text-wrong'}`),
      el(
        'span',
        { class: 'grid min-w-0' },
        el('span', {}, `${t(id)}: ${t(ok ? 'verify.details.passed' : 'verify.details.failed')}`),
        ...[...new Set(why)].map((each) => el('span', { class: 'text-2 text-ink-2' }, t(each))),
        failed.length > 0 && el('code', { class: 'font-mono text-1 break-all text-ink-2' }, failed.join(', ')),
      ),
    );
  };
  return el(
    'section',
    { class: 'grid grid-cols-1 gap-2' },
    el('h3', { class: 'text-3 font-semibold' }, t('verify.details.checks')),
    el(
      'ul',
      { class: 'divide-y divide-line overflow-hidden rounded-3 border border-line bg-sheet' },
      ...groupChecks(checks).map(line),
    ),
  );
}

/** None of the three times is said to be more than it is. */
function timeFacts({ findings: { evidence, seal }, register }: CheckedFile, text: VerifyText): HTMLElement | null {
  if (evidence === null) return null;
  const { t, formatStamp } = text;
  const known = typeof register === 'object' && register.known ? register : null;
  const stampedAt = seal?.stampedAt ?? null;
  const notAfter = stampedAt ?? known?.receivedAt ?? null;
  const from = stampedAt === null ? 'verify.details.notAfterRegister' : 'verify.details.notAfterStamp';
  const moment = (iso: string | null): string => (iso === null ? t('verify.details.noTime') : formatStamp(iso));
  const list: Fact[] = [
    { label: t('verify.details.deviceSaid'), value: formatStamp(evidence.deviceSaid) },
    {
      label: t('verify.details.notBefore'),
      value: moment(evidence.notBefore),
      hint: t('verify.details.notBeforeHint'),
    },
    { label: t('verify.details.notAfter'), value: moment(notAfter), ...(notAfter !== null && { hint: t(from) }) },
  ];
  if (known !== null && known.sealedAt !== null)
    list.push({ label: t('verify.details.sealedAt'), value: formatStamp(known.sealedAt) });
  return el(
    'section',
    { class: 'grid grid-cols-1 gap-2' },
    el('h3', { class: 'text-3 font-semibold' }, t('verify.details.times')),
    facts(list, text),
  );
}

function numberFacts({ sha256, bytes, findings: { evidence, seal } }: CheckedFile, text: VerifyText): Fact[] {
  const { t, formatSize, formatDate } = text;
  return [
    { label: t('verify.details.file'), value: formatSize(bytes.length) },
    { label: t('verify.details.sha256'), value: sha256, exact: true },
    ...(seal === null
      ? []
      : [
          { label: t('verify.details.sealedBy'), value: seal.signerName },
          { label: t('verify.details.level'), value: t(`verify.details.level.${seal.level}`) },
          { label: t('verify.details.certificate'), value: formatDate(seal.sealedCertNotAfter) },
        ]),
    ...(evidence === null
      ? []
      : [
          { label: t('verify.details.code'), value: evidence.code, exact: true },
          { label: t('verify.details.presented'), value: evidence.presentedSha256, exact: true },
          { label: t('verify.details.head'), value: evidence.head, exact: true },
          { label: t('verify.details.device'), value: evidence.deviceKey, exact: true },
        ]),
  ];
}
