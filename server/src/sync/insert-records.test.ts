import { PgDialect, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { instant, jsonVerbatim } from '../db/columns.ts';
import { insertRecords } from './insert-records.ts';

const things = pgTable('thing', {
  id: uuid('id').notNull(),
  names: text('names').array().notNull(),
  said: jsonVerbatim('said'),
  kept: jsonb('kept'),
  at: instant('made_at').notNull(),
  count: integer('count').notNull().default(7),
});

const query = (records: Parameters<typeof insertRecords>[1]) =>
  new PgDialect().sqlToQuery(insertRecords(things, records));

test('a thousand rows are one parameter', () => {
  const { sql, params } = query(Array.from({ length: 1000 }, () => ({ id: 'a', count: 1 })));
  expect(params).toHaveLength(1);
  expect(sql).toBe(
    'insert into "thing" ("id", "count") select "id", "count" from json_to_recordset($1::json) as given("id" uuid, "count" integer)',
  );
});

test('JSON stays as it was said, a text that looks like a number stays a text, and what is missing is null', () => {
  const said = { b: 1, a: ['12345678'] };
  const { params } = query([
    { id: 'a', names: ['x', '{"y"}'], said, kept: '12345678', at: '2026-11-22T03:00:00.000Z' },
    { id: 'b', names: [], at: '2026-11-22T04:00:00.000+01:00' },
  ]);
  expect(JSON.parse(String(params[0]))).toEqual([
    { id: 'a', names: ['x', '{"y"}'], said, kept: '12345678', made_at: '2026-11-22T03:00:00.000Z' },
    { id: 'b', names: [], said: null, kept: null, made_at: '2026-11-22T03:00:00.000Z' },
  ]);
});

test('a column nobody names keeps its default', () => {
  expect(query([{ id: 'a', names: [] }]).sql).not.toContain('count');
});
