import type { CardChanges } from '@cession/shared/card/card-changes.ts';
import type { CardValue, CardValues } from '@cession/shared/card/card.ts';
import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { FieldContext } from '@cession/shared/card/check-field.ts';
import * as z from 'zod/mini';
import { toStored, typedOf, type Typed } from './stored-value.ts';

/** What a person did to one field since the form was opened. */
export const FieldEdit = z.object({
  typed: z.union([z.string(), z.boolean()]),
  /** What the card held when the person began: shows what a colleague wrote meanwhile. */
  seen: z.nullable(z.union([z.string(), z.number(), z.boolean()])),
});
export type FieldEdit = z.infer<typeof FieldEdit>;

/** The form is the card plus these edits. A field nobody touched follows the card. */
export const FormState = z.object({
  edits: z.record(z.string(), FieldEdit),
  /** Fields the person has left: only these are told what is wrong with them. */
  left: z.array(z.string()),
});
export type FormState = z.infer<typeof FormState>;

export type FormEvent =
  | { readonly type: 'typed'; readonly path: CardPath; readonly typed: Typed; readonly saved: CardValues }
  | { readonly type: 'left'; readonly path: CardPath; readonly saved: CardValues; readonly rules: Rules }
  | {
      readonly type: 'filled';
      readonly values: Readonly<Record<CardPath, Typed>>;
      readonly saved: CardValues;
    }
  | { readonly type: 'put-back'; readonly edits: Readonly<Record<CardPath, FieldEdit | null>> }
  | { readonly type: 'opened'; readonly state: FormState };

/** What the checks need to know besides the values. */
export type Rules = Pick<FieldContext, 'jurisdiction' | 'allowSamples'>;

export const UNTOUCHED: FormState = { edits: {}, left: [] };

export function reduceForm(state: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case 'typed':
      return withTyped(state, { [event.path]: event.typed }, event.saved);
    case 'left':
      return afterLeaving(state, event.path, contextOf(state, event.saved, event.rules));
    case 'filled': {
      const filled = withTyped(state, event.values, event.saved);
      return { ...filled, left: [...new Set([...filled.left, ...Object.keys(event.values)])] };
    }
    case 'put-back':
      return { ...state, edits: withoutNull({ ...state.edits, ...event.edits }) };
    case 'opened':
      return event.state;
  }
}

/** What stands in a control now. */
export function typedIn(state: FormState, path: CardPath, saved: CardValues): Typed {
  return state.edits[path]?.typed ?? typedOf(path, saved[path] ?? null);
}

/** The card as it will be once this form is saved: what cannot be saved leaves its field empty. */
export function valuesOf(state: FormState, saved: CardValues, rules: Rules): CardValues {
  const { changes } = planSave(state, saved, rules);
  const values: Record<string, CardValue> = { ...saved };
  for (const [path, value] of Object.entries(changes)) {
    if (value === null) delete values[path];
    else values[path] = value;
  }
  return values;
}

/** The checks see the fields as they are typed now: an account is keyed against the БИК beside it. */
export function contextOf(state: FormState, saved: CardValues, rules: Rules): FieldContext {
  const values: Record<string, CardValue> = { ...saved };
  for (const [path, { typed }] of Object.entries(state.edits)) values[path] = typed;
  return { ...rules, values };
}

export interface SavePlan {
  /** Only what really differs from the card. */
  readonly changes: CardChanges;
  /** What the fields cannot hold. It stays in the draft. */
  readonly unfit: Readonly<Record<CardPath, FieldEdit>>;
}

export function planSave(state: FormState, saved: CardValues, rules: Rules): SavePlan {
  const context = contextOf(state, saved, rules);
  const changes: Record<string, CardValue | null> = {};
  const unfit: Record<string, FieldEdit> = {};
  for (const [path, edit] of Object.entries(state.edits)) {
    const stored = toStored(path, edit.typed, context);
    if (!stored.fits) unfit[path] = edit;
    else if (stored.value !== (saved[path] ?? null)) changes[path] = stored.value;
  }
  return { changes, unfit };
}

/** A colleague changed this field while it was being typed in; null where nobody did, or both wrote the same. */
export function changedMeanwhile(state: FormState, path: CardPath, saved: CardValues): CardValue | null {
  const edit = state.edits[path];
  const now = saved[path] ?? null;
  if (!edit || now === edit.seen || typedOf(path, now) === edit.typed) return null;
  return now ?? '';
}

/** What a later "undo" must put back: the edits of these fields as they are now. */
export function editsAt(state: FormState, paths: readonly CardPath[]): Record<CardPath, FieldEdit | null> {
  return Object.fromEntries(paths.map((path) => [path, state.edits[path] ?? null]));
}

function withTyped(state: FormState, typed: Readonly<Record<CardPath, Typed>>, saved: CardValues): FormState {
  const edits = { ...state.edits };
  for (const [path, value] of Object.entries(typed)) {
    const seen = edits[path] ? edits[path].seen : (saved[path] ?? null);
    edits[path] = { typed: value, seen };
  }
  return { ...state, edits };
}

/** A right number is shown the way it is stored, so that it can be compared digit by digit. */
function afterLeaving(state: FormState, path: CardPath, context: FieldContext): FormState {
  const left = state.left.includes(path) ? state.left : [...state.left, path];
  const edit = state.edits[path];
  const stored = edit && toStored(path, edit.typed, context);
  const tidy = stored?.fits === true && stored.problem === null && stored.value !== null;
  if (!edit || !tidy) return { ...state, left };
  return { edits: { ...state.edits, [path]: { ...edit, typed: typedOf(path, stored.value) } }, left };
}

function withoutNull(edits: Readonly<Record<CardPath, FieldEdit | null>>): Record<CardPath, FieldEdit> {
  const kept: Record<CardPath, FieldEdit> = {};
  for (const [path, edit] of Object.entries(edits)) if (edit !== null) kept[path] = edit;
  return kept;
}
