import { FIRST_INSTANT_MS, instantToMs, LAST_INSTANT_MS, msToInstant, type Instant } from '../kernel/instant.ts';
import { headOf } from './evidence-chain.ts';
import type { EvidenceBundle, EvidenceEvent, EvidenceOf, Objections } from './evidence.ts';
import type { CeremonyId, CeremonyOutcome, NoticeId } from './notice.ts';
import type { PaperLanguage } from './paper-document.ts';

/** What a ceremony came to, read from its events alone. The mutation carries the same beside the bundle. */
export interface CeremonySummary {
  readonly ceremonyId: CeremonyId;
  readonly noticeId: NoticeId;
  readonly outcome: CeremonyOutcome;
  readonly head: string;
  /** The paper last on the glass; where none was, the one that was prepared. */
  readonly pdfSha256: string;
  readonly language: PaperLanguage;
  readonly deviceKey: string;
  /** Those who signed; where nobody did, those who were named for it. */
  readonly signerNames: readonly string[];
  /** Device clock. */
  readonly closedAt: Instant;
  /** The same moment, put right by how far the device's clock was off when it last reached the server. */
  readonly happenedAt: Instant;
  readonly objections: Objections;
  /** Each of all who signed. */
  readonly debtConfirmed: boolean;
  readonly defencesWaived: boolean;
}

/** Reads the summary out of a bundle; null for one that was not prepared or not closed. */
export function summaryOf(bundle: EvidenceBundle): CeremonySummary | null {
  const events = bundle.events.map(({ body }) => body);
  const prepared = events[0];
  const closed = events.at(-1);
  if (prepared?.type !== 'prepared' || closed?.type !== 'closed') return null;
  const shown = lastOf(events, 'shown');
  const signed = events.filter((event) => event.type === 'signed');
  const signers = prepared.data.signers.filter(
    (_, at) => signed.length === 0 || signed.some((one) => one.data.signer === at),
  );
  return {
    ceremonyId: bundle.ceremonyId,
    noticeId: bundle.noticeId,
    outcome: closed.data.outcome,
    head: headOf(bundle.events),
    pdfSha256: shown?.data.pdfSha256 ?? prepared.data.pdfSha256,
    language: shown?.data.language ?? prepared.data.language,
    deviceKey: bundle.deviceKey.id,
    signerNames: signers.map(({ name }) => name),
    closedAt: closed.at,
    happenedAt: putRight(closed.at, prepared.data.clock.offsetMs),
    objections: objectionsOf(signed),
    debtConfirmed: signed.length > 0 && signed.every(({ data }) => data.confirmsDebt),
    defencesWaived: signed.length > 0 && signed.every(({ data }) => data.waivesDefences),
  };
}

/** A clock said to be off by more than this is no clock to reckon with. */
const MOST_OFF_MS = 5 * 365 * 24 * 3_600_000;

function putRight(at: Instant, offsetMs: number | null): Instant {
  if (offsetMs === null || Math.abs(offsetMs) > MOST_OFF_MS) return at;
  const ms = instantToMs(at) - offsetMs;
  // A clock at the end of the calendar cannot be put right beyond it.
  return ms < FIRST_INSTANT_MS || ms > LAST_INSTANT_MS ? at : msToInstant(ms);
}

/** One list counts for all; "none" only where everybody who signed said so. Silence stays silence. */
export function objectionsOf(signed: readonly EvidenceOf<'signed'>[]): Objections {
  const lists = signed.flatMap(({ data }) => (data.objections.stated === 'list' ? [data.objections.text] : []));
  if (lists.length > 0) return { stated: 'list', text: [...new Set(lists)].join('\n').slice(0, 2000).toWellFormed() };
  const none = signed.length > 0 && signed.every(({ data }) => data.objections.stated === 'none');
  return { stated: none ? 'none' : 'not-stated' };
}

function lastOf<T extends EvidenceEvent['type']>(events: readonly EvidenceEvent[], type: T): EvidenceOf<T> | undefined {
  // findLast compares the discriminant, which the compiler does not follow for a generic T.
  return events.findLast((event) => event.type === type) as EvidenceOf<T> | undefined;
}
