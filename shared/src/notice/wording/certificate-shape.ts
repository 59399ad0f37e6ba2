import type { Jurisdiction } from '../../card/jurisdiction.ts';
import type { EvidenceCheckName, EvidenceRemark } from '../evidence-checks.ts';
import type { EvidenceType } from '../evidence.ts';
import type { ServerRemark } from '../server-remarks.ts';

/** The words of the sealed paper beside the notice: receipt part and certificate of how it came about. */
export interface CertificateWords {
  readonly receipt: {
    readonly title: string;
    readonly signed: (place: number, of: number) => string;
    readonly notSigned: string;
    readonly name: string;
    readonly jobTitle: string;
    readonly authority: string;
    readonly identified: string;
    readonly when: string;
    readonly act: string;
    readonly objections: string;
    readonly debt: string;
    readonly waiver: string;
    readonly notDeclared: string;
    readonly signature: string;
    readonly method: Readonly<Record<'drawn' | 'typed' | 'mark', string>>;
    readonly alt: (name: string, method: string) => string;
    readonly reason: string;
    readonly note: string;
    readonly incomingNumber: string;
    readonly department: string;
    readonly witnessHeading: string;
    readonly witness: string;
    readonly witnessNone: string;
  };
  readonly title: string;
  readonly opening: string;
  readonly facts: {
    readonly notice: string;
    readonly code: string;
    readonly ceremony: string;
    readonly outcome: string;
    readonly dataHash: string;
    readonly pdfHash: string;
    readonly shownHash: (language: string) => string;
    readonly head: string;
    readonly deviceKey: string;
    readonly consent: (language: string) => string;
    readonly version: (wording: string, renderer: number, build: string) => string;
    readonly versionLabel: string;
  };
  readonly times: {
    readonly heading: string;
    readonly deviceSaid: string;
    readonly notBefore: string;
    readonly notAfter: string;
    readonly noBeacon: string;
    readonly explain: string;
  };
  readonly how: {
    readonly heading: string;
    readonly items: readonly string[];
    readonly witnessCan: (witness: string) => string;
  };
  readonly events: {
    readonly heading: string;
    readonly no: string;
    readonly at: string;
    readonly what: string;
    readonly hash: string;
    readonly name: Readonly<Record<EvidenceType, string>>;
    readonly parts: (count: number) => string;
  };
  readonly checks: {
    readonly heading: string;
    readonly name: Readonly<Record<EvidenceCheckName, string>>;
    /** What did not hold, where a person accepted the record all the same. */
    readonly failedHeading: string;
    readonly remarksHeading: string;
    readonly remark: Readonly<Record<EvidenceRemark | ServerRemark, string>>;
  };
  readonly proven: {
    readonly heading: string;
    readonly record: string;
    readonly paper: string;
    readonly arrived: string;
    readonly signedItem: string;
    readonly notHeading: string;
    readonly notItems: readonly string[];
    readonly penItem: (witness: string) => string;
  };
  readonly level: {
    readonly heading: string;
    readonly text: string;
    readonly noSignature: string;
    readonly seal: string;
    readonly byLaw: Readonly<Record<Jurisdiction, string>>;
  };
  readonly verify: (address: string, code: string) => string;
}
