import * as z from 'zod/mini';
import { Jurisdiction } from '../card/jurisdiction.ts';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { AccountNumbers, PartyNumber, Signatory } from './agreement.ts';

const Line = z.string().check(z.maxLength(300));
const Calendar = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const Contract = z.object({ number: Line, signedOn: Calendar });

export const Party = z.object({
  legalName: Line.check(z.minLength(1)),
  numbers: z.array(PartyNumber).check(z.maxLength(12)),
  seat: Line,
});
export type Party = z.infer<typeof Party>;

const Contact = z.object({ name: Line, phone: Line, email: Line });

/** An assigned invoice. Minor units of `currency`. */
export const Receivable = z.object({
  invoiceNumber: z.string().check(z.minLength(1), z.maxLength(60)),
  issuedOn: Calendar,
  dueOn: Calendar,
  amountMinor: z.int().check(z.positive()),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  waybillNumber: z.nullable(Line),
});
export type Receivable = z.infer<typeof Receivable>;

/** All present and future claims from the supply contract, or exactly the listed invoices. */
export const Scope = z.union([
  z.object({ kind: z.literal('contract') }),
  z.object({ kind: z.literal('list'), rows: z.array(Receivable).check(z.minLength(1), z.maxLength(200)) }),
]);
export type Scope = z.infer<typeof Scope>;

export const SenderRole = z.enum(['supplier', 'factor', 'joint']);
export type SenderRole = z.infer<typeof SenderRole>;

/**
 * Everything a notice of assignment says, frozen when it is prepared: the text, the PDF and what the server renders
 * again are made from this and from nothing else. Its canonical JSON (RFC 8785) is hashed with SHA-256; the first eight
 * hex digits are the short code on the paper.
 */
export const NoticeData = z.object({
  v: z.literal(1),
  noticeId: idSchema<'notice'>(),
  /** For people: on paper, on the telephone. */
  number: z.string().check(z.minLength(1), z.maxLength(40)),
  jurisdiction: Jurisdiction,
  preparedAt: Instant,
  issuedOn: Calendar,
  place: Line,
  sender: SenderRole,
  /** The deed or another proof of assignment goes with it. */
  proofAttached: z.boolean(),
  supplier: z.extend(Party, { signatories: z.array(Signatory).check(z.maxLength(6)), contact: Contact }),
  factor: z.extend(Party, { contact: Contact }),
  debtor: z.extend(Party, { postalAddress: Line }),
  supplyContract: Contract,
  agreement: z.object({
    number: Line,
    signedOn: Calendar,
    recourse: z.boolean(),
    registerEntry: z.nullable(z.object({ number: Line, enteredOn: Calendar })),
    threeParty: z.nullable(Contract),
  }),
  /** The instruction to pay; null: the notice names the factor and leaves the instruction to it. */
  payee: z.nullable(
    z.object({
      accountId: idSchema<'payee-account'>(),
      version: z.int().check(z.positive()),
      holderName: Line,
      bankName: Line,
      currency: Line,
      numbers: AccountNumbers,
    }),
  ),
  /** Where the debtor paid until now, if the data knows it. */
  accountBefore: z.nullable(z.object({ holderName: Line, numbers: AccountNumbers })),
  scope: Scope,
  effectiveOn: Calendar,
  copies: z.int().check(z.minimum(1), z.maximum(9)),
  /** EU: the law of the supply contract, as the card says; else empty. */
  governingLaw: Line,
  /** Address of the public page that checks this paper. */
  verifyAddress: Line,
});
export type NoticeData = z.infer<typeof NoticeData>;
