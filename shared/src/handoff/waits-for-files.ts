import type { CardDocument } from '../document/document.ts';
import type { Handoff } from './handoff.ts';

export interface FilesOfHandoff {
  /** Files that have arrived whole. */
  readonly arrived: number;
  /** Files the hand-over names. One that was taken off the card since is waited for no more. */
  readonly total: number;
}

/**
 * How many of the files of a hand-over have reached the server. Accounting sees the card when all have: until then it
 * waits, and only the people of the card know of it.
 */
export function filesOf(handoff: Handoff, documents: readonly CardDocument[]): FilesOfHandoff {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const named = (handoff.snapshot.documents ?? []).flatMap(({ id, sha256 }) => {
    const document = byId.get(id);
    // Another file under the same document is not the one that was handed over, so it is not waited for.
    const isIt = document !== undefined && !document.removed && sha256 !== null && document.file?.sha256 === sha256;
    return isIt ? [document] : [];
  });
  return { arrived: named.filter(({ bytesAt }) => bytesAt !== null).length, total: named.length };
}

export function waitsForFiles(handoff: Handoff, documents: readonly CardDocument[]): boolean {
  const { arrived, total } = filesOf(handoff, documents);
  return arrived < total;
}
