/** Somebody who holds an enrolled tablet and writes its evidence by hand, with valid signatures. */
import type { PlayedDevice } from '@cession/server/notice/cli/play-ceremony.ts';
import { serverCrypto } from '@cession/server/notice/evidence-crypto.ts';
import { appendEvent, bundleText, closeChain, toBundle } from '@cession/shared/notice/evidence-chain.ts';
import type { ClaimedSummary } from '@cession/shared/notice/evidence-world.ts';
import type { EvidenceBundle, EvidenceEvent, SignedEvent } from '@cession/shared/notice/evidence.ts';
import { sha256 } from './notice-world.ts';

export interface Forged {
  readonly raw: string;
  readonly summary: ClaimedSummary;
}

/** The ceremony with other events, numbered, chained and signed anew. `edit` leaves out an event by answering null. */
export async function forge(
  { bundle, summary }: { readonly bundle: EvidenceBundle; readonly summary: ClaimedSummary },
  device: PlayedDevice,
  edit: (event: EvidenceEvent) => EvidenceEvent | null,
  claimed: Partial<ClaimedSummary> = {},
): Promise<Forged> {
  const events: SignedEvent[] = [];
  for (const { body } of bundle.events) {
    const { v: _v, seq: _seq, prev: _prev, ...event } = edit(body) ?? { ...body, type: null };
    if (event.type === null) continue;
    const { type: _type, data, ...when } = event;
    if (event.type === 'closed') {
      const { outcome } = data as Extract<EvidenceEvent, { type: 'closed' }>['data']; // of the type just asked for
      events.push(await closeChain(events, { ...when, outcome }, serverCrypto, device.sign));
    } else events.push(await appendEvent(events, event, serverCrypto, device.sign));
  }
  const raw = bundleText(toBundle({ ...bundle }, device, events));
  const head = events.at(-1)?.hash ?? '';
  return { raw, summary: { ...summary, head, bundleSha256: sha256(raw), ...claimed } };
}
