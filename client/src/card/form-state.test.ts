import { expect, test } from 'vitest';
import {
  changedMeanwhile,
  editsAt,
  planSave,
  reduceForm,
  typedIn,
  UNTOUCHED,
  valuesOf,
  type FormEvent,
  type FormState,
} from './form-state.ts';

const rules = { jurisdiction: 'HU', allowSamples: false } as const;
const saved = { legalName: 'Tisza Játék Bt.', taxNumber: '25978221-2-42' };

const typed = (path: string, value: string | boolean): FormEvent => ({ type: 'typed', path, typed: value, saved });
const after = (...events: FormEvent[]): FormState => events.reduce(reduceForm, UNTOUCHED);

test('only what differs from the card is saved', () => {
  const state = after(typed('legalName', 'Tisza Játék Bt.'), typed('shortName', 'Tisza'), typed('taxNumber', ''));
  expect(planSave(state, saved, rules)).toEqual({ changes: { shortName: 'Tisza', taxNumber: null }, unfit: {} });
});

test('what a field cannot hold is not saved and not lost: it waits in the draft', () => {
  const state = after(typed('legalName', 'x'.repeat(301)), typed('shortName', 'Tisza'));
  const plan = planSave(state, saved, rules);
  expect(plan.changes).toEqual({ shortName: 'Tisza' });
  expect(Object.keys(plan.unfit)).toEqual(['legalName']);
});

test('the form shows the card with what is typed on top', () => {
  const state = after(typed('shortName', 'Tisza'), typed('legalName', ''));
  expect(valuesOf(state, saved, rules)).toEqual({ taxNumber: '25978221-2-42', shortName: 'Tisza' });
});

test('leaving a field with a right number writes it the way it is stored', () => {
  const state = after(typed('taxNumber', '25978221242'), { type: 'left', path: 'taxNumber', saved, rules });
  expect(typedIn(state, 'taxNumber', saved)).toBe('25978221-2-42');
});

test('leaving a field with a wrong number leaves what was typed alone', () => {
  const state = after(typed('taxNumber', '25978222242'), { type: 'left', path: 'taxNumber', saved, rules });
  expect(typedIn(state, 'taxNumber', saved)).toBe('25978222242');
  expect(state.left).toEqual(['taxNumber']);
});

test('a field nobody touched follows the card; one that is being typed in keeps what is typed', () => {
  const state = after(typed('legalName', 'Tisza Játék Kft.'));
  const now = { ...saved, legalName: 'Tisza Toys Bt.', taxNumber: '12892312-2-42' };
  expect(typedIn(state, 'taxNumber', now)).toBe('12892312-2-42');
  expect(typedIn(state, 'legalName', now)).toBe('Tisza Játék Kft.');
  expect(changedMeanwhile(state, 'legalName', now)).toBe('Tisza Toys Bt.');
  expect(changedMeanwhile(state, 'taxNumber', now)).toBeNull();
});

test('two people who type the same have nothing to be told', () => {
  const state = after(typed('legalName', 'Tisza Játék Kft.'));
  expect(changedMeanwhile(state, 'legalName', { ...saved, legalName: 'Tisza Játék Kft.' })).toBeNull();
});

test('a removed contact comes back with everything that was typed about them', () => {
  const name = 'contacts.01900000-0000-7000-8000-000000000001.name';
  const gone = 'contacts.01900000-0000-7000-8000-000000000001.removed';
  const before = after(typed(name, 'Kiss Éva'));
  const undo = editsAt(before, [name, gone]);
  const removed = reduceForm(before, typed(gone, true));
  expect(valuesOf(removed, saved, rules)[gone]).toBe(true);
  expect(reduceForm(removed, { type: 'put-back', edits: undo }).edits).toEqual(before.edits);
});
