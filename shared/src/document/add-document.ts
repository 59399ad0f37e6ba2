import * as z from 'zod/mini';
import { cards, type Card } from '../card/card.ts';
import { worksOn } from '../card/works-on.ts';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator, type MutationContext } from '../sync/mutator.ts';
import { description, documentIds, fileGiven } from './document-args.ts';
import { isDocumentType } from './document-kinds.ts';
import { cardDocuments, type CardDocument } from './document.ts';

const AddDocument = z.object({
  ...documentIds,
  ...description,
  fileName: fileGiven.fileName,
  /** null: promised, nothing in hand yet. */
  file: z.nullable(fileGiven.file),
  noticeId: z.nullable(idSchema<'notice'>()),
});
type AddDocument = z.infer<typeof AddDocument>;

/** Puts a photograph, a file or the promise of one on a card. In every state of the card: papers come late. */
export const addDocument = defineMutator({
  name: 'document.add',
  version: 1,
  args: AddDocument,
  reads: (args) => ({ card: cards.ref(args.cardId), document: cardDocuments.ref(args.documentId) }),
  decide: ({ card, document }, args, context) => {
    if (!card || !worksOn(card, context.actor)) return err({ code: 'card.not-found' });
    if (document) return err({ code: 'document.exists' });
    if (!isDocumentType(args.type)) return err({ code: 'document.type-unknown' });
    return ok([cardDocuments.put(documentOf(card, args, context))]);
  },
});

function documentOf(card: Card, args: AddDocument, { actor, performedAt }: MutationContext): CardDocument {
  const { documentId, cardId, type, note, form, dueOn, fileName, file, noticeId } = args;
  return {
    ...{ id: documentId, cardId, type, note, form, dueOn, fileName, file, noticeId },
    audienceIds: [card.ownerId, ...card.helpers],
    bytesAt: null,
    original: form === 'paper-original' ? 'promised' : 'not-needed',
    moves: [],
    addedBy: actor.userId as UserId, // the session's user
    addedAt: performedAt,
    removed: false,
  };
}
