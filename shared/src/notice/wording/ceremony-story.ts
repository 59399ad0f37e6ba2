import type { EvidenceBundle, EvidenceEvent, EvidenceOf, EvidenceType, SignerIdentity } from '../evidence.ts';
import type { CeremonyOutcome } from '../notice.ts';
import type { PaperLanguage } from '../paper-document.ts';

export interface SignedStory {
  readonly event: EvidenceOf<'signed'>;
  readonly signer: SignerIdentity;
  /** The language the signer agreed in: their statement was read in it. */
  readonly language: PaperLanguage;
}

/** A bundle told for people: who, what, in which language. */
export interface CeremonyStory {
  readonly prepared: EvidenceOf<'prepared'>;
  readonly events: readonly EvidenceEvent[];
  readonly outcome: CeremonyOutcome;
  readonly signed: readonly SignedStory[];
  readonly consents: readonly EvidenceOf<'consented'>[];
  readonly shown: readonly EvidenceOf<'shown'>[];
  readonly witnessed: EvidenceOf<'witnessed'> | null;
  /** The signer's: of the last consent, else of what was last shown. */
  readonly language: PaperLanguage;
  /** Hash of the last event. */
  readonly head: string;
}

/** Reads a verified bundle. One without `prepared` first and `closed` last throws RangeError: it cannot be verified. */
export function ceremonyStory(bundle: EvidenceBundle): CeremonyStory {
  const events = bundle.events.map(({ body }) => body);
  const prepared = events[0];
  const closed = events.at(-1);
  if (prepared?.type !== 'prepared' || closed?.type !== 'closed') throw new RangeError('not a closed ceremony');
  const consents = ofType(events, 'consented');
  const shown = ofType(events, 'shown');
  const last = consents.at(-1)?.data.consent.language ?? shown.at(-1)?.data.language ?? prepared.data.language;
  return {
    prepared,
    events,
    outcome: closed.data.outcome,
    signed: ofType(events, 'signed').flatMap((event) => {
      const signer = prepared.data.signers[event.data.signer];
      const consent = consents.findLast((each) => each.data.signer === event.data.signer && each.seq < event.seq);
      return signer === undefined ? [] : [{ event, signer, language: consent?.data.consent.language ?? last }];
    }),
    consents,
    shown,
    witnessed: ofType(events, 'witnessed').at(-1) ?? null,
    language: last,
    head: bundle.events.at(-1)?.hash ?? '',
  };
}

export function ofType<T extends EvidenceType>(events: readonly EvidenceEvent[], type: T): readonly EvidenceOf<T>[] {
  // The filter keeps exactly the events of this type.
  return events.filter((event) => event.type === type) as readonly EvidenceEvent[] as readonly EvidenceOf<T>[];
}
