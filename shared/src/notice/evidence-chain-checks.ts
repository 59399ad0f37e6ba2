import { fromBase64Url } from './evidence-bytes.ts';
import { failed, foundFirst, passed, type Findings, type Found } from './evidence-findings.ts';
import { NO_EVENT_BEFORE, type EvidenceBundle, type EvidenceCrypto, type SignedEvent } from './evidence.ts';
import { signedText } from './signed-text.ts';

/** The chain by itself: whose events, how many, in which order, and whether each is as it was signed. */
export async function chainChecks(bundle: EvidenceBundle, crypto: EvidenceCrypto): Promise<Findings> {
  const { events } = bundle;
  const looked = await Promise.all(events.map((event) => lookAt(event, bundle, crypto)));
  return {
    'chain.ceremony': foundFirst(
      events.map(({ body }, at) =>
        body.ceremonyId === bundle.ceremonyId ? null : `event ${at} is of another ceremony, ${body.ceremonyId}`,
      ),
    ),
    'chain.sequence': sequenceOf(events),
    'chain.hashes': foundFirst(
      looked.map(({ hashFits }, at) => (hashFits ? null : `event ${at} was edited: its hash does not fit`)),
    ),
    'chain.links': foundFirst(
      events.map(({ body }, at) =>
        body.prev === (events[at - 1]?.hash ?? NO_EVENT_BEFORE)
          ? null
          : `event ${at} does not follow the event before it`,
      ),
    ),
    'chain.signatures': foundFirst(
      looked.map(({ signatureFits }, at) => (signatureFits ? null : `event ${at} was not signed by this device`)),
      `${events.length} signatures`,
    ),
    'chain.closed': closedOf(events),
  };
}

async function lookAt({ body, hash, sig }: SignedEvent, { deviceKey }: EvidenceBundle, crypto: EvidenceCrypto) {
  const bytes = signedText('event', body);
  const signature = fromBase64Url(sig);
  const hashFits = (await crypto.sha256(bytes)) === hash;
  const signatureFits = signature?.length === 64 && (await crypto.verify(deviceKey.publicKey, signature, bytes));
  return { hashFits, signatureFits };
}

function sequenceOf(events: readonly SignedEvent[]): Found {
  for (const [at, { body }] of events.entries()) {
    if (body.seq === at) continue;
    const before = events.slice(0, at).some((other) => other.body.seq === body.seq);
    if (before) return failed(`event ${body.seq} stands twice`);
    const later = events.slice(at + 1).some((other) => other.body.seq === at);
    return failed(later ? `event ${body.seq} stands before event ${at}` : `event ${at} was left out`);
  }
  return passed(`${events.length} events`);
}

function closedOf(events: readonly SignedEvent[]): Found {
  const last = events.at(-1)?.body;
  if (last?.type !== 'closed') return failed(`it stops at event ${events.length - 1} without being closed`);
  const { count, before } = last.data;
  if (count !== events.length) return failed(`closed counts ${count} events, there are ${events.length}`);
  if (before !== last.prev) return failed('closed does not name the event before it');
  return passed(`${count} events`);
}
