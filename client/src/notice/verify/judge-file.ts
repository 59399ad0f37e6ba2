import { checkSealedAttachments, type EvidenceFacts } from '@cession/shared/notice/check-sealed-attachments.ts';
import { evidenceCrypto } from '@cession/shared/notice/evidence-crypto.ts';
import type { Check } from '@cession/shared/paper/verifier/check.ts';
import { utf8Text } from '@cession/shared/paper/verifier/utf8-text.ts';
import { verifySealedPdf, type SealFacts } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import type { TrustedRoots } from './ask-register.ts';

/** What the bytes of a file say by themselves. */
export interface FileFindings {
  readonly checks: readonly Check[];
  readonly seal: SealFacts | null;
  readonly evidence: EvidenceFacts | null;
  /** Locked with a password, and for that reason not one of ours. */
  readonly locked: boolean;
  /** Whether it was known whose seals are trusted here. */
  readonly rootsKnown: boolean;
}

/** Looks at everything that lies in a file, here and now. Never throws for a bad file. */
export async function judgeFile(bytes: Uint8Array<ArrayBuffer>, roots: TrustedRoots | null): Promise<FileFindings> {
  const stampRoots = roots !== null && roots.stamp.length > 0 ? { stampRoots: roots.stamp } : {};
  const { checks, seal, attachments } = await verifySealedPdf(bytes, { roots: roots?.seal ?? [], ...stampRoots });
  const isAttached = attachments.length > 0;
  const world = { crypto: evidenceCrypto(crypto.subtle), utf8Text };
  const inside = isAttached ? await checkSealedAttachments(attachments, world) : { checks: [], facts: null };
  return {
    checks: [...checks, ...inside.checks],
    seal: seal ?? null,
    evidence: inside.facts,
    locked: seal === undefined && isLocked(bytes),
    rootsKnown: roots !== null,
  };
}

/** The trailer names the lock (ISO 32000-1, 7.6) and stands near the end, or near the start where the file is linearized. */
function isLocked(bytes: Uint8Array): boolean {
  const latin1 = new TextDecoder('latin1');
  return /\/Encrypt\s/.test(latin1.decode(bytes.subarray(-4096)) + latin1.decode(bytes.subarray(0, 4096)));
}
