import type { CardId } from '@cession/shared/card/card.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { AgreementId, PayeeAccountId } from '@cession/shared/notice/agreement.ts';
import type { Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { ClaimedSummary } from '@cession/shared/notice/evidence-world.ts';
import type { EvidenceType, PublicKey } from '@cession/shared/notice/evidence.ts';
import type { CeremonyId, Notice, NoticeId } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { boolean, customType, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, jsonValue, spineColumns, spineKeys } from '../db/columns.ts';
import type { RowOf, Same } from '../db/same.ts';

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

export const noticeTable = pgTable(
  'notice',
  {
    ...spineColumns<NoticeId>(),
    cardId: uuid('card_id').notNull().$type<CardId>(),
    agreementId: uuid('agreement_id').notNull().$type<AgreementId>(),
    accountId: uuid('account_id').$type<PayeeAccountId>(),
    ownerId: uuid('owner_id').notNull().$type<UserId>(),
    audienceIds: uuid('audience_ids').array().notNull().$type<UserId[]>(),
    number: text('number').notNull(),
    language: text('language').notNull().$type<PaperLanguage>(),
    data: jsonValue('data').notNull().$type<Notice['data']>(),
    dataSha256: text('data_sha256').notNull(),
    numbersOnFile: text('numbers_on_file').array().notNull(),
    status: text('status').notNull().$type<Notice['status']>(),
    outcome: text('outcome').$type<NonNullable<Notice['outcome']>>(),
    ceremonyId: uuid('ceremony_id').$type<CeremonyId>(),
    attempts: integer('attempts').notNull(),
    refusals: integer('refusals').notNull(),
    facts: jsonValue('facts').notNull().$type<Notice['facts']>(),
    callBacks: jsonValue('call_backs').notNull().$type<Notice['callBacks']>(),
    activatedBy: uuid('activated_by').$type<UserId>(),
    activatedAt: instant('activated_at'),
    replacedBy: uuid('replaced_by').$type<NoticeId>(),
    preparedBy: uuid('prepared_by').notNull().$type<UserId>(),
    preparedAt: instant('prepared_at').notNull(),
  },
  (table) => [
    ...spineKeys(table),
    index('notice_of_card').on(table.companyId, table.cardId),
    index('notice_status').on(table.companyId, table.status, table.preparedAt),
  ],
);
true satisfies Same<RowOf<typeof noticeTable>, Notice>;

export const ceremonyTable = pgTable(
  'ceremony',
  {
    ...spineColumns<CeremonyId>(),
    noticeId: uuid('notice_id').notNull().$type<NoticeId>(),
    cardId: uuid('card_id').notNull().$type<CardId>(),
    audienceIds: uuid('audience_ids').array().notNull().$type<UserId[]>(),
    outcome: text('outcome').notNull().$type<Ceremony['outcome']>(),
    bundleSha256: text('bundle_sha256').notNull(),
    head: text('head').notNull(),
    pdfSha256: text('pdf_sha256').notNull(),
    deviceKey: text('device_key').notNull(),
    signerNames: text('signer_names').array().notNull(),
    closedAt: instant('closed_at').notNull(),
    receivedAt: instant('received_at'),
    stage: text('stage').notNull().$type<Ceremony['stage']>(),
    checks: jsonValue('checks').notNull().$type<Ceremony['checks']>(),
    remarks: text('remarks').array().notNull(),
    receipt: jsonValue('receipt').$type<NonNullable<Ceremony['receipt']>>(),
    seal: jsonValue('seal').$type<NonNullable<Ceremony['seal']>>(),
    decided: jsonValue('decided').$type<NonNullable<Ceremony['decided']>>(),
  },
  (table) => [
    ...spineKeys(table),
    index('ceremony_of_notice').on(table.companyId, table.noticeId),
    index('ceremony_stage').on(table.companyId, table.stage),
  ],
);
true satisfies Same<RowOf<typeof ceremonyTable>, Ceremony>;

/**
 * Evidence as it arrived, to the byte. Written once. A second bundle that claims the same ceremony is kept beside the
 * first, for a person to look at.
 */
export const bundleTable = pgTable(
  'ceremony_bundle',
  {
    companyId: uuid('company_id').notNull(),
    bundleSha256: text('bundle_sha256').notNull(),
    ceremonyId: uuid('ceremony_id').notNull().$type<CeremonyId>(),
    raw: text('raw').notNull(),
    /** What the phone said beside it; verification proves that it says the same. */
    summary: jsonValue('summary').notNull().$type<ClaimedSummary>(),
    sentBy: uuid('sent_by').notNull().$type<UserId>(),
    receivedAt: instant('received_at').notNull(),
    /** As the bundle says; null where it cannot be read. */
    deviceKey: text('device_key'),
    deviceSeq: integer('device_seq'),
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.bundleSha256] }),
    index('bundle_of_device').on(table.companyId, table.deviceKey, table.deviceSeq),
    index('bundle_of_ceremony').on(table.companyId, table.ceremonyId),
  ],
);

