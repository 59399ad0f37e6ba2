import { cardDocuments, DocumentFile } from '@cession/shared/document/document.ts';
import { err, ok } from '@cession/shared/kernel/result.ts';
import { defineMutator } from '@cession/shared/sync/mutator.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import { documentsOfFileIn } from '../document/documents-of.ts';
import { findFault, lockFile, markVerified } from '../document/file-store.ts';
import { effectOf } from '../sync/effect.ts';
import { endWaiting } from './end-waiting.ts';

/** The last part of a file is here. Done by the server for whoever sent it, never asked for by a person. */
export const fileArrived = defineMutator({
  name: 'document.file-arrived',
  version: 1,
  args: DocumentFile,
  reads: () => ({}),
  decide: (_rows, _args, { receivedAt }) => (receivedAt === null ? err({ code: 'permission.denied' }) : ok([])),
});

/**
 * In one transaction: the whole is checked, every document that names it has its bytes, and every hand-over that waited
 * for nothing else enters the queue. Doing it again changes nothing.
 */
export const takeFile = effectOf(fileArrived, {
  check: async ({ tx, actor, args }) => {
    const file = await lockFile(tx, actor.companyId, args.sha256);
    if (file.verifiedAt !== null) {
      const isIt = file.byteLength === args.byteLength && file.mediaType === args.mediaType;
      return isIt ? null : { code: 'file.wrong-type' };
    }
    const fault = await findFault(tx, actor.companyId, args);
    return fault === null ? null : { code: fault };
  },
  after: async (context) => {
    const { tx, actor, args, now } = context;
    const file = await lockFile(tx, actor.companyId, args.sha256);
    if (file.verifiedAt === null) await markVerified(tx, actor.companyId, args, now);
    const named = await documentsOfFileIn(context, args.sha256);
    const arrived = named
      .filter(
        ({ bytesAt, file: given }) =>
          bytesAt === null && given?.byteLength === args.byteLength && given.mediaType === args.mediaType,
      )
      .map((document) => ({ ...document, bytesAt: file.verifiedAt ?? now }));
    const changes: Change[] = arrived.map((document) => cardDocuments.put(document));
    for (const cardId of new Set(arrived.map((document) => document.cardId))) {
      changes.push(...(await endWaiting(cardId, context, arrived)));
    }
    return changes;
  },
});
