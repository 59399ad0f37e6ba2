import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeFields, survivingChanges, type FieldMerge } from './merge-fields.ts';
import type { FieldAccess, MergeClass } from './table.ts';

interface Card {
  readonly name: string | null;
  readonly phone: string | null;
  readonly notes: readonly string[];
}

const CLASSES: Readonly<Record<string, MergeClass>> = { name: 'hard', phone: 'soft', notes: 'additive' };
const fields: FieldAccess<Card> = {
  paths: (card) => Object.keys(card),
  read: (card, path) => (Object.hasOwn(card, path) ? card[path as keyof Card] : undefined),
  mergeClass: (path) => CLASSES[path] ?? 'hard',
  join: (_path, theirs, mine) => [...new Set([...(theirs as string[]), ...(mine as string[])])],
};

const card: Card = { name: 'Danube Toys', phone: '+36 1 555', notes: ['likes tea'] };
const ANNA = { ver: 4, by: '00000000-0000-4000-8000-00000000000a' };
const BELA = { ver: 7, by: '00000000-0000-4000-8000-00000000000b' };

function merge(part: Partial<FieldMerge<Card>>) {
  return mergeFields({ fields, row: card, meta: {}, base: {}, changes: {}, ...part });
}

describe('a field someone changed while offline', () => {
  test('is written when nobody else wrote it since', () => {
    expect(merge({ meta: { name: ANNA }, base: { name: ANNA }, changes: { name: 'Duna Játék' } })).toEqual([
      { kind: 'apply', path: 'name', value: 'Duna Játék' },
    ]);
  });

  test('is written when it was never written field by field before', () => {
    expect(merge({ changes: { name: 'Duna Játék' } })).toEqual([{ kind: 'apply', path: 'name', value: 'Duna Játék' }]);
  });

  test('is settled when both wrote the same', () => {
    expect(merge({ meta: { name: BELA }, base: { name: ANNA }, changes: { name: 'Danube Toys' } })).toEqual([
      { kind: 'noop', path: 'name', theirsBy: BELA.by },
    ]);
  });

  test('keeps both values for a person to decide when it is a hard field', () => {
    const outcomes = merge({ meta: { name: BELA }, base: { name: ANNA }, changes: { name: 'Duna Játék' } });
    expect(outcomes).toEqual([
      { kind: 'conflict', path: 'name', status: 'open', theirs: 'Danube Toys', theirsBy: BELA.by, mine: 'Duna Játék' },
    ]);
    expect(survivingChanges(outcomes)).toEqual({});
  });

  test('lets the later arrival win and keeps the other value when it is a soft field', () => {
    const outcomes = merge({ meta: { phone: BELA }, base: { phone: ANNA }, changes: { phone: '+36 1 777' } });
    expect(outcomes).toMatchObject([{ kind: 'conflict', status: 'auto', theirs: '+36 1 555', mine: '+36 1 777' }]);
    expect(survivingChanges(outcomes)).toEqual({ phone: '+36 1 777' });
  });

  test('is joined with what others added when it is an additive field', () => {
    expect(merge({ meta: { notes: BELA }, changes: { notes: ['pays late'] } })).toEqual([
      { kind: 'apply', path: 'notes', value: ['likes tea', 'pays late'] },
    ]);
    expect(merge({ meta: { notes: BELA }, changes: { notes: [] } })).toMatchObject([{ kind: 'noop' }]);
  });

  test('can be taken away, and an absent field equals null', () => {
    expect(merge({ changes: { phone: null } })).toEqual([{ kind: 'apply', path: 'phone', value: null }]);
    expect(merge({ row: { ...card, phone: null }, changes: { phone: null } })).toMatchObject([{ kind: 'noop' }]);
  });

  test('is judged by its own name even if that is the name of something built in', () => {
    expect(merge({ changes: { constructor: 'x' } })).toEqual([{ kind: 'apply', path: 'constructor', value: 'x' }]);
  });
});

test('no value is ever lost: it is written, already there, or kept in a conflict', () => {
  const writer = fc.constantFrom(null, ANNA, BELA);
  const path = fc.constantFrom('name', 'phone');
  fc.assert(
    fc.property(path, writer, writer, fc.string(), fc.string(), (field, now, seen, theirs, mine) => {
      const [outcome] = mergeFields({
        fields,
        row: { ...card, [field]: theirs },
        meta: now === null ? {} : { [field]: now },
        base: seen === null ? {} : { [field]: seen },
        changes: { [field]: mine },
      });
      const kept = {
        apply: () => outcome?.kind === 'apply' && outcome.value === mine && now?.by === seen?.by,
        noop: () => theirs === mine,
        conflict: () => outcome?.kind === 'conflict' && outcome.theirs === theirs && outcome.mine === mine,
      };
      return outcome !== undefined && kept[outcome.kind]();
    }),
  );
});
