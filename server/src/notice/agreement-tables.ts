import type { CardId } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type {
  Agreement,
  AgreementId,
  DebtorLimit,
  DebtorLimitId,
  Factor,
  FactorId,
  PayeeAccount,
  PayeeAccountId,
  Supplier,
} from '@cession/shared/notice/agreement.ts';
import type { CompanyId, UserId } from '@cession/shared/people/actor.ts';
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, jsonValue, spineColumns, spineKeys } from '../db/columns.ts';
import type { RowOf, Same } from '../db/same.ts';

export const factorTable = pgTable(
  'factor',
  {
    ...spineColumns<FactorId>(),
    legalName: text('legal_name').notNull(),
    jurisdiction: text('jurisdiction').notNull().$type<Jurisdiction>(),
    numbers: jsonValue('numbers').notNull().$type<Factor['numbers']>(),
    seat: text('seat').notNull(),
    contactName: text('contact_name').notNull(),
    contactPhone: text('contact_phone').notNull(),
    contactEmail: text('contact_email').notNull(),
  },
  spineKeys,
);
true satisfies Same<RowOf<typeof factorTable>, Factor>;

export const supplierTable = pgTable(
  'supplier',
  {
    ...spineColumns<CompanyId>(),
    legalName: text('legal_name').notNull(),
    jurisdiction: text('jurisdiction').notNull().$type<Jurisdiction>(),
    numbers: jsonValue('numbers').notNull().$type<Supplier['numbers']>(),
    seat: text('seat').notNull(),
    signatories: jsonValue('signatories').notNull().$type<Supplier['signatories']>(),
    contactName: text('contact_name').notNull(),
    contactPhone: text('contact_phone').notNull(),
    contactEmail: text('contact_email').notNull(),
    specimenOnFile: jsonValue('specimen_on_file').$type<NonNullable<Supplier['specimenOnFile']>>(),
  },
  spineKeys,
);
true satisfies Same<RowOf<typeof supplierTable>, Supplier>;

export const agreementTable = pgTable(
  'agreement',
  {
    ...spineColumns<AgreementId>(),
    factorId: uuid('factor_id').notNull().$type<FactorId>(),
    number: text('number').notNull(),
    signedOn: text('signed_on').notNull(),
    jurisdiction: text('jurisdiction').notNull().$type<Jurisdiction>(),
    recourse: boolean('recourse').notNull(),
    currency: text('currency').notNull(),
    registerEntry: jsonValue('register_entry').$type<NonNullable<Agreement['registerEntry']>>(),
    threeParty: jsonValue('three_party').$type<NonNullable<Agreement['threeParty']>>(),
    accountId: uuid('account_id').$type<PayeeAccountId>(),
    status: text('status').notNull().$type<Agreement['status']>(),
  },
  spineKeys,
);
true satisfies Same<RowOf<typeof agreementTable>, Agreement>;

export const payeeAccountTable = pgTable(
  'payee_account',
  {
    ...spineColumns<PayeeAccountId>(),
    agreementId: uuid('agreement_id').notNull().$type<AgreementId>(),
    version: integer('version').notNull(),
    status: text('status').notNull().$type<PayeeAccount['status']>(),
    holderName: text('holder_name').notNull(),
    bankName: text('bank_name').notNull(),
    currency: text('currency').notNull(),
    numbers: jsonValue('numbers').notNull().$type<PayeeAccount['numbers']>(),
    because: text('because').notNull(),
    proposedBy: uuid('proposed_by').notNull().$type<UserId>(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').$type<UserId>(),
    decidedAt: instant('decided_at'),
    rejectedBecause: text('rejected_because'),
  },
  (table) => [
    ...spineKeys(table),
    uniqueIndex('payee_account_version').on(table.companyId, table.agreementId, table.version),
    // Whatever the code above does: no account was ever in force that one person made alone.
    check(
      'payee_account_two_people',
      sql`${table.status} in ('proposed', 'rejected') or (${table.decidedBy} is not null and ${table.decidedBy} <> ${table.proposedBy})`,
    ),
  ],
);
true satisfies Same<RowOf<typeof payeeAccountTable>, PayeeAccount>;

export const debtorLimitTable = pgTable(
  'debtor_limit',
  {
    ...spineColumns<DebtorLimitId>(),
    agreementId: uuid('agreement_id').notNull().$type<AgreementId>(),
    cardId: uuid('card_id').notNull().$type<CardId>(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    status: text('status').notNull().$type<DebtorLimit['status']>(),
    decidedOn: text('decided_on'),
    note: text('note').notNull(),
    by: uuid('by').notNull().$type<UserId>(),
  },
  (table) => [...spineKeys(table), index('debtor_limit_of').on(table.companyId, table.agreementId, table.cardId)],
);
true satisfies Same<RowOf<typeof debtorLimitTable>, DebtorLimit>;
