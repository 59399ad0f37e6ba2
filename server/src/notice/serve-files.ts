import { isUuid } from '@cession/shared/kernel/id.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';
import { mayReadEvidence } from './may-read-evidence.ts';
import { readCeremony } from './read-ceremony.ts';
import { download, readPaper } from './read-paper.ts';
import { shortCode } from './render-notice.ts';

export interface FileParts {
  readonly database: Database;
  /** The answer for whoever is not let in, else who it is. */
  whoAsks(request: Request): Promise<Actor | Response>;
  /** An answer in the app's own words for refusals. */
  refuse(status: 404 | 405, code: string, sentence: string): Response;
}

const PATH = /^\/files\/(paper|evidence)\/([^/]+)$/;

/** `/files/paper/<ceremony>`: the sealed PDF. `/files/evidence/<ceremony>`: the evidence as it arrived, to the byte. */
export function serveNoticeFiles({ database, whoAsks, refuse }: FileParts): (request: Request) => Promise<Response> {
  const nothing = (): Response => refuse(404, 'file.not-found', 'There is no such file.');
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(405, 'method.not-allowed', 'Files are only read here.');
    const actor = await whoAsks(request);
    if (actor instanceof Response) return actor;
    const [, kind, id] = PATH.exec(new URL(request.url).pathname) ?? [];
    if (id === undefined || !isUuid(id)) return nothing();
    return inCompany(database, actor.companyId, { accessMode: 'read only' }, async (tx) => {
      const file = await readCeremony(tx, actor.companyId, id);
      if (file === null || !mayReadEvidence(actor, file.ceremony)) return nothing();
      const name = `notice-${shortCode(file.notice.dataSha256)}-${file.ceremony.outcome}`;
      if (kind === 'evidence') return download(file.kept.raw, 'application/json', `${name}-evidence.json`);
      const paper = await readPaper(tx, actor.companyId, file.ceremony.id);
      return paper === null ? nothing() : download(paper.bytes, 'application/pdf', `${name}.pdf`);
    });
  };
}
