import type { ClosedCeremony } from '@cession/client/notice/ceremony-record/ceremony-shelf.ts';
import { bundleSha256, bundleText } from '@cession/shared/notice/evidence-chain.ts';
import { NO_EVENT_BEFORE, type EvidenceBundle, type SignedEvent } from '@cession/shared/notice/evidence.ts';
import { signedText } from '@cession/shared/notice/signed-text.ts';
import { crypto } from '../../sync/ceremony-world.ts';
import type { Dice } from '../world.ts';

/** Somebody changed what happened: carelessly, or with every hash made to fit. Only the signatures cannot be made. */
export async function forged(closed: ClosedCeremony, dice: Dice): Promise<ClosedCeremony> {
  const bundle = JSON.parse(closed.bundle) as EvidenceBundle; // the recorder's own text
  const at = dice.below(bundle.events.length);
  const edited = bundle.events.map((event, place) => (place === at ? later(event) : event));
  const events = dice.chance(70) ? await rehashed(edited) : edited;
  const text = bundleText({ ...bundle, events });
  const head = events.at(-1)?.hash ?? closed.head;
  return { ...closed, bundle: text, bundleSha256: await bundleSha256(text, crypto), head };
}

/** A moment more between handing over and signing, say. */
function later(event: SignedEvent): SignedEvent {
  return { ...event, body: { ...event.body, mono: event.body.mono + 1 } };
}

async function rehashed(events: readonly SignedEvent[]): Promise<SignedEvent[]> {
  const chain: SignedEvent[] = [];
  for (const { body, sig } of events) {
    const prev = chain.at(-1)?.hash ?? NO_EVENT_BEFORE;
    const linked = body.type === 'closed' ? { ...body, prev, data: { ...body.data, before: prev } } : { ...body, prev };
    chain.push({ body: linked, hash: await crypto.sha256(signedText('event', linked)), sig });
  }
  return chain;
}
