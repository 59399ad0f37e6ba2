import { CheckList } from '@cession/shared/paper/verifier/check.ts';
import { NotDer } from '@cession/shared/paper/verifier/der.ts';
import { readSealContainer } from '@cession/shared/paper/verifier/seal-container.ts';
import { findSignedRange } from '@cession/shared/paper/verifier/signed-range.ts';

/**
 * The level of a seal (ETSI EN 319 142-1) from what lies in the file, never from what was asked for. B-LT would need revocation
 * data in a second revision; our files have one and never claim it. undefined: no seal of ours.
 */
export function sealLevelOf(bytes: Uint8Array): 'B-B' | 'B-T' | undefined {
  const range = findSignedRange(bytes, new CheckList());
  if (!range) return undefined;
  try {
    return readSealContainer(range.container).stamp ? 'B-T' : 'B-B';
  } catch (error) {
    if (!(error instanceof NotDer)) throw error;
    return undefined;
  }
}
