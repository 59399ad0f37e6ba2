/** What a verification looks at, in the order in which it looks. */
export type SealCheckName =
  | 'pdf.header'
  | 'seal.present'
  | 'seal.one'
  | 'seal.byte-range'
  | 'seal.covers-file'
  | 'seal.encoding'
  | 'seal.padding'
  | 'seal.digest'
  | 'seal.certificate'
  | 'seal.signature'
  | 'seal.chain'
  | 'seal.trusted'
  | 'seal.validity'
  | 'seal.purpose'
  | 'stamp.encoding'
  | 'stamp.imprint'
  | 'stamp.signature'
  | 'stamp.authority'
  | 'stamp.trusted'
  | 'stamp.validity'
  | 'pdf.structure'
  | 'attachments.present';

/** One thing that was looked at. `detail` is an English sentence for people who look into a file, never for a debtor's screen. */
export interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly detail?: string;
}

/** Collects checks under their declared names. */
export class CheckList {
  readonly checks: Check[] = [];

  /** Notes the outcome and returns it. */
  note(check: SealCheckName, isGood: boolean, detail: string): boolean {
    this.checks.push(isGood ? { check, ok: true } : { check, ok: false, detail });
    return isGood;
  }

  get isGood(): boolean {
    return this.checks.length > 0 && this.checks.every(({ ok }) => ok);
  }
}
