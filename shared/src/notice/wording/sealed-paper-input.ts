import type { Instant } from '../../kernel/instant.ts';
import type { EvidenceBundle } from '../evidence.ts';
import type { NoticeData } from '../notice-data.ts';
import type { PaperLanguage } from '../paper-document.ts';

/** Three times with plain labels: none of them is said to be more than it is. */
export interface SealTimes {
  /** Device clock at the end of the ceremony. */
  readonly deviceSaid: Instant;
  /** The server's beacon the tablet named; null: it had never been in contact. */
  readonly notBefore: Instant | null;
  /** Arrival at the server. */
  readonly notAfter: Instant;
  /** The zone the tablet stood in, with its offset on that day; null: only UTC is printed. */
  readonly zone: { readonly name: string; readonly offsetMinutes: number } | null;
}

export interface SealedPaperInput {
  readonly data: NoticeData;
  /** The language the notice was shown in last. */
  readonly language: PaperLanguage;
  /** First eight hex digits of the data's SHA-256. */
  readonly code: string;
  readonly bundle: EvidenceBundle;
  /** Dates the file. */
  readonly receivedAt: Instant;
  readonly times: SealTimes;
  /** Keys of EVIDENCE_CHECKS that held. */
  readonly checksPassed: readonly string[];
  /** Those that did not hold, where a person accepted the record all the same. */
  readonly checksFailed?: readonly string[];
  /** Keys of EVIDENCE_REMARKS. */
  readonly remarks?: readonly string[];
  /** SHA-256 of the paper that was shown. */
  readonly pdfSha256: string;
  readonly verifyAddress: string;
}
