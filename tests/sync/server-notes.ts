/** A made-up business, just large enough to show what the spine does with any business. */
import { err, ok } from '@cession/shared/kernel/result.ts';
import { idSchema, type Id } from '@cession/shared/kernel/id.ts';
import { defineMutator, registerMutators } from '@cession/shared/sync/mutator.ts';
import { conflicts } from '@cession/shared/sync/conflict.ts';
import { defineTable } from '@cession/shared/sync/table.ts';
import { spineColumns, spineKeys } from '@cession/server/db/columns.ts';
import type { RowOf, Same } from '@cession/server/db/same.ts';
import { effectOf, type Effect } from '@cession/server/sync/effect.ts';
import { syncedTable, type SyncedTables } from '@cession/server/sync/synced-table.ts';
import { sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import * as z from 'zod/mini';

export type NoteId = Id<'note'>;
const Note = z.object({
  id: idSchema<'note'>(),
  owner: z.string(),
  title: z.nullable(z.string()),
  body: z.nullable(z.string()),
  tags: z.array(z.string()),
});
type Note = z.infer<typeof Note>;

export const notes = defineTable<Note>({
  name: 'notes',
  schema: Note,
  fields: {
    paths: (note) => Object.keys(note),
    read: (note, path) => (Object.hasOwn(note, path) ? note[path as keyof Note] : undefined),
    mergeClass: (path) => (path === 'tags' ? 'additive' : path === 'body' ? 'soft' : 'hard'),
    join: (_path, theirs, mine) => [...new Set([...(theirs as string[]), ...(mine as string[])])],
  },
});

const Counter = z.object({ id: idSchema<'counter'>(), count: z.int() });
type Counter = z.infer<typeof Counter>;
export const counters = defineTable<Counter>({ name: 'counters', schema: Counter });

const noteTable = pgTable(
  'note',
  {
    ...spineColumns<NoteId>(),
    owner: text('owner').notNull(),
    title: text('title'),
    body: text('body'),
    tags: text('tags').array().notNull(),
  },
  spineKeys,
);
true satisfies Same<RowOf<typeof noteTable>, Note>;
const counterTable = pgTable(
  'counter',
  { ...spineColumns<Counter['id']>(), count: integer('count').notNull() },
  spineKeys,
);

const SPINE_SQL = `company_id uuid not null, id uuid not null, row_ver bigint not null, field_meta jsonb not null,
  audience text[] not null, deleted_at timestamptz(3), primary key (company_id, id)`;
export const BUSINESS_SQL = `
  create table note (${SPINE_SQL}, owner text not null, title text unique check (title <> 'forbidden'), body text, tags text[] not null);
  create table counter (${SPINE_SQL}, count integer not null);
  create table applied (company_id uuid not null, mutation_id uuid not null);
  select protect_company_tables();`;

export const tables: SyncedTables = {
  notes: syncedTable({ shared: notes, table: noteTable, audience: (note) => [`user:${note.owner}`, 'role:manager'] }),
  counters: syncedTable({ shared: counters, table: counterTable, audience: () => ['all'] }),
};

const noteId = idSchema<'note'>();
const Changes = z.object({
  title: z.optional(z.nullable(z.string())),
  body: z.optional(z.nullable(z.string())),
  tags: z.optional(z.array(z.string())),
});

export const createNote = defineMutator({
  name: 'note.create',
  version: 1,
  args: z.object({ id: noteId, title: z.string() }),
  reads: (args) => ({ note: notes.ref(args.id) }),
  decide: ({ note }, args, context) => {
    if (note) return err({ code: 'note.exists' });
    return ok([notes.put({ id: args.id, owner: context.actor.userId, title: args.title, body: null, tags: [] })]);
  },
});

export const editNote = defineMutator({
  name: 'note.edit',
  version: 2,
  args: z.object({ id: noteId, changes: Changes }),
  reads: (args) => ({ note: notes.ref(args.id) }),
  edits: (args) => ({ ref: notes.ref(args.id), changes: args.changes }),
  withChanges: (args, changes) => ({ ...args, changes: Changes.parse(changes) }),
  decide: ({ note }, args) => {
    if (!note) return err({ code: 'note.not-found' });
    if (args.changes.title === 'poison') throw new Error('this note breaks the server');
    if (args.changes.title === 'refused') return err({ code: 'note.bad-title' });
    const { title = note.title, body = note.body, tags = note.tags } = args.changes;
    return ok([notes.put({ ...note, title, body, tags })]);
  },
});

/** Decides a clash. It cannot be narrowed: it stands or falls as a whole. */
export const settleTitle = defineMutator({
  name: 'note.settle',
  version: 1,
  args: z.object({ id: noteId, conflict: idSchema<'conflict'>(), title: z.string() }),
  reads: (args) => ({ note: notes.ref(args.id), conflict: conflicts.ref(args.conflict) }),
  edits: (args) => ({ ref: notes.ref(args.id), changes: { title: args.title } }),
  decide: ({ note, conflict }, args, context) => {
    if (!note || conflict?.status !== 'open') return err({ code: 'note.nothing-to-settle' });
    const [resolvedBy, resolvedAt] = [context.actor.userId, context.receivedAt];
    return ok([
      conflicts.put({ ...conflict, status: 'resolved', resolvedBy, resolvedAt }),
      notes.put({ ...note, title: args.title }),
    ]);
  },
});

export const giveNote = defineMutator({
  name: 'note.give',
  version: 1,
  args: z.object({ id: noteId, to: z.string() }),
  reads: (args) => ({ note: notes.ref(args.id) }),
  decide: ({ note }, args) => (note ? ok([notes.put({ ...note, owner: args.to })]) : err({ code: 'note.not-found' })),
});

export const removeNote = defineMutator({
  name: 'note.remove',
  version: 1,
  args: z.object({ id: noteId }),
  reads: (args) => ({ note: notes.ref(args.id) }),
  decide: ({ note }) => (note ? ok([notes.remove(note.id)]) : err({ code: 'note.not-found' })),
});

export const addToCounter = defineMutator({
  name: 'counter.add',
  version: 1,
  args: z.object({ id: idSchema<'counter'>(), by: z.int() }),
  reads: (args) => ({ counter: counters.ref(args.id) }),
  decide: ({ counter }, args) => ok([counters.put({ id: args.id, count: (counter?.count ?? 0) + args.by })]),
});

export const mutators = registerMutators([createNote, editNote, settleTitle, giveNote, removeNote, addToCounter]);

export const effects: Readonly<Record<string, Effect>> = {
  'note.create': effectOf(createNote, {
    check: async ({ tx, args, pending }) => {
      const { rowCount } = await tx.execute(sql`select from note where title = ${args.title} and deleted_at is null`);
      const isTaken = (rowCount ?? 0) > 0 || pending(notes).some((note) => note.title === args.title);
      return isTaken ? { code: 'note.title-taken' } : null;
    },
  }),
  'counter.add': {
    after: async ({ tx, actor, mutationId }) => {
      await tx.execute(sql`insert into applied values (${actor.companyId}, ${mutationId})`);
      return [];
    },
  },
};
