import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkIdentifier } from './check-identifier.ts';
import type { IdentifierContext, IdentifierKind } from './identifier.ts';

type Slip = { value: string; position: number; from: number; to: number };

const demo: IdentifierContext = { allowSamples: true };

/**
 * Every number of the kind made from the body by choosing its check digits, then every other digit in every place:
 * what slips through must be exactly what the arithmetic says cannot be seen, no more and no less.
 */
function expectMisses(options: {
  kind: IdentifierKind;
  body: fc.Arbitrary<string>;
  complete: (body: string) => string[];
  unseen: (slip: Slip) => boolean;
  extra?: Partial<IdentifierContext>;
  where?: (slip: Slip) => boolean;
}): void {
  const context = { ...demo, ...options.extra };
  const accepted = (value: string): boolean => checkIdentifier(options.kind, value, context).ok;
  let tried = 0;
  fc.assert(
    fc.property(options.body, (body) => {
      for (const value of options.complete(body).filter(accepted)) {
        const all = slips(value).filter(options.where ?? (() => true));
        tried += all.length;
        const surprises = all.filter((slip) => accepted(changed(slip)) !== options.unseen(slip));
        expect(surprises).toEqual([]);
      }
    }),
    { numRuns: 120 },
  );
  expect(tried).toBeGreaterThan(1000);
}

function changed({ value, position, to }: Slip): string {
  return value.slice(0, position) + String(to) + value.slice(position + 1);
}

function slips(value: string): Slip[] {
  return Array.from(value, (character, position) => ({ character, position }))
    .filter(({ character }) => /\d/.test(character))
    .flatMap(({ character, position }) =>
      Array.from({ length: 10 }, (_, to) => ({ value, position, from: Number(character), to })).filter(
        ({ from, to }) => from !== to,
      ),
    );
}

