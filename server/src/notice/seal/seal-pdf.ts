import { PDF } from '@libpdf/core';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { isSameBytes } from '@cession/shared/paper/verifier/der.ts';
import { verifySealedPdf } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { sealExpiry } from './expiry-alarm.ts';
import type { SealKey } from './seal-key.ts';

export interface SealWish {
  /** Shown by readers of PDF beside the seal. */
  readonly reason: string;
  readonly location: string;
  readonly now: Date;
}
export interface Sealed {
  readonly sealed: Uint8Array;
  readonly level: 'B-B';
}
/** `words` are for the log: no debtor reads them. */
export interface SealRefusal {
  readonly code: 'seal-expired' | 'already-sealed' | 'seal-not-verified';
  readonly words: string;
}

/** Room for a seal with a qualified chain and a time stamp with another one; a stamp is later put into what is left. */
const ROOM = 24_576;
const NOT_ABOUT_THE_SEAL = 'attachments.present';

/**
 * Seals a PDF (PAdES baseline B, SHA-256) as an addition to it: the given bytes stay the beginning of the file. What comes
 * out was verified by the strict verifier before anyone gets it. Throws when the library cannot read the PDF.
 */
export async function sealPdf(
  bytes: Uint8Array,
  key: Pick<SealKey, 'signer' | 'roots'>,
  { reason, location, now }: SealWish,
): Promise<Result<Sealed, SealRefusal>> {
  const expiry = sealExpiry(key.signer.certificate, now);
  if (expiry.state === 'expired' || expiry.state === 'not-yet')
    return err({ code: 'seal-expired', words: expiry.words });
  if (Buffer.from(bytes).includes('/ByteRange'))
    return err({ code: 'already-sealed', words: 'the file has a signature in it already' });
  const pdf = await PDF.load(bytes);
  const { bytes: sealed } = await pdf.sign({
    signer: key.signer,
    level: 'B-B',
    digestAlgorithm: 'SHA-256',
    estimatedSize: ROOM,
    fieldName: 'FactorSeal',
    reason: withoutEscapes(reason),
    location: withoutEscapes(location),
    signingTime: now,
  });
  const { checks } = await verifySealedPdf(sealed, { roots: key.roots, at: now });
  const broken = checks.filter((check) => !check.ok && check.check !== NOT_ABOUT_THE_SEAL);
  const isPrefix = isSameBytes(sealed.subarray(0, bytes.length), bytes);
  if (broken.length === 0 && isPrefix) return ok({ sealed, level: 'B-B' });
  const found = broken.map(({ check, detail }) => `${check}: ${detail ?? ''}`);
  return err({
    code: 'seal-not-verified',
    words: [...(isPrefix ? [] : ['the original bytes were rewritten']), ...found].join('; '),
  });
}

/** The library escapes these twice, and readers would show the backslashes. */
function withoutEscapes(text: string): string {
  return text.replace(/[()\\]/g, ' ');
}
