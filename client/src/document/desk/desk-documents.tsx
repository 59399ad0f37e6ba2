import type { CardId } from '@cession/shared/card/card.ts';
import { documentsOfCard, type DocumentView } from '@cession/shared/document/document-procedures.ts';
import { ChevronLeft, ChevronRight, Download, FileClock, FileText } from 'lucide-react';
import { useState } from 'react';
import { AskView } from '../../people/desk/ask-view.tsx';
import { useAsk, type Answer } from '../../people/desk/use-ask.ts';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { typeName } from '../document-words.ts';
import { OriginalLedger } from '../original-ledger.tsx';
import { PictureView } from '../picture-view.tsx';
import { fileHref } from '../file-href.ts';

export interface DeskDocumentsState {
  readonly answer: Answer<readonly DocumentView[]>;
  /** null: there is nothing to show. */
  readonly shown: readonly DocumentView[] | null;
}

/** What the card has, and what the frozen hand-over names even if it was taken off since. */
export function useDeskDocuments(cardId: CardId, named: readonly { readonly id: string }[]): DeskDocumentsState {
  const answer = useAsk(documentsOfCard, { cardId });
  const ids = new Set(named.map(({ id }) => id));
  const shown = answer.data?.filter(({ id, removed }) => !removed || ids.has(id)) ?? [];
  // Until they are there the place is kept, so that nothing moves when they come.
  const isEmpty = shown.length === 0 && (answer.data !== undefined || named.length === 0) && answer.error === null;
  return { answer, shown: isEmpty ? null : shown };
}

/** The documents of a card beside the card: one large, the others to choose from. */
export function DeskDocuments({ answer, shown }: DeskDocumentsState) {
  const { t } = useText();
  if (shown === null) return null;
  return (
    <section
      aria-label={t('document.desk')}
      className="grid content-start gap-2 desk:sticky desk:top-0 desk:self-start"
    >
      <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('document.desk')}</h2>
      <AskView inPane answer={answer} rows={2}>
        {() => <Shown documents={shown} />}
      </AskView>
    </section>
  );
}

function Shown({ documents }: { documents: readonly DocumentView[] }) {
  const { t } = useText();
  const [chosen, choose] = useState<string | null>(null);
  const first = documents.find(({ bytesAt }) => bytesAt !== null) ?? documents[0];
  const open = documents.find(({ id }) => id === chosen) ?? first;
  if (open === undefined) return <p className="text-ink-2">{t('document.desk.none')}</p>;
  const step = (by: 1 | -1) => {
    const at = documents.indexOf(open);
    choose(documents[(at + by + documents.length) % documents.length]?.id ?? null);
  };
  return (
    <>
      <div role="group" aria-label={t('document.desk')} className="flex flex-wrap gap-1.5">
        {documents.map((document) => (
          <Choice key={document.id} document={document} open={document === open} onOpen={() => choose(document.id)} />
        ))}
      </div>
      <OpenDocument key={open.id} document={open} onStep={documents.length > 1 ? step : undefined} />
    </>
  );
}

function Choice({ document, open, onOpen }: { document: DocumentView; open: boolean; onOpen: () => void }) {
  const { t } = useText();
  const Icon = document.bytesAt === null ? FileClock : FileText;
  return (
    <button
      type="button"
      aria-pressed={open}
      onClick={onOpen}
      className="inline-flex min-h-target items-center gap-1.5 rounded-1 border border-line bg-sheet px-2.5 text-1 text-ink-2 hover:bg-sunk aria-pressed:border-transparent aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
    >
      <Icon aria-hidden size={16} />
      {typeName(t, document.type)}
    </button>
  );
}

function OpenDocument({ document, onStep }: { document: DocumentView; onStep: ((by: 1 | -1) => void) | undefined }) {
  const { t, formatDate } = useText();
  const name = typeName(t, document.type);
  const facts = [
    t('document.addedBy', { name: document.addedByName, date: formatDate(document.addedAt) }),
    document.original === 'not-needed' ? null : t(`document.original.${document.original}`),
    document.removed ? t('document.at.removed') : null,
    document.bytesAt === null ? t(document.file === null ? 'document.at.promised' : 'document.at.elsewhere') : null,
  ];
  return (
    <div className="grid gap-2 rounded-3 border border-line bg-sheet p-3">
      <div className="flex items-center gap-4">
        <h3 className="min-w-0 flex-1 font-semibold">{name}</h3>
        {onStep !== undefined && (
          <>
            <IconButton label={t('document.previous')} onPress={() => onStep(-1)}>
              <ChevronLeft aria-hidden size={20} />
            </IconButton>
            <IconButton label={t('document.next')} onPress={() => onStep(1)}>
              <ChevronRight aria-hidden size={20} />
            </IconButton>
          </>
        )}
      </div>
      {document.bytesAt !== null && <File document={document} name={name} onStep={onStep} />}
      <p className="text-1 text-ink-2">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      {document.note !== '' && <p>{document.note}</p>}
      <OriginalLedger moves={document.moves} />
    </div>
  );
}

interface FileProps {
  document: DocumentView;
  name: string;
  onStep: ((by: 1 | -1) => void) | undefined;
}

function File({ document, name, onStep }: FileProps) {
  const { t } = useText();
  const src = fileHref(document.id);
  const isPicture = document.file?.mediaType === 'image/jpeg' || document.file?.mediaType === 'image/png';
  return (
    <>
      {isPicture && <PictureView tall src={src} alt={t('document.picture', { type: name })} onStep={onStep} />}
      {!isPicture && <p className="text-ink-2">{t('document.noPreview')}</p>}
      <div>
        <a
          href={src}
          download
          className="inline-flex min-h-target items-center gap-1.5 font-semibold text-accent underline-offset-4 hover:underline"
        >
          <Download aria-hidden size={16} />
          {t('document.download')}
        </a>
      </div>
    </>
  );
}
