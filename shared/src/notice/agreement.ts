import * as z from 'zod/mini';
import { Jurisdiction } from '../card/jurisdiction.ts';
import { idSchema, type Id } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineTable } from '../sync/table.ts';

export type FactorId = Id<'factor'>;
export type AgreementId = Id<'agreement'>;
export type PayeeAccountId = Id<'payee-account'>;
export type DebtorLimitId = Id<'debtor-limit'>;

const Line = z.string().check(z.maxLength(300));
const Calendar = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** One number of a register or tax office: which kind, and the number as it is written. */
export const PartyNumber = z.object({
  kind: z.enum(['tax', 'group-tax', 'register', 'vat', 'inn', 'kpp', 'ogrn', 'ein', 'lei', 'licence', 'state']),
  value: z.string().check(z.minLength(1), z.maxLength(60)),
});
export type PartyNumber = z.infer<typeof PartyNumber>;

/** The financial institution that buys the receivables. */
export const Factor = z.object({
  id: idSchema<'factor'>(),
  legalName: Line.check(z.minLength(1)),
  jurisdiction: Jurisdiction,
  numbers: z.array(PartyNumber).check(z.maxLength(12)),
  /** One line, as it is printed. */
  seat: Line,
  contactName: Line,
  contactPhone: Line,
  contactEmail: Line,
});
export type Factor = z.infer<typeof Factor>;

/** Who may bind a party, and by what right. `sole` or together with others. */
export const Signatory = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  title: Line,
  /** Register entry, charter, power of attorney no. and date: as it is printed. */
  authority: Line,
  signingRule: z.enum(['sole', 'joint']),
});
export type Signatory = z.infer<typeof Signatory>;

/** The company itself, as it stands on a notice: the assignor. One row; its id is the company's. */
export const Supplier = z.object({
  id: idSchema<'company'>(),
  legalName: Line.check(z.minLength(1)),
  jurisdiction: Jurisdiction,
  numbers: z.array(PartyNumber).check(z.maxLength(12)),
  seat: Line,
  signatories: z.array(Signatory).check(z.maxLength(6)),
  contactName: Line,
  contactPhone: Line,
  contactEmail: Line,
  /** What the factor holds as specimen of the supplier's signature; null: not on file, notices stay inactive. */
  specimenOnFile: z.nullable(z.object({ by: idSchema<'user'>(), at: Instant, note: Line })),
});
export type Supplier = z.infer<typeof Supplier>;

/** The factoring agreement between company and factor. */
export const Agreement = z.object({
  id: idSchema<'agreement'>(),
  factorId: idSchema<'factor'>(),
  number: z.string().check(z.minLength(1), z.maxLength(60)),
  signedOn: Calendar,
  /** The law it stands under; decides which notice is written. */
  jurisdiction: Jurisdiction,
  recourse: z.boolean(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /**
   * Hungary: entry of the factoring in the collateral register (Ptk. 6:406); without it a recourse claim does not pass.
   * United States: UCC-1 file number, optional. Elsewhere null.
   */
  registerEntry: z.nullable(
    z.object({ number: z.string().check(z.minLength(1), z.maxLength(60)), enteredOn: Calendar }),
  ),
  /** Where the factor's platform wants one: the three-party agreement (RU). */
  threeParty: z.nullable(z.object({ number: z.string().check(z.minLength(1), z.maxLength(60)), signedOn: Calendar })),
  /** The account in force; set only by releasing one. */
  accountId: z.nullable(idSchema<'payee-account'>()),
  status: z.enum(['open', 'ended']),
});
export type Agreement = z.infer<typeof Agreement>;

/** Digits as the bank writes them, spaces taken out. Which parts there are depends on the country. */
export const AccountNumbers = z.union([
  z.object({ kind: z.literal('iban'), iban: Line, bic: z.nullable(Line), giro: z.nullable(Line) }),
  z.object({ kind: z.literal('ru'), bik: Line, account: Line, corrAccount: Line }),
  z.object({ kind: z.literal('us'), aba: Line, account: Line, bic: z.nullable(Line), lockbox: z.nullable(Line) }),
]);
export type AccountNumbers = z.infer<typeof AccountNumbers>;

/**
 * The account debtors must pay to. A version, never edited: proposed by the coordinator, released by the chief
 * accountant, who is somebody else. A change is a new version; the one before becomes `superseded`.
 */
export const PayeeAccount = z.object({
  id: idSchema<'payee-account'>(),
  agreementId: idSchema<'agreement'>(),
  /** 1, 2, 3 … within the agreement. */
  version: z.int().check(z.positive()),
  status: z.enum(['proposed', 'released', 'superseded', 'rejected']),
  /** EXACTLY as the bank has it: payers' banks compare it. */
  holderName: Line.check(z.minLength(1)),
  bankName: Line,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  numbers: AccountNumbers,
  because: Line,
  proposedBy: idSchema<'user'>(),
  proposedAt: Instant,
  decidedBy: z.nullable(idSchema<'user'>()),
  decidedAt: z.nullable(Instant),
  rejectedBecause: z.nullable(Line),
});
export type PayeeAccount = z.infer<typeof PayeeAccount>;

/** How much the factor takes on this debtor. One per agreement and card. Minor units. */
export const DebtorLimit = z.object({
  id: idSchema<'debtor-limit'>(),
  agreementId: idSchema<'agreement'>(),
  cardId: idSchema<'card'>(),
  amountMinor: z.int().check(z.nonnegative()),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  status: z.enum(['requested', 'granted', 'refused']),
  decidedOn: z.nullable(Calendar),
  note: Line,
  by: idSchema<'user'>(),
});
export type DebtorLimit = z.infer<typeof DebtorLimit>;

export const factors = defineTable<Factor>({ name: 'factors', schema: Factor });
export const suppliers = defineTable<Supplier>({ name: 'suppliers', schema: Supplier });
export const agreements = defineTable<Agreement>({ name: 'agreements', schema: Agreement });
export const payeeAccounts = defineTable<PayeeAccount>({ name: 'payee-accounts', schema: PayeeAccount });
export const debtorLimits = defineTable<DebtorLimit>({ name: 'debtor-limits', schema: DebtorLimit });
