import * as z from 'zod/mini';
import type { Card } from '../card/card.ts';
import { cards } from '../card/card.ts';
import { worksOn } from '../card/works-on.ts';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import type { SyncActor } from '../sync/mutator.ts';
import { cardDocuments, CardDocument, DocumentFile } from './document.ts';

/** Both ids: a phone finds the card with them, and nobody reaches a document through another card. */
export const documentIds = { documentId: idSchema<'document'>(), cardId: idSchema<'card'>() };
export const DocumentIds = z.object(documentIds);

/** What may be said of a document. */
export const description = {
  type: CardDocument.shape.type,
  note: CardDocument.shape.note,
  form: CardDocument.shape.form,
  dueOn: CardDocument.shape.dueOn,
};

/** The photograph or file itself, as it is kept on the phone. */
export const fileGiven = {
  fileName: CardDocument.shape.fileName,
  file: DocumentFile,
};

export const rowsOf = (args: z.infer<typeof DocumentIds>) => ({
  card: cards.ref(args.cardId),
  document: cardDocuments.ref(args.documentId),
});

interface Found {
  readonly card: Card | null;
  readonly document: CardDocument | null;
}

/** The card and its document, for whoever works on the card. */
export function ownDocument({ card, document }: Found, actor: SyncActor) {
  if (!card || !worksOn(card, actor)) return err({ code: 'card.not-found' });
  if (!document || document.cardId !== card.id) return err({ code: 'document.not-found' });
  return ok({ card, document });
}

/** Accounting has this picture before it, or had: it stays as it is. What never arrived may still go. */
export function isBeforeAccounting(card: Card, document: CardDocument): boolean {
  const given = card.status === 'handed-over' || card.status === 'accepted';
  return given && document.file !== null && document.bytesAt !== null;
}
