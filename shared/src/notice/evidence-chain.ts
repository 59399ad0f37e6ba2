import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { toBase64Url, utf8, utf8Length } from './evidence-bytes.ts';
import {
  NO_EVENT_BEFORE,
  type EvidenceBundle,
  type EvidenceCrypto,
  type EvidenceEvent,
  type EvidenceOf,
  type EvidenceType,
  type PublicKey,
  type SignBytes,
  type SignedEvent,
} from './evidence.ts';
import type { CeremonyId, NoticeId } from './notice.ts';
import { signedText } from './signed-text.ts';

/** What happened, before it has its place in the chain. */
export interface NewEvent<T extends EvidenceType = EvidenceType> {
  readonly ceremonyId: CeremonyId;
  readonly type: T;
  /** Device clock. */
  readonly at: Instant;
  /** Whole milliseconds since the page began. */
  readonly mono: number;
  readonly session: string;
  readonly data: EvidenceOf<T>['data'];
}

/** The next link: numbered, tied to the one before, hashed and signed. The chain itself is not changed. */
export async function appendEvent<T extends EvidenceType>(
  chain: readonly SignedEvent[],
  event: NewEvent<T>,
  crypto: Pick<EvidenceCrypto, 'sha256'>,
  sign: SignBytes,
): Promise<SignedEvent> {
  // The parts of NewEvent<T> make up the event of type T; the compiler does not follow that through the union.
  const body = { ...event, v: 1, seq: chain.length, prev: headOf(chain) } as unknown as EvidenceEvent;
  const bytes = signedText('event', body);
  const [hash, signature] = await Promise.all([crypto.sha256(bytes), sign(bytes)]);
  return { body, hash, sig: toBase64Url(signature) };
}

/** The last link: says how many there are, itself included, and how it ended. */
export function closeChain(
  chain: readonly SignedEvent[],
  event: Omit<NewEvent<'closed'>, 'type' | 'data'> & { readonly outcome: EvidenceOf<'closed'>['data']['outcome'] },
  crypto: Pick<EvidenceCrypto, 'sha256'>,
  sign: SignBytes,
): Promise<SignedEvent> {
  const { outcome, ...when } = event;
  const data = { outcome, count: chain.length + 1, before: headOf(chain) };
  return appendEvent(chain, { ...when, type: 'closed', data }, crypto, sign);
}

/** Hash of the last event; 64 zeros before the first. */
export function headOf(chain: readonly SignedEvent[]): string {
  return chain.at(-1)?.hash ?? NO_EVENT_BEFORE;
}

export function toBundle(
  given: { readonly ceremonyId: CeremonyId; readonly noticeId: NoticeId },
  deviceKey: { readonly id: string; readonly publicKey: PublicKey },
  events: readonly SignedEvent[],
): EvidenceBundle {
  const { ceremonyId, noticeId } = given;
  const { id, publicKey } = deviceKey;
  return { v: 1, ceremonyId, noticeId, deviceKey: { id, publicKey }, events: [...events] };
}

/** The one text of a bundle: canonical JSON (RFC 8785). It is what travels, is hashed and is kept. */
export function bundleText(bundle: EvidenceBundle): string {
  return canonicalJson(bundle);
}

/** SHA-256 of the bundle's text, lower-case hex. */
export function bundleSha256(text: string, crypto: Pick<EvidenceCrypto, 'sha256'>): Promise<string> {
  return crypto.sha256(utf8(text));
}

/** Bytes the bundle's text takes on the wire. */
export function bundleBytes(bundle: EvidenceBundle): number {
  return utf8Length(bundleText(bundle));
}