const digits = (count: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((list) => list.join(''));
const anyLastDigit = (body: string): string[] => Array.from({ length: 10 }, (_, digit) => body + digit);
const anyLastTwo = (body: string): string[] => anyLastDigit(body).flatMap(anyLastDigit);
const never = (): boolean => false;

describe('a slip in one digit is always caught', () => {
  test('in the core of a Hungarian tax number, where weights 9-7-3-1 have no factor in common with 10', () => {
    expectMisses({ kind: 'hu.eu-vat', body: digits(7), complete: (body) => anyLastDigit(`HU${body}`), unseen: never });
  });

  test('in both parts of a GIRO account, of 16 or 24 digits', () => {
    const complete = (body: string): string[] =>
      anyLastDigit(body.slice(0, 7)).flatMap((bank) => anyLastDigit(bank + body.slice(7)));
    expectMisses({ kind: 'hu.giro', body: fc.oneof(digits(14), digits(22)), complete, unseen: never });
  });

  test('in an adóazonosító jel, where nothing is folded modulo 11', () => {
    expectMisses({
      kind: 'hu.personal-tax-id',
      body: digits(8).map((d) => `8${d}`),
      complete: anyLastDigit,
      unseen: never,
    });
  });

  test('in a Russian account against its BIK, weights 7-1-3', () => {
    const complete = (body: string): string[] => anyLastDigit(body.slice(0, 8)).map((front) => front + body.slice(8));
    const extra = { bik: '044525225' };
    expectMisses({ kind: 'ru.account', body: digits(19), complete, unseen: never, extra });
  });

  test('in a correspondent account, whose ends are fixed by the rule and the BIK', () => {
    const complete = (body: string): string[] =>
      anyLastDigit(`301${body.slice(0, 5)}`).map((front) => `${front}${body.slice(5)}225`);
    expectMisses({ kind: 'ru.corr-account', body: digits(13), complete, unseen: never, extra: { bik: '044525225' } });
  });

  test('in an ABA routing number, weights 3-7-1', () => {
    expectMisses({ kind: 'us.aba', body: digits(7).map((d) => `0${d}`), complete: anyLastDigit, unseen: never });
  });

  test('in a GLN, weights 1-3', () => {
    const complete = (body: string): string[] => anyLastDigit(`0088:${body}`);
    // The scheme before the colon is looked up, not keyed.
    const where = ({ position }: Slip): boolean => position > 4;
    expectMisses({ kind: 'peppol', body: digits(12), complete, unseen: never, where });
  });

  test('in an IBAN or a LEI, modulo 97', () => {
    expectMisses({
      kind: 'iban',
      body: digits(18),
      complete: (body) => hundred((key) => `DE${key}${body}`),
      unseen: never,
    });
    const lei = digits(18).map((d) => d.replace('5', 'K').replace('7', 'X'));
    expectMisses({ kind: 'lei', body: lei, complete: anyLastTwo, unseen: never });
  });
});

describe('a slip in one digit is caught, except exactly where the rule folds remainders together', () => {
  test('the VAT code and county of a Hungarian tax number are looked up, not keyed', () => {
    const complete = (body: string): string[] => anyLastDigit(body).map((core) => `${core}-2-42`);
    const unseen = ({ position, to }: Slip): boolean => {
      if (position === 9) return to >= 1 && to <= 5;
      if (position === 11) return to <= 3;
      return position === 12 && to <= 4;
    };
    expectMisses({ kind: 'hu.tax-number', body: digits(7), complete, unseen });
  });

  test('ИНН of ten digits: remainders 0 and 10', () => {
    expectMisses({ kind: 'ru.inn', body: digits(9), complete: anyLastDigit, unseen: innUnseen });
  });

  test('ИНН of twelve digits: only if both check digits fold at once', () => {
    const keeps = (slip: Slip, weights: number[]): boolean =>
      slip.position < weights.length && folds(slip, weights, 11);
    const unseen = (slip: Slip): boolean =>
      slip.position < 10 &&
      keeps(slip, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) &&
      keeps(slip, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
    expectMisses({ kind: 'ru.inn', body: digits(10), complete: anyLastTwo, unseen });
  });

  test('ОГРН: remainders 0 and 10 of 11', () => {
    const unseen = (slip: Slip): boolean =>
      slip.position < 12 && !(slip.position === 0 && slip.to === 0) && folds(slip, powersOfTen(12, 11), 11);
    expectMisses({ kind: 'ru.ogrn', body: digits(11).map((d) => `1${d}`), complete: anyLastDigit, unseen });
  });

  test('ОГРНИП: remainders 0 and 10, 1 and 11, 2 and 12 of 13', () => {
    const unseen = (slip: Slip): boolean =>
      slip.position < 14 && (slip.position > 0 || /[34]/.test(String(slip.to))) && folds(slip, powersOfTen(14, 13), 13);
    expectMisses({ kind: 'ru.ogrnip', body: digits(13).map((d) => `3${d}`), complete: anyLastDigit, unseen });
  });

  test('ОКПО: only when the first weighing leaves 10 before or after the slip', () => {
    const unseen = (slip: Slip): boolean => {
      const last = slip.value.length - 1;
      if (slip.position === last) return false;
      const [before, after] = [
        slip.value,
        slip.value.slice(0, slip.position) + slip.to + slip.value.slice(slip.position + 1),
      ];
      const [first, second] = [before, after].map((value) => firstWeighing(value.slice(0, last)));
      if (first !== 10 && second !== 10) return false;
      return okpoKey(before.slice(0, last)) === okpoKey(after.slice(0, last));
    };
    expectMisses({ kind: 'ru.okpo', body: fc.oneof(digits(7), digits(9)), complete: anyLastDigit, unseen });
  });

  test('one in 55 slips in the body of a ten-digit ИНН goes unseen, counted over every remainder and pair of digits', () => {
    const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    for (let position = 0; position < 9; position += 1) {
      const counted = everyRemainderAndPair(position, weights, 11);
      expect(counted).toEqual({ unseen: 18, tried: 990 });
    }
  });
});

/** Builds, for every remainder and every pair of digits at the place, one valid ИНН, and counts what passes changed. */
function everyRemainderAndPair(
  position: number,
  weights: number[],
  modulus: number,
): { unseen: number; tried: number } {
  const count = { unseen: 0, tried: 0 };
  for (let remainder = 0; remainder < modulus; remainder += 1) {
    for (let from = 0; from < 10; from += 1) {
      const body = bodyWith(position, from, remainder, weights, modulus);
      const value = body + (remainder % 10);
      expect(checkIdentifier('ru.inn', value, demo)).toMatchObject({ ok: true });
      for (const slip of slips(value).filter((candidate) => candidate.position === position)) {
        count.tried += 1;
        if (checkIdentifier('ru.inn', changed(slip), demo).ok) count.unseen += 1;
      }
    }
  }
  return count;
}

function bodyWith(position: number, digit: number, remainder: number, weights: number[], modulus: number): string {
  const others = weights.map((_, i) => i).filter((i) => i !== position);
  const [one = 0, two = 0] = others;
  for (let filling = 0; filling < 100; filling += 1) {
    const body = weights.map((_, i) => (i === position ? digit : 0));
    body[one] = filling % 10;
    body[two] = Math.floor(filling / 10);
    if (weigh(body.join(''), weights) % modulus === remainder) return body.join('');
  }
  throw new Error(`no body leaves ${String(remainder)}`);
}

function innUnseen(slip: Slip): boolean {
  return slip.position < 9 && folds(slip, [2, 4, 10, 3, 5, 9, 4, 6, 8], 11);
}

/** The remainder moves, but its last digit stays. */
function folds(slip: Slip, weights: number[], modulus: number): boolean {
  const before = weigh(slip.value, weights) % modulus;
  const step = (weights[slip.position] ?? 0) * (slip.to - slip.from);
  const after = (((before + step) % modulus) + modulus) % modulus;
  return before % 10 === after % 10;
}

function weigh(value: string, weights: number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(value[i]), 0);
}

function powersOfTen(count: number, modulus: number): number[] {
  const powers = [1];
  while (powers.length < count) powers.unshift(((powers[0] ?? 1) * 10) % modulus);
  return powers;
}

function firstWeighing(body: string): number {
  return Array.from(body, (digit, i) => Number(digit) * (i + 1)).reduce((sum, part) => sum + part, 0) % 11;
}

function okpoKey(body: string): number {
  if (firstWeighing(body) < 10) return firstWeighing(body);
  const again =
    Array.from(body, (digit, i) => Number(digit) * (((i + 2) % 10) + 1)).reduce((sum, part) => sum + part, 0) % 11;
  return again === 10 ? 0 : again;
}

function hundred(build: (key: string) => string): string[] {
  return Array.from({ length: 100 }, (_, key) => build(String(key).padStart(2, '0')));
}
