import { expect, test } from 'vitest';
import { longest, toStored, typedOf } from './stored-value.ts';
import { specOf } from '@cession/shared/card/card-path.ts';

const hungary = { jurisdiction: 'HU', values: {}, allowSamples: false } as const;

test('a right number is kept in its storage form, however it was typed', () => {
  expect(toStored('taxNumber', ' 25978221242 ', hungary)).toEqual({
    fits: true,
    value: '25978221-2-42',
    proven: true,
    problem: null,
  });
});

test('a number that fails its check digit is kept as it was typed, and called wrong', () => {
  const stored = toStored('taxNumber', '25978222-2-42', hungary);
  expect(stored).toMatchObject({ fits: true, value: '25978222-2-42', problem: { code: 'check-digit' } });
});

test('a text longer than its field is never cut: it does not fit, and says by how much', () => {
  const max = longest(specOf('legalName'));
  expect(toStored('legalName', 'x'.repeat(max), hungary)).toMatchObject({ fits: true });
  expect(toStored('legalName', 'x'.repeat(max + 1), hungary)).toEqual({
    fits: false,
    unfit: { kind: 'too-long', length: max + 1, max },
  });
});

test.each([
  ['30', 30],
  [' 1 20 ', 120],
  ['0', 0],
] as const)('"%s" days are read as %i', (typed, days) => {
  expect(toStored('paymentTermsDays', typed, hungary)).toMatchObject({ fits: true, value: days });
});

test.each(['366', '-1', '30.5', 'thirty', '9999999999999999'])('"%s" is no number of days', (typed) => {
  expect(toStored('paymentTermsDays', typed, hungary)).toEqual({
    fits: false,
    unfit: { kind: 'number', min: 0, max: 365 },
  });
});

test.each([
  ['legalName', '   '],
  ['deliveryDiffers', false],
  ['contractDate', ''],
] as const)('%s with nothing in it has no value at all', (path, typed) => {
  expect(toStored(path, typed, hungary)).toMatchObject({ fits: true, value: null });
});

test('an account is keyed against the BIK that stands beside it', () => {
  const item = '01900000-0000-7000-8000-000000000001';
  const path = `bankAccounts.${item}.account`;
  const values = { [`bankAccounts.${item}.bik`]: '049805746' };
  const russia = { jurisdiction: 'RU', values, allowSamples: true } as const;
  expect(toStored(path, '40602810700000000025', russia)).toMatchObject({ proven: true, problem: null });
  expect(toStored(path, '40602810800000000025', russia)).toMatchObject({ problem: { code: 'check-digit' } });
});

test('a stored value is shown the way people compare it', () => {
  expect(typedOf(`bankAccounts.01900000-0000-7000-8000-000000000001.iban`, 'DE89370400440532013000')).toBe(
    'DE89 3704 0044 0532 0130 00',
  );
  expect(typedOf('paymentTermsDays', 30)).toBe('30');
  expect(typedOf('deliveryDiffers', null)).toBe(false);
  expect(typedOf('legalName', null)).toBe('');
});
