import { expect, test } from 'vitest';
import { Instant } from '../../kernel/instant.ts';
import { neverDeemed, proofClock } from './proof-clock.ts';

const FRIDAY = Instant.parse('2026-11-20T09:00:00.000Z');

test.each([
  ['HU', 'supplier', false, 'pay-as-instructed', 'not-owed', 'ptk-6-197-3'],
  ['HU', 'factor', false, 'must-pay-supplier', 'before-effect', 'ptk-6-197-3'],
  ['HU', 'factor', true, 'pay-as-instructed', 'not-owed', 'ptk-6-197-3'],
  ['RU', 'factor', false, 'may-withhold', 'reasonable-time', 'gk-385-1'],
  ['RU', 'joint', false, 'may-pay-supplier-if-late', 'reasonable-time', 'gk-830-2'],
  ['US', 'supplier', false, 'may-pay-supplier-if-late', 'seasonably', 'ucc-9-406-c'],
  ['US', 'factor', true, 'may-pay-supplier-if-late', 'seasonably', 'ucc-9-406-c'],
  ['EU', 'supplier', true, 'law-of-contract', 'law-of-contract', null],
] as const)(
  '%s, sent by %s, proof attached %s: the debtor %s',
  (jurisdiction, sender, proofAttached, meanwhile, inLaw, article) => {
    expect(proofClock({ jurisdiction, sender, proofAttached }, FRIDAY)).toMatchObject({ meanwhile, inLaw, article });
  },
);

test('our own aim is two working days and skips the weekend', () => {
  const clock = proofClock({ jurisdiction: 'US', sender: 'supplier', proofAttached: false }, FRIDAY);
  expect(clock.house).toEqual({ workingDays: 2, aimAt: '2026-11-24T09:00:00.000Z' });
});

test('nothing follows from silence', () => {
  expect(neverDeemed()).toEqual([]);
});
