import { parseBundle } from '@cession/shared/notice/evidence-parse.ts';
import type { EvidenceBundle, EvidenceType } from '@cession/shared/notice/evidence.ts';
import { signedText } from '@cession/shared/notice/signed-text.ts';
import { sha256Hex } from './evidence-crypto.ts';

export interface EventHash {
  readonly hash: string;
  readonly eventType: EvidenceType;
  readonly opensCopy: boolean;
}

/**
 * The bundle as it was understood; null for a text that is none, or not the one text of what it says. It says nothing
 * about truth: verification does.
 */
export function readBundle(raw: string): EvidenceBundle | null {
  return parseBundle(raw).bundle;
}

/**
 * Hashes of the events that really hash to them: whoever makes one up cannot put it on the public page. The debtor's
 * tablet shows one made after the copy was given; those open the copy.
 */
export function eventHashes(bundle: EvidenceBundle): EventHash[] {
  const copyGiven = bundle.events.findIndex(({ body }) => body.type === 'copy-given');
  return bundle.events.flatMap(({ body, hash }, place) => {
    if (sha256Hex(signedText('event', body)) !== hash) return [];
    return [{ hash, eventType: body.type, opensCopy: copyGiven >= 0 && place >= copyGiven }];
  });
}
