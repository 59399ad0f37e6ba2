import type { Card } from '@cession/shared/card/card.ts';
import { documentChecklist, type ChecklistLine } from '@cession/shared/document/document-checklist.ts';
import { cardDocuments, type CardDocument } from '@cession/shared/document/document.ts';
import { useEffect, useMemo, useState } from 'react';
import { today } from '../card/use-gate.ts';
import { useSession } from '../people/session.tsx';
import { useRows } from '../sync/live.ts';
import { fileBoxOf, type FileBox, type KeptFile } from './file-box.ts';

/** The documents of a card that were not taken off it, oldest first. */
export function useDocuments(cardId: string): readonly CardDocument[] {
  const all = useRows(cardDocuments);
  return useMemo(
    () =>
      all
        .filter((document) => document.cardId === cardId && !document.removed)
        .toSorted((a, b) => (a.addedAt + a.id < b.addedAt + b.id ? -1 : 1)),
    [all, cardId],
  );
}

export function useChecklist(card: Card): readonly ChecklistLine[] {
  const documents = useDocuments(card.id);
  const on = today();
  return useMemo(() => documentChecklist(card, documents, on), [card, documents, on]);
}

/** The bytes of this phone. */
export function useFileBox(): FileBox {
  const { db } = useSession();
  if (db === null) throw new Error('this screen is for a phone');
  return fileBoxOf(db);
}

/** What this phone keeps, by hash; null while it is being read. */
export function useKeptFiles(): ReadonlyMap<string, KeptFile> | null {
  const box = useFileBox();
  const [kept, setKept] = useState<ReadonlyMap<string, KeptFile> | null>(null);
  useEffect(() => {
    let current = true;
    const read = () =>
      void box
        .all()
        .then((files) => {
          if (current) setKept(new Map(files.map((file) => [file.sha256, file])));
        })
        // A phone that cannot be read now says so elsewhere; what was shown stays.
        .catch(() => undefined);
    read();
    const stop = box.subscribe(read);
    return () => {
      current = false;
      stop();
    };
  }, [box]);
  return kept;
}
