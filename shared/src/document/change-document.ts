import * as z from 'zod/mini';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import {
  description,
  DocumentIds,
  documentIds,
  fileGiven,
  isBeforeAccounting,
  ownDocument,
  rowsOf,
} from './document-args.ts';
import { isDocumentType } from './document-kinds.ts';
import { cardDocuments, type CardDocument, type OriginalState } from './document.ts';
import type { RequiredForm } from './required-form.ts';

/** Says anew what a document is: its type, a note, in which form it counts, when it is due. */
export const describeDocument = defineMutator({
  name: 'document.describe',
  version: 1,
  args: z.object({ ...documentIds, ...description }),
  reads: (args) => rowsOf(args),
  decide: (rows, args, { actor }) => {
    const own = ownDocument(rows, actor);
    if (!own.ok) return own;
    if (!isDocumentType(args.type)) return err({ code: 'document.type-unknown' });
    const { document } = own.value;
    const { type, note, form, dueOn } = args;
    return ok([cardDocuments.put({ ...document, type, note, form, dueOn, original: originalFor(form, document) })]);
  },
});

/** Gives a promised document its file, or takes a better photograph while accounting has not seen the first. */
export const attachFile = defineMutator({
  name: 'document.attach-file',
  version: 1,
  args: z.object({ ...documentIds, ...fileGiven }),
  reads: (args) => rowsOf(args),
  decide: (rows, args, { actor }) => {
    const own = ownDocument(rows, actor);
    if (!own.ok) return own;
    const { card, document } = own.value;
    const isSame = document.file?.sha256 === args.file.sha256;
    // A picture in a sealed hand-over is named by its hash: another one would not be the one that was handed over.
    const isGiven = card.status === 'handed-over' || card.status === 'accepted';
    if (document.file !== null && !isSame && isGiven) return err({ code: 'document.with-accounting' });
    const { fileName, file } = args;
    return ok([
      cardDocuments.put({ ...document, fileName, file, bytesAt: isSame ? document.bytesAt : null, removed: false }),
    ]);
  },
});

/** Takes a document off the card. It can be brought back: nothing is destroyed. */
export const removeDocument = defineMutator({
  name: 'document.remove',
  version: 1,
  args: DocumentIds,
  reads: (args) => rowsOf(args),
  decide: (rows, _args, { actor }) => {
    const own = ownDocument(rows, actor);
    if (!own.ok) return own;
    const { card, document } = own.value;
    if (isBeforeAccounting(card, document)) return err({ code: 'document.with-accounting' });
    return ok([cardDocuments.put({ ...document, removed: true })]);
  },
});

export const restoreDocument = defineMutator({
  name: 'document.restore',
  version: 1,
  args: DocumentIds,
  reads: (args) => rowsOf(args),
  decide: (rows, _args, { actor }) => {
    const own = ownDocument(rows, actor);
    if (!own.ok) return own;
    return ok([cardDocuments.put({ ...own.value.document, removed: false })]);
  },
});

/** A paper that is needed now and was not before is only promised; one that is needed no more is not chased. */
function originalFor(form: RequiredForm, { original }: CardDocument): OriginalState {
  if (form === 'paper-original') return original === 'not-needed' ? 'promised' : original;
  return original === 'received' || original === 'filed' ? original : 'not-needed';
}
