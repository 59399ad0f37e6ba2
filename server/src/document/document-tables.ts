import type { CardId } from '@cession/shared/card/card.ts';
import type { CardDocument, DocumentFile, DocumentId, MediaType } from '@cession/shared/document/document.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { sql } from 'drizzle-orm';
import { boolean, customType, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, jsonValue, spineColumns, spineKeys } from '../db/columns.ts';
import type { RowOf, Same } from '../db/same.ts';

export const cardDocumentTable = pgTable(
  'card_document',
  {
    ...spineColumns<DocumentId>(),
    cardId: uuid('card_id').notNull().$type<CardId>(),
    audienceIds: uuid('audience_ids').array().notNull().$type<UserId[]>(),
    type: text('type').notNull(),
    noticeId: uuid('notice_id').$type<NonNullable<CardDocument['noticeId']>>(),
    fileName: text('file_name').notNull(),
    file: jsonValue('file').$type<DocumentFile>(),
    bytesAt: instant('bytes_at'),
    note: text('note').notNull(),
    form: text('form').notNull().$type<CardDocument['form']>(),
    dueOn: text('due_on'),
    original: text('original').notNull().$type<CardDocument['original']>(),
    moves: jsonValue('moves').notNull().$type<CardDocument['moves']>(),
    addedBy: uuid('added_by').notNull().$type<UserId>(),
    addedAt: instant('added_at').notNull(),
    removed: boolean('removed').notNull(),
  },
  (table) => [
    ...spineKeys(table),
    index('card_document_of_card').on(table.companyId, table.cardId),
    index('card_document_of_file').on(table.companyId, sql`(${table.file} ->> 'sha256')`),
    index('card_document_original').on(table.companyId, table.original, table.dueOn),
  ],
);
true satisfies Same<RowOf<typeof cardDocumentTable>, CardDocument>;

/** One content of one company, however many documents name it. Its row is what two uploads of it wait for each other at. */
export const fileTable = pgTable(
  'file',
  {
    companyId: uuid('company_id').notNull(),
    sha256: text('sha256').notNull(),
    /** Both only known once every byte was there and right. */
    byteLength: integer('byte_length'),
    mediaType: text('media_type').$type<MediaType>(),
    verifiedAt: instant('verified_at'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.sha256] })],
);

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const filePartTable = pgTable(
  'file_part',
  {
    companyId: uuid('company_id').notNull(),
    sha256: text('sha256').notNull(),
    n: integer('n').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.sha256, table.n] })],
);
