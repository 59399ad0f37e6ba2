import { cards, type Card } from '@cession/shared/card/card.ts';
import type { ChecklistLine } from '@cession/shared/document/document-checklist.ts';
import { isDocumentType, type DocumentType } from '@cession/shared/document/document-kinds.ts';
import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { CardLost } from '../card/card-lost.tsx';
import { useRow } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PressRow } from '../ui/link-row.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { Pill } from '../ui/pill.tsx';
import { RowList } from '../ui/row-list.tsx';
import { AddDialog } from './add-dialog.tsx';
import { DocumentDialog } from './document-dialog.tsx';
import { DocumentRow } from './document-row.tsx';
import { dueWords, formName, sourceName, typeName } from './document-words.ts';
import { documentTypes } from '@cession/shared/document/document-kinds.ts';
import { useCapture, usePendingCapture } from './use-capture.ts';
import { useChecklist, useDocuments, useKeptFiles } from './use-documents.ts';

/** The documents of one card: what is asked for and what is there. */
export function DocumentsScreen() {
  const { id = '' } = useParams();
  const card = useRow(cards, id);
  return card === null ? <CardLost /> : <KnownCard key={id} card={card} />;
}

interface Adding {
  readonly type: DocumentType;
  readonly fixed: boolean;
}

function KnownCard({ card }: { card: Card }) {
  const { t } = useText();
  const [search] = useSearchParams();
  const asked = search.get('type') ?? '';
  const documents = useDocuments(card.id);
  const lines = useChecklist(card);
  const kept = useKeptFiles();
  const capture = useCapture(card, documents.length);
  const [adding, setAdding] = useState<Adding | null>(isDocumentType(asked) ? { type: asked, fixed: true } : null);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = documents.find(({ id }) => id === openId);
  const keptOf = (sha256: string | undefined) => kept?.get(sha256 ?? '') ?? null;
  const missing = lines.filter(({ state }) => state === 'missing');
  return (
    <Page
      title={t('document.title')}
      back={`/cards/${card.id}`}
      bottom={
        <BottomBar>
          <Button look="primary" wide onPress={() => setAdding({ type: 'other', fixed: false })}>
            {t('document.add')}
          </Button>
        </BottomBar>
      }
    >
      <Resume
        card={card}
        onGo={(type, documentId) => {
          if (documentId === null) setAdding({ type, fixed: true });
          else setOpenId(documentId);
        }}
        onForget={capture.cancel}
      />
      {lines.length === 0 && <EmptyState title={t('document.empty')}>{t('document.emptyBody')}</EmptyState>}
      {missing.length > 0 && (
        <RowList title={t('document.asked')}>
          {missing.map((line) => (
            <MissingRow key={line.type} line={line} onAdd={() => setAdding({ type: line.type, fixed: true })} />
          ))}
        </RowList>
      )}
      {documents.length > 0 && (
        <RowList title={t('document.there')}>
          {lines
            .flatMap((line) => line.documents)
            .map((document) => (
              <DocumentRow
                key={document.id}
                document={document}
                kept={keptOf(document.file?.sha256)}
                onOpen={() => setOpenId(document.id)}
              />
            ))}
        </RowList>
      )}
      {adding !== null && (
        <AddDialog
          card={card}
          {...adding}
          onType={(type) => setAdding({ ...adding, type })}
          capture={capture}
          onClose={() => setAdding(null)}
        />
      )}
      {open !== undefined && (
        <DocumentDialog
          key={open.id}
          card={card}
          document={open}
          kept={keptOf(open.file?.sha256)}
          capture={capture}
          onClose={() => setOpenId(null)}
        />
      )}
    </Page>
  );
}

function MissingRow({ line, onAdd }: { line: ChecklistLine; onAdd: () => void }) {
  const text = useText();
  const { t } = text;
  const { form } = documentTypes[line.type];
  const facts = [sourceName(t, line.type), formName(t, form), dueWords(text, line.dueOn, line.overdue)];
  return (
    <PressRow
      title={typeName(t, line.type)}
      detail={facts.filter((fact) => fact !== null).join(' · ')}
      end={<Pill tone={line.overdue ? 'wrong' : 'wait'}>{t('document.state.missing')}</Pill>}
      onPress={onAdd}
    />
  );
}

interface ResumeProps {
  card: Card;
  /** With the document that was to get its file, or null for a new one. */
  onGo: (type: DocumentType, documentId: string | null) => void;
  onForget: () => void;
}

/** The phone closed the app under the camera: what was meant is offered again. */
function Resume({ card, onGo, onForget }: ResumeProps) {
  const { t } = useText();
  const [pending, dismiss] = usePendingCapture(card.id);
  if (pending === null) return null;
  const type = isDocumentType(pending.type) ? pending.type : 'other';
  return (
    <Note
      tone="wait"
      live
      title={t('document.resume', { type: typeName(t, type) })}
      actions={
        <>
          <Button
            look="plain"
            onPress={() => {
              dismiss();
              onGo(type, pending.isKnown ? pending.documentId : null);
            }}
          >
            {t('document.row.resume')}
          </Button>
          <Button
            look="plain"
            onPress={() => {
              dismiss();
              onForget();
            }}
          >
            {t('document.resume.no')}
          </Button>
        </>
      }
    >
      <p>{t('document.resumeBody')}</p>
    </Note>
  );
}
