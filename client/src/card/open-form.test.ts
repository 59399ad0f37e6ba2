import type { CardId } from '@cession/shared/card/card.ts';
import { err, ok } from '@cession/shared/kernel/result.ts';
import { beforeEach, expect, test } from 'vitest';
import type { Perform } from '../sync/perform.ts';
import { UNTOUCHED } from './form-state.ts';
import { openForm, type FormPorts } from './open-form.ts';

const cardId = '01900000-0000-7000-8000-0000000000ca' as CardId; // any card
const rules = { jurisdiction: 'HU', allowSamples: false } as const;
const draftKey = 'card-form:x:company';

let saved: Record<string, string | number | boolean>;
let performed: { changes: Record<string, unknown>; draft: string | undefined }[];
let kept: Map<string, unknown>;
let isFull: boolean;

beforeEach(() => {
  saved = { legalName: 'Tisza Játék Bt.' };
  performed = [];
  kept = new Map();
  isFull = false;
});

/** A phone in one variable: what is performed is on the card at once, the draft goes in the same step. */
const perform = (async (_mutator: unknown, args: { changes: Record<string, string> }, options?: { draft?: string }) => {
  if (isFull) return err({ kind: 'storage', fault: 'full' });
  performed.push({ changes: args.changes, draft: options?.draft });
  saved = { ...saved, ...args.changes };
  if (options?.draft !== undefined) kept.delete(options.draft);
  return ok({ mutationId: 'm' });
}) as unknown as Perform; // stands in for every mutator; this form uses one

const ports: FormPorts = {
  perform,
  drafts: {
    save: (key, value) => void kept.set(key, value),
    discard: async (key) => {
      kept.delete(key);
      return () => undefined;
    },
  },
  saved: () => saved,
};

function open() {
  return openForm(ports, { cardId, draftKey, rules, opened: UNTOUCHED });
}

test('every change is in the draft at once, and the save takes the draft with it', async () => {
  const form = open();
  form.send({ type: 'typed', path: 'shortName', typed: 'Tisza', saved });
  expect(kept.has(draftKey)).toBe(true);
  expect(await form.save()).toEqual({ kind: 'saved' });
  expect(performed).toEqual([{ changes: { shortName: 'Tisza' }, draft: draftKey }]);
  expect(kept.size).toBe(0);
});

test('leaving a form nobody typed in does nothing', async () => {
  expect(await open().save()).toEqual({ kind: 'saved' });
  expect(performed).toEqual([]);
});

test('saving twice, as leaving right after "Next" does, saves once', async () => {
  const form = open();
  form.send({ type: 'typed', path: 'shortName', typed: 'Tisza', saved });
  await Promise.all([form.save(), form.save()]);
  expect(performed).toHaveLength(1);
});

test('a full phone keeps the form, the draft and what was typed', async () => {
  const form = open();
  form.send({ type: 'typed', path: 'shortName', typed: 'Tisza', saved });
  isFull = true;
  expect(await form.save()).toEqual({ kind: 'not-saved', error: { kind: 'storage', fault: 'full' } });
  expect(form.state().edits['shortName']?.typed).toBe('Tisza');
  isFull = false;
  expect(await form.save()).toEqual({ kind: 'saved' });
  expect(saved).toMatchObject({ shortName: 'Tisza' });
});

test('what does not fit stays in the draft while the rest is saved', async () => {
  const form = open();
  form.send({ type: 'typed', path: 'shortName', typed: 'x'.repeat(161), saved });
  form.send({ type: 'typed', path: 'contractNumber', typed: '44/2026', saved });
  expect(await form.save()).toEqual({ kind: 'unfit', paths: ['shortName'] });
  expect(performed).toEqual([{ changes: { contractNumber: '44/2026' }, draft: undefined }]);
  expect(kept.get(draftKey)).toMatchObject({ edits: { shortName: { typed: 'x'.repeat(161) } } });
});

test('what is typed while the card is being saved is not lost', async () => {
  const form = open();
  form.send({ type: 'typed', path: 'shortName', typed: 'Tis', saved });
  const saving = form.save();
  await Promise.resolve();
  form.send({ type: 'typed', path: 'shortName', typed: 'Tisza', saved });
  await saving;
  expect(form.state().edits['shortName']?.typed).toBe('Tisza');
  expect(kept.has(draftKey)).toBe(true);
  await form.save();
  expect(saved).toMatchObject({ shortName: 'Tisza' });
});
