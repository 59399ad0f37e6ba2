import type { Acknowledged, Violation } from '../world.ts';
import { fileKey, hasTakenEffect, type Look, type Memory } from './memory.ts';

/** I13: no document is called saved without its bytes. I14: bytes stay until the server has verified them. */
export function lostFiles(memory: Memory, look: Look): Violation[] {
  return look.phones.flatMap(({ phone, disk }) => {
    const { companyId } = phone.actor;
    const here = new Set(disk.files.map(({ sha256 }) => sha256));
    const isThere = (sha256: string) => look.files.has(fileKey(companyId, sha256));
    const before = memory.files.get(phone.name) ?? new Set();
    memory.files.set(phone.name, here);
    const dropped = [...before].filter((sha256) => !here.has(sha256) && !isThere(sha256));
    const bare = [...memory.saved.values()].filter(
      (saved) => saved.phone === phone.name && isBare(memory, saved, (sha256) => here.has(sha256) || isThere(sha256)),
    );
    return [
      ...dropped.map((sha256) => ({ invariant: 'I14', what: `${phone.name} let go of ${short(sha256)} too early` })),
      ...bare.map(({ id }) => ({ invariant: 'I13', what: `${phone.name} saved document ${id} without its bytes` })),
      ...disk.files
        .filter(({ isWhole, state }) => !isWhole && state === 'waiting')
        .map(({ sha256 }) => ({ invariant: 'I13', what: `${phone.name} keeps only a part of ${short(sha256)}` })),
    ];
  });
}

function isBare(memory: Memory, saved: Acknowledged, isKept: (sha256: string) => boolean): boolean {
  const sha256 = fileOf(saved);
  // A restored server may have lost what a phone was right to let go of.
  if (sha256 === null || memory.gone.has(saved.id) || memory.handled.has(saved.id) || memory.restores > 0) return false;
  return !isKept(sha256);
}

function fileOf({ name, args }: Acknowledged): string | null {
  // Arguments that this play gave.
  return name === 'document.add' ? ((args as { file: { sha256: string } | null }).file?.sha256 ?? null) : null;
}

function short(sha256: string): string {
  return sha256.slice(0, 8);
}

/** I14, in the end: every document the server knows has its bytes there, whole, and its row says so. */
export function missingFiles(memory: Memory, look: Look): Violation[] {
  if (memory.restores > 0) return [];
  const rows = new Map(look.rows.map((row) => [`${row.table}:${row.id}`, row]));
  const done = new Set(look.ledger.filter(({ verdict }) => hasTakenEffect(verdict)).map(({ id }) => id));
  return [...memory.saved.values()].flatMap((saved) => {
    const sha256 = fileOf(saved);
    if (sha256 === null || !done.has(saved.id) || memory.wiped.has(saved.phone)) return [];
    const { documentId, cardId } = saved.args as { documentId: string; cardId: string }; // as above
    const document = rows.get(`card-documents:${documentId}`);
    const card = rows.get(`cards:${cardId}`);
    if (document?.isLive !== true || card?.isLive !== true || document.row['removed'] === true) return [];
    // Nobody who holds the bytes works on the card any more.
    const mayRead = [card.row['ownerId'], ...(card.row['helpers'] as readonly string[])];
    if (!mayRead.includes(saved.userId)) return [];
    if (look.files.has(fileKey(saved.companyId, sha256)) && document.row['bytesAt'] !== null) return [];
    return [{ invariant: 'I14', what: `the bytes of document ${documentId} never arrived whole` }];
  });
}
