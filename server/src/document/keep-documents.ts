import { addDocument } from '@cession/shared/document/add-document.ts';
import { cardDocuments, FILE_LIMITS, type CardDocument } from '@cession/shared/document/document.ts';
import { effectOf, type AfterContext, type Effect } from '../sync/effect.ts';
import { documentsOfCardIn } from './documents-of.ts';
import { lockFile } from './file-store.ts';

/** A card is no archive: beyond the limit somebody has to look first. */
export const limitDocuments = effectOf(addDocument, {
  check: async (context) => {
    const { card } = context.rows;
    if (!card) return null;
    const kept = (await documentsOfCardIn(context, card.id)).filter(({ removed }) => !removed);
    return kept.length < FILE_LIMITS.perCard ? null : { code: 'document.too-many', limit: FILE_LIMITS.perCard };
  },
});

/** Where the same content has been sent before, nothing has to travel: the document has its bytes at once. */
export const knowBytes: Effect = {
  after: async (context) => {
    const document = written(context);
    if (!document?.file || document.bytesAt !== null) return [];
    const { byteLength, mediaType, verifiedAt } = await lockFile(
      context.tx,
      context.actor.companyId,
      document.file.sha256,
    );
    const isIt = document.file.byteLength === byteLength && document.file.mediaType === mediaType;
    return verifiedAt !== null && isIt ? [cardDocuments.put({ ...document, bytesAt: verifiedAt })] : [];
  },
};

function written(context: AfterContext): CardDocument | null {
  const change = context.changes.find(({ table, op }) => table === cardDocuments.name && op === 'put');
  return change?.op === 'put' ? (change.row as CardDocument) : null; // rows of this table are documents
}
