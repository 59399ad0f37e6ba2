import type { Instant } from '../kernel/instant.ts';
import type { CompanyId, UserId } from '../people/actor.ts';
import type { CeremonyOutcome, CeremonyId, NoticeId } from './notice.ts';
import type { EvidenceCrypto, Objections, PublicKey } from './evidence.ts';
import type { PaperLanguage } from './paper-document.ts';

/** A device's key as the server enrolled it. */
export interface DeviceRecord {
  readonly deviceKey: string;
  readonly publicKey: PublicKey;
  readonly userId: UserId;
  readonly companyId: CompanyId;
  /** Server clock. */
  readonly notBefore: Instant;
  /** Another key took its place: what was signed before still counts, whenever it arrives. */
  readonly replacedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly compromisedSince: Instant | null;
}

/** What the mutation says beside the bundle; see CeremonySummary for what each must be. */
export interface ClaimedSummary {
  readonly ceremonyId: CeremonyId;
  readonly noticeId: NoticeId;
  readonly outcome: CeremonyOutcome;
  /** SHA-256 of the bundle's text. */
  readonly bundleSha256: string;
  readonly head: string;
  readonly pdfSha256: string;
  readonly deviceKey: string;
  readonly signerNames: readonly string[];
  readonly closedAt: Instant;
  readonly happenedAt: Instant;
  readonly objections: Objections;
  readonly debtConfirmed: boolean;
  readonly defencesWaived: boolean;
}

/** Everything outside of the bundle that checking it takes. */
export interface EvidenceWorld {
  readonly crypto: EvidenceCrypto;
  /** Server clock, when the bundle came. Checked again later, it stays that moment. */
  readonly receivedAt: Instant;
  /** Whoever sent the mutation: the witness must be the same. */
  readonly sender: { readonly userId: UserId; readonly companyId: CompanyId };
  readonly claimed: ClaimedSummary;
  /** The notice as the server has it; null: there is none. */
  readonly notice: {
    readonly id: NoticeId;
    readonly companyId: CompanyId;
    readonly dataSha256: string;
    /** What its text says otherwise than the files of the company, as a plain sentence; null: nothing. */
    readonly notOnFile?: string | null;
  } | null;
  device(deviceKey: string): Promise<DeviceRecord | null>;
  /** The public key of ours that `keyId` names. */
  serverKey(keyId: string): Promise<PublicKey | null>;
  /** SHA-256 of the notice's PDF rendered again; null where this renderer or wording is gone. */
  renderedSha256(paper: {
    readonly language: PaperLanguage;
    readonly renderer: number;
    readonly wording: string;
  }): Promise<string | null>;
  /** SHA-256 of a consent text as this notice has it; null for a version we never had. */
  consentSha256(consent: { readonly version: string; readonly language: PaperLanguage }): Promise<string | null>;
  /** What is known of this device's numbers, this bundle left out. Rotation does not start a new count. */
  sequence(
    deviceKey: string,
    deviceSeq: number,
  ): Promise<{
    /** The other ceremony that came with this number. */
    readonly takenBy: CeremonyId | null;
    /** null: the first one of this device. */
    readonly highest: number | null;
  }>;
}
