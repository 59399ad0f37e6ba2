import { createHash } from 'node:crypto';
import type { DocumentFile } from '@cession/shared/document/document.ts';
import type { FileParts } from '@cession/shared/document/file-answers.ts';
import { partCount, partLength } from '@cession/shared/document/file-parts.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { expectedFile, type ExpectedFile } from './expected-file.ts';
import { dropParts, keepPart, lockFile, partsThere } from './file-store.ts';

export interface TakeParts {
  readonly database: Database;
  /** Checks the whole and takes it; null where it is right. */
  readonly take: (companyId: string, file: DocumentFile) => Promise<Refusal | null>;
}

export type Taken<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'no'; readonly code: string };

const NOT_EXPECTED = { kind: 'no', code: 'file.not-expected' } as const;

/** Which parts of a file are here: a phone that was killed goes on from there. */
export function tellParts(parts: TakeParts, actor: Actor, sha256: string): Promise<Taken<FileParts>> {
  return expecting(parts, actor, sha256, async (tx, { wanted }) => {
    const { verifiedAt } = await lockFile(tx, actor.companyId, sha256);
    const there = await partsThere(tx, actor.companyId, sha256);
    return { kind: 'ok', value: { parts: there, safeAt: wanted ? null : verifiedAt } };
  });
}

export interface GivenPart {
  readonly sha256: string;
  readonly n: number;
  readonly bytes: Buffer;
  /** What the sender says the part's own hash is. */
  readonly partSha256: string;
}

export function takePart(parts: TakeParts, actor: Actor, given: GivenPart): Promise<Taken<null>> {
  return expecting(parts, actor, given.sha256, async (tx, { file }) => {
    if (partLength(file.byteLength, given.n) !== given.bytes.byteLength) {
      return { kind: 'no', code: 'file.part-wrong-length' };
    }
    const hash = createHash('sha256').update(given.bytes).digest('hex');
    if (hash !== given.partSha256) return { kind: 'no', code: 'file.part-damaged' };
    await keepPart(tx, actor.companyId, given);
    return { kind: 'ok', value: null };
  });
}

/** All parts are here, says the phone. Asked again it hears the same. */
export async function completeFile(
  parts: TakeParts,
  actor: Actor,
  sha256: string,
): Promise<Taken<{ readonly safeAt: Instant }>> {
  const claimed = await expecting<DocumentFile>(parts, actor, sha256, async (tx, { file }) => {
    const { verifiedAt } = await lockFile(tx, actor.companyId, sha256);
    const there = await partsThere(tx, actor.companyId, sha256);
    const isWhole = verifiedAt !== null || there.length === partCount(file.byteLength);
    return isWhole ? { kind: 'ok', value: file } : { kind: 'no', code: 'file.incomplete' };
  });
  if (claimed.kind === 'no') return claimed;
  const refusal = await parts.take(actor.companyId, claimed.value);
  if (refusal !== null) {
    if (refusal.code === 'file.damaged') await forgetParts(parts, actor.companyId, sha256);
    return { kind: 'no', code: refusal.code };
  }
  return expecting(parts, actor, sha256, async (tx) => {
    const { verifiedAt } = await lockFile(tx, actor.companyId, sha256);
    return verifiedAt === null ? NOT_EXPECTED : { kind: 'ok', value: { safeAt: verifiedAt } };
  });
}

function expecting<T>(
  { database }: TakeParts,
  actor: Actor,
  sha256: string,
  work: (tx: CompanyTransaction, expected: ExpectedFile) => Promise<Taken<T>>,
): Promise<Taken<T>> {
  return inCompany(database, actor.companyId, {}, async (tx) => {
    const expected = await expectedFile(tx, actor, sha256);
    return expected === null ? NOT_EXPECTED : work(tx, expected);
  });
}

function forgetParts({ database }: TakeParts, companyId: string, sha256: string): Promise<void> {
  return inCompany(database, companyId, {}, (tx) => dropParts(tx, companyId, sha256));
}
