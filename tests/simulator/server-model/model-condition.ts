import type { SQL } from 'drizzle-orm';
import { placeOf, type Place } from './model-tables.ts';
import { ModelGap, textOf, tokensOf, type Token } from './model-words.ts';

/** What a condition looks at: the value at a place in the rows at hand. */
export type Look = (place: Place) => unknown;
/** null: neither true nor false, as SQL has it. */
export type Condition = (look: Look) => unknown;

/**
 * Reads the conditions the server's code writes with drizzle. It knows the words they use and no others: what it does not
 * know it refuses by name, so that nothing is ever guessed.
 */
export function conditionOf(where: SQL): Condition {
  const reader: Reader = { where, tokens: tokensOf(where), at: 0 };
  const condition = either(reader);
  if (reader.at < reader.tokens.length) throw unknownSql(reader);
  return condition;
}

interface Reader {
  readonly where: SQL;
  readonly tokens: readonly Token[];
  at: number;
}

function take(reader: Reader, text: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'word' || token.text !== text) return false;
  reader.at += 1;
  return true;
}

function need(reader: Reader, text: string): void {
  if (!take(reader, text)) throw unknownSql(reader);
}

function either(reader: Reader): Condition {
  let left = both(reader);
  while (take(reader, 'or')) left = or(left, both(reader));
  return left;
}

function both(reader: Reader): Condition {
  let left = negated(reader);
  while (take(reader, 'and')) left = and(left, negated(reader));
  return left;
}

function negated(reader: Reader): Condition {
  return take(reader, 'not') ? not(negated(reader)) : compared(reader);
}

function compared(reader: Reader): Condition {
  const left = operand(reader);
  if (take(reader, 'is')) {
    const isNot = take(reader, 'not');
    need(reader, 'null');
    return (look) => (left(look) === null) !== isNot;
  }
  if (take(reader, 'not')) {
    need(reader, 'in');
    return not(among(left, list(reader)));
  }
  if (take(reader, 'in')) return among(left, list(reader));
  for (const [word, compare] of COMPARISONS) {
    if (!take(reader, word)) continue;
    if (!take(reader, 'any')) return compareWith(compare, left, operand(reader));
    need(reader, '(');
    const values = operand(reader);
    need(reader, ')');
    return compareWith((value, of) => Array.isArray(of) && of.some((one) => compare(value, one)), left, values);
  }
  return left;
}

function list(reader: Reader): readonly Condition[] {
  need(reader, '(');
  const values = [operand(reader)];
  while (take(reader, ',')) values.push(operand(reader));
  need(reader, ')');
  return values;
}

function operand(reader: Reader): Condition {
  let value = simple(reader);
  for (;;) {
    if (take(reader, '->>')) value = part(value, simple(reader), true);
    else if (take(reader, '->')) value = part(value, simple(reader), false);
    else if (take(reader, '[')) {
      value = item(value, simple(reader));
      need(reader, ']');
    } else return value;
  }
}

function simple(reader: Reader): Condition {
  if (take(reader, '(')) {
    const inner = either(reader);
    need(reader, ')');
    return inner;
  }
  for (const [word, value] of LITERALS) if (take(reader, word)) return () => value;
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token === undefined || token.kind === 'word') throw unknownSql(reader);
  if (token.kind === 'column') {
    const place = placeOf(token.column);
    return (look) => look(place) ?? null;
  }
  const value = token.value ?? null;
  return () => value;
}

function unknownSql({ where }: Reader): ModelGap {
  return new ModelGap(`the model of the database does not understand: ${textOf(where)}`);
}

const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

type Compare = (a: unknown, b: unknown) => boolean;

const COMPARISONS: readonly (readonly [string, Compare])[] = [
  ['=', (a, b) => a === b],
  ['<>', (a, b) => a !== b],
  ['<=', (a, b) => below(a, b) || a === b],
  ['>=', (a, b) => !below(a, b)],
  ['<', (a, b) => below(a, b)],
  ['>', (a, b) => !below(a, b) && a !== b],
  ['&&', (a, b) => Array.isArray(a) && Array.isArray(b) && a.some((one) => b.includes(one))],
];

/** Numbers by size; moments and ids by their texts, which sort as they do. */
export function below(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  return String(a) < String(b);
}

function compareWith(compare: Compare, left: Condition, right: Condition): Condition {
  return (look) => {
    const [a, b] = [left(look), right(look)];
    return a === null || b === null ? null : compare(a, b);
  };
}

function among(left: Condition, values: readonly Condition[]): Condition {
  return values.map((value) => compareWith((a, b) => a === b, left, value)).reduce(or, () => false);
}

function and(a: Condition, b: Condition): Condition {
  return (look) => {
    const left = a(look);
    if (left === false) return false;
    const right = b(look);
    return right === false ? false : left === null || right === null ? null : true;
  };
}

function or(a: Condition, b: Condition): Condition {
  return not(and(not(a), not(b)));
}

function not(a: Condition): Condition {
  return (look) => {
    const value = a(look);
    return value === null ? null : value !== true;
  };
}

function part(value: Condition, key: Condition, asText: boolean): Condition {
  return (look) => {
    const whole = value(look);
    if (typeof whole !== 'object' || whole === null) return null;
    const inner: unknown = Reflect.get(whole, String(key(look))) ?? null;
    return asText && inner !== null && typeof inner !== 'string' ? JSON.stringify(inner) : inner;
  };
}

/** Counted from 1, as PostgreSQL does. */
function item(value: Condition, at: Condition): Condition {
  return (look) => {
    const [all, place] = [value(look), at(look)];
    return Array.isArray(all) && typeof place === 'number' ? (all[place - 1] ?? null) : null;
  };
}
