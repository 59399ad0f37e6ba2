import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { CheckList } from '@cession/shared/paper/verifier/check.ts';
import { joinBytes } from '@cession/shared/paper/verifier/der-writer.ts';
import { readSealContainer, writeSealContainer } from '@cession/shared/paper/verifier/seal-container.ts';
import { digest } from '@cession/shared/paper/verifier/signatures.ts';
import { findSignedRange } from '@cession/shared/paper/verifier/signed-range.ts';
import { verifySealedPdf } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import type { StampRefusal, TimestampAuthorities } from './timestamp-authority.ts';

export interface Stamped {
  readonly stamped: Uint8Array;
  readonly level: 'B-T';
  /** What the authority says, ISO 8601. */
  readonly stampedAt: string;
}
export type StampingRefusal =
  | { readonly code: 'no-authority'; readonly tried: StampRefusal['tried'] }
  | { readonly code: 'already-stamped' }
  /** The token is longer than what the seal left free. */
  | { readonly code: 'no-room'; readonly needed: number; readonly room: number }
  | { readonly code: 'not-verified'; readonly words: string };

/**
 * Puts a time stamp into the place the seal reserved: the file keeps its length, no sealed byte and no byte of the signature
 * changes, and there is still one seal over the whole file. `sealed` comes from `sealPdf`; anything else throws.
 */
export async function stampSeal(
  sealed: Uint8Array,
  authorities: TimestampAuthorities,
  judge: {
    readonly roots: readonly Uint8Array[];
    readonly stampRoots: readonly Uint8Array[];
    readonly now: () => Date;
  },
): Promise<Result<Stamped, StampingRefusal>> {
  const range = findSignedRange(sealed, new CheckList());
  if (!range) throw new Error('only a sealed file can be stamped');
  const seal = readSealContainer(range.container);
  if (seal.stamp) return err({ code: 'already-stamped' });
  const answer = await authorities.stamp(await digest('SHA-256', seal.signature));
  if (!answer.ok) return err({ code: 'no-authority', tried: answer.error.tried });
  const container = writeSealContainer({ ...seal, stamp: answer.value.token });
  if (container.length > range.room) return err({ code: 'no-room', needed: container.length, room: range.room });
  const hex = Buffer.from(container)
    .toString('hex')
    .toUpperCase()
    .padEnd(2 * range.room, '0');
  const stamped = joinBytes([range.before, new TextEncoder().encode(`<${hex}>`), range.after]);
  return checked(stamped, await verifySealedPdf(stamped, { ...judge, at: judge.now() }));
}

function checked(
  stamped: Uint8Array,
  { checks, seal }: Awaited<ReturnType<typeof verifySealedPdf>>,
): Result<Stamped, StampingRefusal> {
  const broken = checks.filter(({ check, ok: isGood }) => !isGood && check !== 'attachments.present');
  if (broken.length === 0 && seal?.stampedAt) return ok({ stamped, level: 'B-T', stampedAt: seal.stampedAt });
  return err({
    code: 'not-verified',
    words: broken.map(({ check, detail }) => `${check}: ${detail ?? ''}`).join('; '),
  });
}
