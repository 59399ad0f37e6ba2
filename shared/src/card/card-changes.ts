import * as z from 'zod/mini';
import { isDay } from '../kernel/instant.ts';
import { CardValue, type CardValues } from './card.ts';
import type { FieldSpec } from './card-fields.ts';
import { choicesOf } from './card-choices.ts';
import { fieldSpecOf } from './card-path.ts';

/** No field holds more than this; a longer paste is refused with words, never cut. */
const IDENTIFIER_MAX = 200;

/**
 * Field changes by path; null empties a field. Refuses unknown paths and values of the wrong shape.
 * Whether a number is *right* is the gate's business: a wrong tax number may be saved, not handed over.
 */
export const CardChanges = z.record(z.string().check(z.maxLength(80)), z.nullable(CardValue)).check(
  z.refine((changes) => Object.keys(changes).length <= 500),
  z.refine((changes) =>
    Object.entries(changes).every(([path, value]) => {
      const spec = fieldSpecOf(path);
      return spec !== null && (value === null || fits(spec, value));
    }),
  ),
);
export type CardChanges = Readonly<Record<string, CardValue | null>>;

/** True where a value has the shape its field holds. */
export function fits(spec: FieldSpec, value: CardValue): boolean {
  switch (spec.kind) {
    case 'text':
    case 'long-text':
      return typeof value === 'string' && value.length <= spec.max;
    case 'identifier':
      return typeof value === 'string' && value.length <= IDENTIFIER_MAX;
    case 'choice':
      return choicesOf[spec.choices].some((code) => code === value);
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'whole-number':
      return typeof value === 'number' && Number.isInteger(value) && value >= spec.min && value <= spec.max;
    case 'tick':
      return typeof value === 'boolean';
    case 'email':
    case 'phone':
      return typeof value === 'string' && value.length <= 254;
    case 'country':
    case 'language':
      return typeof value === 'string' && /^[A-Za-z]{2}$/.test(value);
    case 'currency':
      return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
    case 'person':
      return typeof value === 'string' && value.length <= 40;
  }
}

/** The values with the changes made. An emptied field has no value at all. */
export function withChanges(values: CardValues, changes: CardChanges): CardValues {
  const next: Record<string, CardValue> = { ...values };
  for (const [path, value] of Object.entries(changes)) {
    if (value === null || value === '') delete next[path];
    else next[path] = value;
  }
  return next;
}
