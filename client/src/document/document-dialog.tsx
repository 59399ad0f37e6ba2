import type { Card } from '@cession/shared/card/card.ts';
import { people } from '@cession/shared/people/actor.ts';
import { removeDocument, restoreDocument } from '@cession/shared/document/change-document.ts';
import { isBeforeAccounting } from '@cession/shared/document/document-args.ts';
import { isDocumentType } from '@cession/shared/document/document-kinds.ts';
import type { CardDocument } from '@cession/shared/document/document.ts';
import { useState } from 'react';
import { notSavedText } from '../people/not-saved-text.ts';
import { useRows, useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';
import { showToast } from '../ui/toast.tsx';
import { DescribeForm } from './describe-form.tsx';
import { bytesAt, bytesWords, formName, typeName } from './document-words.ts';
import type { KeptFile } from './file-box.ts';
import { FileInputs } from './file-inputs.tsx';
import { OriginalLedger } from './original-ledger.tsx';
import { OriginalSteps } from './original-steps.tsx';
import { PictureView } from './picture-view.tsx';
import type { Capture } from './use-capture.ts';
import { usePicture } from './use-picture.ts';

interface DocumentDialogProps {
  card: Card;
  document: CardDocument;
  kept: KeptFile | null;
  capture: Capture;
  onClose: () => void;
}

/** One document in full: the picture, where bytes and paper are, and what can be done about it. */
export function DocumentDialog({ card, document, kept, capture, onClose }: DocumentDialogProps) {
  const { t, formatDate } = useText();
  const [changing, setChanging] = useState<'words' | 'file' | null>(document.file === null ? 'file' : null);
  const where = bytesWords(t, bytesAt(document, kept));
  const name = typeName(t, document.type);
  const colleagues = useRows(people);
  const nameOf = (id: string) => colleagues.find((each) => each.id === id)?.name ?? '';
  const isFixed = isBeforeAccounting(card, document);
  const close = () => {
    capture.forget();
    capture.cancel();
    onClose();
  };
  return (
    <Dialog title={name} onClose={close} roomy>
      {capture.problem !== null && (
        <Note live tone="wrong" title={t('document.not.title')}>
          <p>{capture.problem}</p>
        </Note>
      )}
      {document.file !== null && <Shown document={document} />}
      <p className="text-1 text-ink-2">
        {[
          where.text,
          formName(t, document.form),
          t('document.addedBy', { name: nameOf(document.addedBy), date: formatDate(document.addedAt) }),
        ].join(' · ')}
      </p>
      {document.note !== '' && changing !== 'words' && <p>{document.note}</p>}
      {changing === 'file' && (
        <FileInputs
          capture={capture}
          target={{ type: isDocumentType(document.type) ? document.type : 'other', document }}
          onDone={close}
        />
      )}
      {changing === 'words' && <DescribeForm card={card} document={document} onDone={() => setChanging(null)} />}
      {document.original !== 'not-needed' && (
        <section className="grid gap-2">
          <h3 className="text-1 font-semibold tracking-[0.02em] text-ink-3">
            {t('document.original')} · {t(`document.original.${document.original}`)}
          </h3>
          <OriginalSteps document={document} />
          <OriginalLedger moves={document.moves.map((move) => ({ ...move, byName: nameOf(move.by) }))} />
        </section>
      )}
      <div className="flex flex-wrap gap-x-6">
        {document.file !== null && !isFixed && changing !== 'file' && (
          <Button look="plain" onPress={() => setChanging('file')}>
            {t('document.retake')}
          </Button>
        )}
        {changing !== 'words' && (
          <Button look="plain" onPress={() => setChanging('words')}>
            {t('document.change')}
          </Button>
        )}
        {!isFixed && <RemoveButton card={card} document={document} onDone={close} />}
      </div>
    </Dialog>
  );
}

function Shown({ document }: { document: CardDocument }) {
  const { t } = useText();
  const picture = usePicture(document);
  const alt = t('document.picture', { type: typeName(t, document.type) });
  if (picture.kind === 'reading') return <p className="text-ink-2">{t('document.loading')}</p>;
  if (picture.kind === 'none') return null;
  if (document.file?.mediaType === 'application/pdf' || document.file?.mediaType === 'image/heic') {
    return (
      <p>
        {t('document.noPreview')}{' '}
        <a
          href={picture.src}
          download={document.fileName}
          className="inline-flex min-h-target items-center font-semibold text-accent"
        >
          {t('document.download')}
        </a>
      </p>
    );
  }
  return <PictureView src={picture.src} alt={alt} />;
}

function RemoveButton({ card, document, onDone }: { card: Card; document: CardDocument; onDone: () => void }) {
  const { t } = useText();
  const { perform } = useSync();
  const ids = { documentId: document.id, cardId: card.id };
  const remove = async () => {
    const done = await perform(removeDocument, ids);
    if (!done.ok) return showToast(notSavedText(t, done.error));
    onDone();
    showToast(t('document.removed', { type: typeName(t, document.type) }), () => void perform(restoreDocument, ids));
  };
  return (
    <Button look="plain" onPress={() => void remove()}>
      {t('document.remove')}
    </Button>
  );
}
