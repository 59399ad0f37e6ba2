import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { defineQuery } from '../kernel/procedure.ts';
import type { DebtorLimit } from './agreement.ts';
import type { Ceremony, EvidenceCheck } from './ceremony.ts';
import type { EvidenceBundle } from './evidence.ts';
import type { Notice } from './notice.ts';
import type { NoticeGateKey, NoticeGateLine } from './notice-gate.ts';

export interface BoardCeremony {
  readonly ceremonyId: string;
  readonly outcome: Ceremony['outcome'];
  readonly stage: Ceremony['stage'];
  /** Device clock. */
  readonly closedAt: Instant;
  readonly receivedAt: Instant | null;
  readonly level: 'B-B' | 'B-T' | null;
  /** The first check that failed. */
  readonly failedCheck: string | null;
  readonly remarks: readonly string[];
}

/** One notice on the coordinator's board. */
export interface BoardRow {
  readonly noticeId: string;
  readonly cardId: string;
  readonly number: string;
  readonly debtorName: string;
  readonly jurisdiction: Notice['data']['jurisdiction'];
  readonly ownerId: string;
  readonly ownerName: string;
  readonly preparedAt: Instant;
  readonly status: Notice['status'];
  readonly outcome: Notice['outcome'];
  readonly attempts: number;
  readonly refusals: number;
  /** The account it instructs to is not in force any more. */
  readonly needsRenewal: boolean;
  readonly replacedBy: string | null;
  readonly activatedAt: Instant | null;
  /** What still stands between it and being active. Empty once it is. */
  readonly missing: readonly NoticeGateKey[];
  /** The one that decided it; before that the latest. */
  readonly ceremony: BoardCeremony | null;
  /** Of all its ceremonies, those a person must look at. */
  readonly toReview: number;
  /** The debtor asked for proof of the assignment and has not got it; `dueAt` is two business days later, a house rule. */
  readonly proofAsked: { readonly at: Instant; readonly dueAt: Instant } | null;
}

/** Every notice of the company, the latest first; at most 1,000. Contains nothing that reaches a customer. */
export const listNotices = defineQuery(
  'notice.board',
  z.strictObject({ show: z.enum(['all', 'open', 'review', 'renew']) }),
).answers<readonly BoardRow[]>();

/** One notice with all that is known of it. */
export interface NoticeView {
  /** Without telephone numbers for whoever may not reach the customer. */
  readonly notice: Notice;
  readonly numbersHidden: boolean;
  readonly ownerName: string;
  /** Names of the colleagues it speaks of, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** The latest first. */
  readonly ceremonies: readonly Ceremony[];
  /** Empty where nothing is weighed any more: active, withdrawn, replaced. */
  readonly gate: readonly NoticeGateLine[];
  readonly limitId: DebtorLimit['id'] | null;
  readonly needsRenewal: boolean;
  readonly proofAsked: BoardRow['proofAsked'];
}

/** null: not there, or of another company. */
export const showNotice = defineQuery(
  'notice.show',
  z.strictObject({ noticeId: idSchema<'notice'>() }),
).answers<NoticeView | null>();

/** Everything there is about one ceremony, for whoever has to judge it. */
export interface EvidenceView {
  readonly ceremony: Ceremony;
  readonly noticeNumber: string;
  readonly dataSha256: string;
  readonly debtorName: string;
  /** null where the text cannot be read; the raw text can be downloaded all the same. */
  readonly bundle: EvidenceBundle | null;
  readonly bytes: number;
  readonly checks: readonly EvidenceCheck[];
  readonly times: {
    /** When the ceremony was closed, by the device's clock. */
    readonly deviceSaid: Instant;
    /** The server's beacon in the evidence; null: never in contact. */
    readonly notBefore: Instant | null;
    /** When the server had it. */
    readonly notAfter: Instant;
    /** Of the timestamping authority over the seal. */
    readonly stampedAt: Instant | null;
  };
  readonly device: {
    readonly deviceKey: string;
    readonly label: string;
    readonly userName: string;
    readonly notBefore: Instant;
    readonly revokedAt: Instant | null;
    readonly compromisedSince: Instant | null;
  } | null;
  readonly sentByName: string;
  readonly decidedByName: string | null;
  /** Other bundles that came under this ceremony's id. */
  readonly others: readonly { readonly bundleSha256: string; readonly receivedAt: Instant }[];
}

/** null for a ceremony that is not there, or not for whoever asks: the desk sees all, others those of their cards. */
export const showEvidence = defineQuery(
  'notice.evidence',
  z.strictObject({ ceremonyId: idSchema<'ceremony'>() }),
).answers<EvidenceView | null>();

/** What the public page learns of a hash. Nothing in it names a person or a party. */
export type PaperLookup =
  | { readonly known: false }
  | {
      readonly known: true;
      readonly kind: 'event' | 'presented' | 'sealed';
      readonly stage: Ceremony['stage'];
      readonly outcome: Ceremony['outcome'];
      /** First eight hex digits of the notice's hash, as printed on the paper. */
      readonly code: string;
      readonly jurisdiction: Notice['data']['jurisdiction'];
      /** The day of the device's clock. */
      readonly signedOn: string;
      readonly receivedAt: Instant;
      readonly sealedAt: Instant | null;
      readonly stampedAt: Instant | null;
      readonly level: 'B-B' | 'B-T' | null;
      /** For a sealed file: whether a newer copy with a timestamp exists. */
      readonly newerCopy: boolean;
      /** Another notice took its place, or the account in it is not in force any more: ask before paying. */
      readonly superseded: boolean;
      /** Whether the copy can be fetched with this hash. */
      readonly copy: boolean;
    };
