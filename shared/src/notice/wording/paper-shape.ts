import type { PartyNumber } from '../agreement.ts';
import type { SenderRole } from '../notice-data.ts';
import type { PaperLanguage } from '../paper-document.ts';

export interface ContractWords {
  readonly number: string;
  /** Written out. */
  readonly day: string;
}

/** What a notice says in every jurisdiction, in one language. */
export interface PaperWords {
  readonly title: { readonly withInstruction: string; readonly without: string };
  readonly pageWords: string;
  readonly what: {
    readonly heading: string;
    readonly opening: (supplier: string, factor: string) => string;
    readonly before: string;
    readonly after: string;
    readonly afterDay: (day: string) => string;
    readonly noInstruction: string;
    readonly changes: string;
    readonly same: string;
    readonly allInvoices: (contract: ContractWords) => string;
    readonly listedInvoices: (count: number, totals: string) => string;
    readonly remittance: (email: string) => string;
    readonly payingQuestions: (contact: string) => string;
    readonly contractStays: string;
    readonly amountsStay: string;
    readonly currencyStays: (currency: string) => string;
    readonly contactStays: (contact: string) => string;
    readonly objectionsStay: string;
  };
  readonly heading: {
    readonly sender: string;
    readonly addressee: string;
    readonly basis: string;
    readonly assignment: string;
    readonly invoices: string;
    readonly payment: string;
    readonly unchanged: string;
    readonly objections: string;
    readonly changes: string;
    readonly proof: string;
    readonly personalData: string;
    readonly signatures: string;
    readonly annexes: string;
    readonly check: string;
  };
  readonly label: {
    readonly number: string;
    readonly placeAndDay: string;
    readonly code: string;
    readonly subject: string;
    readonly seat: string;
    readonly postalAddress: string;
    readonly department: string;
    readonly departmentName: string;
    readonly contact: string;
    readonly phone: string;
    readonly email: string;
    readonly supplyContract: string;
    readonly agreement: string;
    readonly agreementKind: string;
    readonly recourse: string;
    readonly withoutRecourse: string;
    readonly threeParty: string;
    readonly governingLaw: string;
    readonly effective: string;
    readonly holder: string;
    readonly bank: string;
    readonly currency: string;
    readonly reference: string;
    readonly total: string;
    readonly inWords: string;
    readonly authority: string;
  };
  readonly numberKind: Readonly<Record<PartyNumber['kind'], string>>;
  readonly account: {
    readonly iban: string;
    readonly bic: string;
    readonly giro: string;
    readonly bik: string;
    readonly ruAccount: string;
    readonly corrAccount: string;
    readonly aba: string;
    readonly usAccount: string;
    readonly lockbox: string;
  };
  readonly column: {
    readonly invoice: string;
    readonly waybill: string;
    readonly issued: string;
    readonly due: string;
    readonly amount: (currency: string) => string;
  };
  readonly contract: (contract: ContractWords) => string;
  readonly subject: (contract: ContractWords) => string;
  readonly statement: (supplier: string, factor: string, debtor: string, day: string) => string;
  readonly scopeContract: (contract: ContractWords) => string;
  readonly scopeList: string;
  readonly payOnly: string;
  readonly payFrom: (day: string) => string;
  readonly exactName: string;
  readonly referenceValue: (number: string) => string;
  readonly unchanged: string;
  readonly silence: string;
  readonly bankChanges: string;
  readonly release: string;
  readonly proofContact: string;
  readonly personalData: string;
  readonly signedFor: { readonly supplier: string; readonly factor: string };
  readonly signatureAlt: (name: string) => string;
  /** On paper somebody signs; the sealed file carries the supplier's seal instead. */
  readonly sealedInstead: string;
  readonly jointly: string;
  readonly annexProof: string;
  readonly noAnnex: string;
  readonly copies: (of: number) => string;
  readonly copyFor: readonly [debtor: string, supplier: string, factor: string];
  readonly copy: (place: number, of: number, whom: string) => string;
  readonly checkText: (address: string, code: string) => string;
  /** Said once before the first quotation in another language. */
  readonly quoted: Readonly<Record<PaperLanguage, string>>;
  readonly receipt: {
    readonly heading: string;
    readonly text: (number: string, code: string) => string;
    readonly rows: readonly string[];
    readonly objections: string;
    readonly only: string;
    readonly signature: string;
    readonly alt: string;
  };
}

/** What a notice says differently under one law, in one language. */
export interface RegimeWords {
  readonly role: { readonly supplier: string; readonly factor: string; readonly debtor: string };
  readonly registerEntry: string;
  readonly sender: Readonly<Record<SenderRole, string>>;
  /** Instead of `sender.factor` when no proof goes with it. */
  readonly senderUnproven: string;
  readonly discharge: string;
  readonly noInstruction: string;
  readonly objections: string;
  readonly afterNotice: string;
  /** Hungary, contracts made before 24 June 2023: the text then did not speak of termination. */
  readonly afterNoticeEarlier?: string;
  readonly several: string;
  readonly proof: Readonly<Record<SenderRole, string>>;
  readonly costs: string | null;
  readonly misdirected: string;
}
