import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { bundleBytes, toBundle } from '@cession/shared/notice/evidence-chain.ts';
import { utf8Length } from '@cession/shared/notice/evidence-bytes.ts';
import type { CeremonyState } from '@cession/shared/notice/evidence-grammar.ts';
import {
  BUNDLE_BYTES,
  type EvidenceBundle,
  type EvidenceOf,
  type EvidenceType,
  type SignedEvent,
} from '@cession/shared/notice/evidence.ts';
import { thinStrokes } from '@cession/shared/notice/thin-strokes.ts';

/** An event around its data: numbers, hashes, signature. Measured at 470, with room for long ids. */
const ENVELOPE_BYTES = 520;
/** What comes after the signature: copies, handing back, a long statement of the witness with a long note, the end. */
const TAIL_BYTES = 8_000;
const CLOSING_BYTES = 700;
/** Reading evidence beyond this is left out: it is the least of what a bundle proves. */
const READING_BYTES = 4_500;
/** A signature this small still shows its shape. */
const LEAST_STROKES_BYTES = 700;

type Bundled = Pick<EvidenceBundle, 'ceremonyId' | 'noticeId' | 'deviceKey'>;

/** Whether one more event leaves room for what must still come. */
export function fits(given: Bundled, events: readonly SignedEvent[], type: EvidenceType, data: unknown): boolean {
  const left = BUNDLE_BYTES - usedBytes(given, events) - eventBytes(data);
  return left >= (type === 'closed' ? 0 : CLOSING_BYTES);
}

/** Reading evidence is welcome as long as it is little. */
export function hasRoomToRead(given: Bundled, events: readonly SignedEvent[]): boolean {
  const read = events.filter(({ body }) => body.type === 'section-read').length * (ENVELOPE_BYTES + 40);
  const left = BUNDLE_BYTES - usedBytes(given, events);
  return read < READING_BYTES && left > TAIL_BYTES + LEAST_STROKES_BYTES * 4 && events.length < MOST_BEFORE_END;
}

/** Of the 200 events a bundle may have, some are for the end. */
const MOST_BEFORE_END = 150;

/** The signature as it fits: each signer who still has to sign gets the same room. */
export function toFit(
  given: Bundled,
  events: readonly SignedEvent[],
  state: CeremonyState,
  data: EvidenceOf<'signed'>['data'],
): EvidenceOf<'signed'>['data'] {
  const { mark } = data;
  if (mark.method === 'typed') return data;
  const needed = state.prepared?.signingRule === 'joint' ? state.prepared.signers.length : 1;
  const toSign = Math.max(1, needed - state.signed.length);
  const left = BUNDLE_BYTES - usedBytes(given, events) - TAIL_BYTES;
  const around = eventBytes({ ...data, mark: { method: mark.method } });
  // Those who come after are identified and consent before they sign.
  const before = toSign > 1 ? 2 * ENVELOPE_BYTES : 0;
  const room = Math.max(LEAST_STROKES_BYTES, Math.floor((left - before) / toSign) - around);
  return { ...data, mark: { ...mark, strokes: thinStrokes(mark.strokes, room) } };
}

function usedBytes(given: Bundled, events: readonly SignedEvent[]): number {
  return bundleBytes(toBundle(given, given.deviceKey, events));
}

function eventBytes(data: unknown): number {
  // Events are plain JSON by their schema.
  return ENVELOPE_BYTES + utf8Length(canonicalJson(data as Parameters<typeof canonicalJson>[0]));
}
