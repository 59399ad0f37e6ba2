import type { Card } from '@cession/shared/card/card.ts';
import { addDocument } from '@cession/shared/document/add-document.ts';
import { attachFile } from '@cession/shared/document/change-document.ts';
import { dueDayOf } from '@cession/shared/document/document-checklist.ts';
import { documentTypeOf, type DocumentType } from '@cession/shared/document/document-kinds.ts';
import {
  FILE_LIMITS,
  type CardDocument,
  type DocumentFile,
  type DocumentId,
} from '@cession/shared/document/document.ts';
import { useEffect, useState } from 'react';
import { now } from '../device/clock.ts';
import { holdReload } from '../device/hold-reload.ts';
import { newId } from '../device/new-id.ts';
import { sha256 } from '../device/sha256.ts';
import { notSavedText } from '../people/not-saved-text.ts';
import { useSession } from '../people/session.tsx';
import { StorageFailure } from '../store/local-store.ts';
import { useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import type { Text } from '../text/texts.ts';
import { showToast } from '../ui/toast.tsx';
import { typeName } from './document-words.ts';
import { noteCapture, readCapture, type PendingCapture } from './pending-capture.ts';
import type { NotPrepared, PreparedFile } from './prepare-file.ts';
import { useFileBox } from './use-documents.ts';

/** What is to be photographed: something new, or the file of a document that is there. */
export interface Target {
  readonly type: DocumentType;
  readonly document: CardDocument | null;
}

export interface Capture {
  readonly busy: boolean;
  /** Why the last one was not added, in words. */
  readonly problem: string | null;
  forget(): void;
  /** Writes down what is about to be photographed; the camera may open when it resolves. */
  begin(target: Target): Promise<void>;
  /** Nothing was picked. */
  cancel(): void;
  /** Answers whether it is safe on this phone. */
  take(target: Target, picked: File): Promise<boolean>;
  /** Notes that a document will come. */
  promise(type: DocumentType): Promise<boolean>;
}

/** The way of a picture from the camera into the phone's storage: nothing is called saved before it is. */
export function useCapture(card: Card, count: number): Capture {
  const { t } = useText();
  const { db } = useSession();
  const { perform } = useSync();
  const keep = useKeepPicked(card, count);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => (busy ? holdReload('a photo is being saved') : undefined), [busy]);
  const note = async (capture: PendingCapture | null): Promise<void> => {
    if (db !== null) await noteCapture(db, capture).catch(() => undefined);
  };
  const settle = (words: string | null, done: string): boolean => {
    setProblem(words);
    if (words === null) showToast(done);
    return words === null;
  };
  return {
    ...{ busy, problem },
    forget: () => setProblem(null),
    begin: ({ type, document }) =>
      note({ cardId: card.id, documentId: document?.id ?? '', type, isKnown: document !== null }),
    cancel: () => void note(null),
    take: async (target, picked) => {
      setBusy(true);
      const words = await keep(target, picked).finally(() => setBusy(false));
      if (words === null) await note(null);
      return settle(words, t('document.added', { type: typeName(t, target.type) }));
    },
    promise: async (type) => {
      const saved = await perform(addDocument, addArgs(card, type, '', null));
      const words = saved.ok ? null : notSavedText(t, saved.error);
      return settle(words, t('document.promised', { type: typeName(t, type) }));
    },
  };
}

/** Bytes first, then what they are: a document never names bytes that are nowhere. Answers why not, in words. */
function useKeepPicked(card: Card, count: number): (target: Target, picked: File) => Promise<string | null> {
  const text = useText();
  const { t } = text;
  const box = useFileBox();
  const { perform } = useSync();
  const save = async ({ type, document }: Target, name: string, { bytes, mediaType }: PreparedFile) => {
    const file = { sha256: await sha256(bytes), byteLength: bytes.byteLength, mediaType };
    const kept = await box.keep(file, bytes, now());
    if (!kept.ok) return t(kept.error === 'full' ? 'document.not.full' : 'document.not.storage');
    const fileName = name.slice(-160);
    const saved =
      document === null
        ? await perform(addDocument, addArgs(card, type, fileName, file))
        : await perform(attachFile, { documentId: document.id, cardId: card.id, fileName, file });
    return saved.ok ? null : notSavedText(t, saved.error);
  };
  return async (target, picked) => {
    if (target.document === null && count >= FILE_LIMITS.perCard) {
      return t('document.not.too-many', { limit: FILE_LIMITS.perCard });
    }
    try {
      const { prepareFile } = await import('./prepare-file.ts');
      const prepared = await prepareFile(picked);
      return prepared.ok ? await save(target, picked.name, prepared.value) : notPreparedText(text, prepared.error);
    } catch (failure) {
      if (failure instanceof StorageFailure) return t('document.not.storage');
      throw failure;
    }
  };
}

/** What was being photographed on this card when the phone closed the app; null: nothing. */
export function usePendingCapture(cardId: string): readonly [PendingCapture | null, () => void] {
  const { db } = useSession();
  const [pending, setPending] = useState<PendingCapture | null>(null);
  useEffect(() => {
    let current = true;
    void (db === null ? Promise.resolve(null) : readCapture(db))
      .then((found) => {
        if (current && found?.cardId === cardId) setPending(found);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [db, cardId]);
  return [pending, () => setPending(null)];
}

function addArgs(card: Card, type: DocumentType, fileName: string, file: DocumentFile | null) {
  return {
    documentId: newId() as DocumentId, // a new document's own id
    cardId: card.id,
    ...{ type, fileName, file },
    noticeId: null,
    note: '',
    form: documentTypeOf(type).form,
    dueOn: dueDayOf(type, card),
  };
}

function notPreparedText({ t, formatNumber }: Text, problem: NotPrepared): string {
  const megabytes = (bytes: number) => formatNumber(bytes / 1024 / 1024, { maximumFractionDigits: 1 });
  switch (problem.code) {
    case 'too-large':
      return t('document.not.too-large', { size: megabytes(problem.bytes), limit: megabytes(problem.limit) });
    case 'unknown-type':
    case 'heic':
    case 'unreadable':
    case 'locked':
    case 'empty':
      return t(`document.not.${problem.code}`);
  }
}
