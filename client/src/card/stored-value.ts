import { fits } from '@cession/shared/card/card-changes.ts';
import type { CardValue } from '@cession/shared/card/card.ts';
import type { CardPath, FieldSpec } from '@cession/shared/card/card-fields.ts';
import { fieldSpecOf } from '@cession/shared/card/card-path.ts';
import { checkField, type FieldContext } from '@cession/shared/card/check-field.ts';
import { formatIdentifier } from '@cession/shared/card/identifiers/check-identifier.ts';
import type { IdentifierProblem } from '@cession/shared/card/identifiers/identifier.ts';

/** What stands in a control. Numbers are their digits: a control never decides what a number is. */
export type Typed = string | boolean;

/** Why a value cannot be kept in its field at all. It stays in the form until a person has dealt with it. */
export type Unfit =
  | { readonly kind: 'too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'shape' };

/**
 * `fits: true`: the value can be saved, and `problem` says what is wrong with it all the same: a number that fails
 * its check is saved as it was typed, so that nothing is lost, and stops the hand-over instead.
 */
export type Stored =
  | {
      readonly fits: true;
      readonly value: CardValue | null;
      readonly proven: boolean;
      readonly problem: IdentifierProblem | null;
    }
  | { readonly fits: false; readonly unfit: Unfit };

const EMPTY: Stored = { fits: true, value: null, proven: false, problem: null };

export function toStored(path: CardPath, typed: Typed, context: FieldContext): Stored {
  const spec = fieldSpecOf(path);
  if (spec === null) return { fits: false, unfit: { kind: 'shape' } };
  if (typeof typed === 'boolean') return typed ? keep(true) : EMPTY;
  const text = spec.kind === 'long-text' ? typed.trimEnd() : typed.trim();
  if (text === '') return EMPTY;
  const max = longest(spec);
  if (text.length > max) return { fits: false, unfit: { kind: 'too-long', length: text.length, max } };
  if (spec.kind === 'whole-number') return wholeNumber(text, spec.min, spec.max);
  const check = checkField(path, text, context);
  if (!check.ok && fits(spec, text)) return { fits: true, value: text, proven: false, problem: check.problem };
  if (check.ok && fits(spec, check.value)) return { ...keep(check.value), proven: check.proven };
  return { fits: false, unfit: { kind: 'shape' } };
}

/** A stored value as its control shows it: numbers in the grouping people compare them in. */
export function typedOf(path: CardPath, value: CardValue | null): Typed {
  const spec = fieldSpecOf(path);
  if (spec?.kind === 'tick') return value === true;
  if (value === null) return '';
  return spec?.kind === 'identifier' ? formatIdentifier(spec.identifier, String(value)) : String(value);
}

/** How many characters a field holds. The same limits the shared schema sets; a longer text is never cut. */
export function longest(spec: FieldSpec): number {
  switch (spec.kind) {
    case 'text':
    case 'long-text':
      return spec.max;
    case 'identifier':
      return 200;
    case 'email':
    case 'phone':
      return 254;
    case 'choice':
    case 'day':
    case 'whole-number':
    case 'tick':
    case 'country':
    case 'currency':
    case 'language':
    case 'person':
      return 40;
  }
}

function wholeNumber(text: string, min: number, max: number): Stored {
  const digits = text.replace(/[\s\u00a0]/g, '');
  const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  const inside = value >= min && value <= max;
  return inside ? keep(value) : { fits: false, unfit: { kind: 'number', min, max } };
}

function keep(value: CardValue): Extract<Stored, { fits: true }> {
  return { fits: true, value, proven: false, problem: null };
}
