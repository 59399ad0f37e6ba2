import type { Jurisdiction } from '../../card/jurisdiction.ts';
import type { EvidenceOf, Objections, SignerIdentity } from '../evidence.ts';
import type { CeremonyOutcome } from '../notice.ts';

export type RefusalReason = EvidenceOf<'refused'>['data']['reason'];

/** Who is asked: as the rep typed it before handing over. */
export interface SignerWords {
  readonly name: string;
  readonly title: string;
  /** Legal name of the debtor. */
  readonly company: string;
}

export interface ReceiptWords extends SignerWords {
  /** Number of the notice. */
  readonly number: string;
}

export interface WitnessWords {
  readonly witness: string;
  /** Those who were present, joined for reading; empty: nobody. */
  readonly present: string;
  readonly company: string;
  readonly number: string;
}

/** A heavier act of its own: its tick, what it says, what follows from it in law. */
export interface SeparateAct {
  readonly tick: string;
  readonly statement: string;
  readonly consequence: Readonly<Record<Jurisdiction, string>>;
  readonly optional: string;
}

/** Everything the debtor sees or presses while the tablet is in their hands, and the rep's words as witness. */
export interface CeremonyWords {
  readonly language: { readonly own: string; readonly choose: string };
  readonly greeting: { readonly heading: string; readonly text: (supplier: string, number: string) => string };
  readonly identity: {
    readonly heading: string;
    readonly question: (signer: SignerWords) => string;
    readonly yes: string;
    readonly no: string;
    readonly corrected: string;
    readonly nameLabel: string;
  };
  readonly reading: {
    readonly heading: string;
    readonly hint: string;
    readonly more: string;
    readonly allRead: string;
    readonly goOn: string;
    readonly back: string;
    readonly smaller: string;
    readonly larger: string;
    readonly textSize: string;
    readonly seePages: string;
    readonly code: (code: string) => string;
  };
  readonly consent: { readonly heading: string; readonly tick: string; readonly paper: string };
  readonly objections: {
    readonly heading: string;
    readonly question: string;
    readonly choice: Readonly<Record<Objections['stated'], string>>;
    readonly listLabel: string;
    readonly hint: Readonly<Record<Jurisdiction, string>>;
  };
  readonly debt: SeparateAct;
  readonly waiver: SeparateAct;
  readonly sign: {
    readonly heading: string;
    /** What the signature stands under; printed on the sealed paper in the same words. */
    readonly statement: (receipt: ReceiptWords) => string;
    readonly notAcceptance: string;
    readonly draw: string;
    readonly type: string;
    readonly mark: string;
    readonly drawHint: string;
    readonly typeLabel: string;
    readonly markHint: string;
    readonly undo: string;
    readonly clear: string;
    readonly placed: string;
    /** The button: the act itself. */
    readonly act: string;
    readonly saved: string;
  };
  readonly joint: {
    readonly heading: string;
    readonly text: (place: number, of: number) => string;
    readonly next: (signer: SignerWords) => string;
    readonly handOver: string;
    readonly other: string;
  };
  readonly refuse: {
    readonly open: string;
    readonly heading: string;
    readonly text: string;
    readonly reasonLabel: string;
    readonly reasons: Readonly<Record<RefusalReason, string>>;
    readonly noteLabel: string;
    readonly act: string;
    readonly back: string;
  };
  readonly stamp: {
    readonly open: string;
    readonly heading: string;
    readonly text: string;
    readonly numberLabel: string;
    readonly noteLabel: string;
    readonly act: string;
  };
  readonly wrongPerson: {
    readonly open: string;
    readonly heading: string;
    readonly text: string;
    readonly nameLabel: string;
    readonly departmentLabel: string;
    readonly act: string;
  };
  readonly done: {
    readonly thanks: string;
    readonly handBack: string;
    readonly copyHeading: string;
    readonly copyText: string;
    readonly codeAlt: string;
    readonly emailLabel: string;
    readonly emailHint: string;
    readonly emailAct: string;
  };
  readonly cover: { readonly heading: string; readonly text: string; readonly goOn: string; readonly repOnly: string };
  readonly outcome: Readonly<Record<CeremonyOutcome, string>>;
  /** The rep states it as witness; at most 2000 characters. */
  readonly witness: Readonly<Record<CeremonyOutcome, (who: WitnessWords) => string>>;
  readonly witnessAct: string;
  readonly authority: Readonly<Record<SignerIdentity['authority'], string>>;
  readonly identifiedBy: Readonly<Record<SignerIdentity['identifiedBy'], string>>;
}
