import { isOverdue } from '@cession/shared/document/document-checklist.ts';
import type { CardDocument } from '@cession/shared/document/document.ts';
import { today } from '../card/use-gate.ts';
import { useText } from '../text/use-text.ts';
import { bytesAt, bytesWords, dueWords, typeName } from './document-words.ts';
import type { KeptFile } from './file-box.ts';
import { Thumbnail } from './thumbnail.tsx';

interface DocumentRowProps {
  document: CardDocument;
  kept: KeptFile | null;
  onOpen: () => void;
}

const inks = { neutral: '', accent: '', wait: 'text-wait', wrong: 'text-wrong', proven: 'text-proven' } as const;

/** One document: its picture, what it is, where its bytes are, where its paper is. */
export function DocumentRow({ document, kept, onOpen }: DocumentRowProps) {
  const text = useText();
  const { t } = text;
  const { type, note, original, dueOn } = document;
  const where = bytesWords(t, bytesAt(document, kept));
  const overdue = isOverdue(document, today());
  const isSettled =
    document.file !== null && (original === 'not-needed' || original === 'received' || original === 'filed');
  const due = isSettled ? null : dueWords(text, dueOn, overdue);
  const paper = original === 'not-needed' ? null : t(`document.original.${original}`);
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-target w-full flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3 text-start -outline-offset-2 hover:bg-accent-soft/60 active:bg-accent-soft"
      >
        <Thumbnail document={document} />
        <span className="min-w-0 flex-[1_1_9rem]">
          <span className="block font-semibold">{typeName(t, type)}</span>
          {note !== '' && <span className="block truncate text-1 text-ink-2">{note}</span>}
          <span className={`block text-1 ${inks[where.tone]}`}>{where.text}</span>
          {(paper !== null || due !== null) && (
            <span className={`block text-1 ${overdue ? 'text-wrong' : 'text-ink-2'}`}>
              {[paper, due].filter((each) => each !== null).join(' · ')}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
