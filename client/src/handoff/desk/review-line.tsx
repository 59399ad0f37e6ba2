import { fieldSpecOf } from '@cession/shared/card/card-path.ts';
import { fieldLabel } from '../../card/card-words.ts';
import { useText } from '../../text/use-text.ts';
import type { Text } from '../../text/texts.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { valueWords, type Names } from './field-words.ts';
import type { FieldLine, ReviewLine } from './review-lines.ts';

interface ReviewLineRowProps {
  line: ReviewLine;
  names: Names;
  /** Marked to be returned. */
  marked: boolean;
  /** Absent for whoever cannot return the card now. */
  onMark?: (() => void) | undefined;
  onAsk?: (() => void) | undefined;
}

/** Label, value, marks and what can be done with it. Only what changed is coloured. */
export function ReviewLineRow({ line, names, marked, onMark, onAsk }: ReviewLineRowProps) {
  const text = useText();
  const { t } = text;
  const label = line.kind === 'address' ? t(`capture.address.${line.name}`) : fieldLabel(t, line.key);
  return (
    <div
      // What "show the next change" leads to, one after another.
      data-changed-line={line.changed || undefined}
      tabIndex={line.changed ? -1 : undefined}
      className={`group/line scroll-my-40 flex flex-wrap items-center gap-x-4 px-4 py-1 @min-[36rem]/card:grid @min-[36rem]/card:grid-cols-[11rem_minmax(0,1fr)_auto] @min-[36rem]/card:items-start ${marked ? 'bg-wait-soft shadow-[inset_3px_0_0_var(--wait)]' : ''}`}
    >
      <dt className="min-w-0 flex-1 text-ink-2">
        {onMark === undefined ? (
          <span className="inline-block py-1.5">{label}</span>
        ) : (
          <button
            type="button"
            aria-pressed={marked}
            title={t('queue.mark')}
            onClick={onMark}
            className="-mx-1.5 rounded-1 px-1.5 py-1.5 text-start underline-offset-4 hover:underline pointer-coarse:min-h-target pointer-coarse:underline pointer-coarse:decoration-dotted aria-pressed:font-semibold aria-pressed:text-wait"
          >
            {label}
            <VisuallyHidden>{` ${t('queue.mark')}`}</VisuallyHidden>
          </button>
        )}
      </dt>
      <dd className="min-w-0 @max-[36rem]/card:order-1 @max-[36rem]/card:w-full @max-[36rem]/card:pb-1.5 @min-[36rem]/card:py-1.5">
        <LineValue line={line} names={names} />
      </dd>
      <dd className="flex min-h-target flex-wrap items-center justify-end gap-x-3 text-1 text-ink-3">
        <LineMarks line={line} marked={marked} />
        {onAsk !== undefined && (
          <button
            type="button"
            onClick={onAsk}
            className="min-h-target min-w-6 rounded-1 px-1 underline-offset-4 hover:text-ink hover:underline pointer-fine:opacity-0 pointer-fine:group-focus-within/line:opacity-100 pointer-fine:group-hover/line:opacity-100"
          >
            {t('queue.ask')}
            <VisuallyHidden>{` ${label}`}</VisuallyHidden>
          </button>
        )}
        <CopyLine line={line} text={text} label={label} names={names} />
      </dd>
    </div>
  );
}

function LineMarks({ line, marked }: { line: ReviewLine; marked: boolean }) {
  const { t } = useText();
  const marks = [
    marked ? t('queue.marked') : '',
    line.kind === 'field' && line.proven ? t('queue.proven') : '',
    line.changed ? t('queue.changed') : '',
  ].filter((mark) => mark !== '');
  return marks.length === 0 ? null : <span>{marks.join(' · ')}</span>;
}

function LineValue({ line, names }: { line: ReviewLine; names: Names }) {
  const text = useText();
  if (line.kind === 'field' && line.hidden) return <span className="text-ink-3">{text.t('queue.onFile')}</span>;
  const now = line.kind === 'address' ? line.value : valueWords(text, line.path, line.value, names);
  const before = line.kind === 'address' ? line.before : valueWords(text, line.path, line.before, names);
  const look = `${isCode(line) ? 'font-mono tracking-[0.01em]' : 'font-semibold'} [overflow-wrap:anywhere] whitespace-pre-line`;
  if (!line.changed) return <span className={look}>{now}</span>;
  return (
    <span className={look}>
      {before !== '' && (
        <del className="me-2 text-ink-3">
          <VisuallyHidden>{`${text.t('queue.before')} `}</VisuallyHidden>
          {before}
        </del>
      )}
      {now === '' ? (
        <span className="font-sans font-normal text-ink-2">{text.t('queue.emptied')}</span>
      ) : (
        <ins className="rounded-1 bg-proven-soft px-1.5 py-0.5 text-proven no-underline">
          <VisuallyHidden>{`${text.t('queue.now')} `}</VisuallyHidden>
          {now}
        </ins>
      )}
    </span>
  );
}

/** What is copied is what an accounting system takes: the stored form of a number, words for everything else. */
function CopyLine({ line, text, label, names }: { line: ReviewLine; text: Text; label: string; names: Names }) {
  if (line.kind === 'address') return line.value === '' ? null : <CopyButton value={line.value} what={label} />;
  if (line.hidden || line.value === null || typeof line.value === 'boolean') return null;
  const value = isCode(line) || isRaw(line) ? String(line.value) : valueWords(text, line.path, line.value, names);
  return <CopyButton value={value} what={label} />;
}

function isCode(line: ReviewLine): boolean {
  return line.kind === 'field' && fieldSpecOf(line.path)?.kind === 'identifier';
}

function isRaw(line: FieldLine): boolean {
  const kind = fieldSpecOf(line.path)?.kind;
  return kind === 'day' || kind === 'whole-number' || kind === 'currency' || kind === 'country' || kind === 'language';
}
