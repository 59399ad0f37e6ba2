import { err, ok } from '@cession/shared/kernel/result.ts';
import { defineMutator } from '@cession/shared/sync/mutator.ts';
import { defineTable } from '@cession/shared/sync/table.ts';
import * as z from 'zod/mini';

/** A made-up noun: the spine knows no business. */
export const Note = z.object({
  id: z.string(),
  title: z.string(),
  phone: z.nullable(z.string()),
  closed: z.boolean(),
});
export type Note = z.infer<typeof Note>;

export const notes = defineTable({ name: 'notes', schema: Note });

export const createNote = defineMutator({
  name: 'note.create',
  version: 1,
  args: z.object({ id: z.string(), title: z.string().check(z.minLength(1)) }),
  reads: ({ id }) => ({ note: notes.ref(id) }),
  decide: ({ note }, { id, title }) => {
    if (note) return err({ code: 'note.exists' });
    return ok([notes.put({ id, title, phone: null, closed: false })]);
  },
});

export const editNote = defineMutator({
  name: 'note.edit',
  version: 1,
  args: z.object({ id: z.string(), changes: z.record(z.string(), z.unknown()) }),
  reads: ({ id }) => ({ note: notes.ref(id) }),
  edits: ({ id, changes }) => ({ ref: notes.ref(id), changes }),
  withChanges: ({ id }, changes) => ({ id, changes }),
  decide: ({ note }, { changes }) => {
    if (!note) return err({ code: 'note.not-found' });
    if (note.closed) return err({ code: 'note.closed' });
    return ok([notes.put({ ...note, ...changes })]);
  },
});

export const closeNote = defineMutator({
  name: 'note.close',
  version: 1,
  args: z.object({ id: z.string() }),
  reads: ({ id }) => ({ note: notes.ref(id) }),
  decide: ({ note }) => {
    if (!note) return err({ code: 'note.not-found' });
    if (note.closed) return err({ code: 'note.closed' });
    return ok([notes.put({ ...note, closed: true })]);
  },
});

export const MUTATORS = [createNote, editNote, closeNote];