/**
 * Every hash somebody may hold of a ceremony, for the public page. The page knows no company: a policy opens reading
 * where no company was entered, and only there.
 */
export const paperHashTable = pgTable(
  'paper_hash',
  {
    companyId: uuid('company_id').notNull(),
    hash: text('hash').notNull(),
    ceremonyId: uuid('ceremony_id').notNull().$type<CeremonyId>(),
    kind: text('kind').notNull().$type<'event' | 'presented' | 'sealed'>(),
    eventType: text('event_type').$type<EvidenceType>(),
    /** Shown to the debtor, so whoever knows it was there: it opens the copy. */
    opensCopy: boolean('opens_copy').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hash, table.companyId, table.ceremonyId] })],
);

/** A sealed file, and the same file with its timestamp. At most one of each, ever. */
export const sealedPaperTable = pgTable(
  'sealed_paper',
  {
    companyId: uuid('company_id').notNull(),
    ceremonyId: uuid('ceremony_id').notNull().$type<CeremonyId>(),
    level: text('level').notNull().$type<'B-B' | 'B-T'>(),
    bytes: bytes('bytes').notNull(),
    sha256: text('sha256').notNull(),
    at: instant('at').notNull(),
    /** Time of the timestamping authority. */
    stampedAt: instant('stamped_at'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.ceremonyId, table.level] })],
);

/** Every key this server ever signed with, public part only: old beacons and receipts name them. Of no company. */
export const serverKeyTable = pgTable('server_key', {
  keyId: text('key_id').primaryKey(),
  publicKey: jsonValue('public_key').notNull().$type<PublicKey>(),
  firstUsedAt: instant('first_used_at').notNull(),
});

/** A device's key, as it was enrolled. Rows stay for ever: old evidence names them. */
export const deviceTable = pgTable(
  'device_key',
  {
    companyId: uuid('company_id').notNull(),
    /** Thumbprint (RFC 7638). */
    keyId: text('key_id').notNull(),
    publicKey: jsonValue('public_key').notNull().$type<PublicKey>(),
    userId: uuid('user_id').notNull().$type<UserId>(),
    label: text('label').notNull(),
    build: text('build').notNull(),
    notBefore: instant('not_before').notNull(),
    replacedBy: text('replaced_by'),
    replacedAt: instant('replaced_at'),
    revokedAt: instant('revoked_at'),
    revokedBy: uuid('revoked_by').$type<UserId>(),
    /** Nothing the key says from here on is believed without a person. */
    compromisedSince: instant('compromised_since'),
    because: text('because').notNull(),
    lastBeaconAt: instant('last_beacon_at'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.keyId] }), index().on(table.companyId, table.userId)],
);
export type DeviceRow = typeof deviceTable.$inferSelect;

/** A number to sign, used once. */
export const deviceChallengeTable = pgTable(
  'device_challenge',
  {
    companyId: uuid('company_id').notNull(),
    nonce: text('nonce').notNull(),
    userId: uuid('user_id').notNull().$type<UserId>(),
    expiresAt: instant('expires_at').notNull().$type<Instant>(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.nonce] })],
);
