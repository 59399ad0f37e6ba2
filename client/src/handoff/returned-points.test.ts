import { expect, test } from 'vitest';
import type { ReturnPoint } from '@cession/shared/handoff/return-reasons.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import { pointStates } from './returned-points.ts';

const rules = { jurisdiction: 'HU', allowSamples: false } as const;
const contact = 'contacts.01900000-0000-7000-8000-000000000001';
const complete = { missing: [] };

function answered(
  point: Pick<ReturnPoint, 'path' | 'code'>,
  then: Record<string, string | boolean>,
  now: Record<string, string | boolean>,
  ticked: readonly string[] = [],
  verdict: Parameters<typeof pointStates>[2] = complete,
): boolean | undefined {
  const snapshot = { values: then } as unknown as Handoff['snapshot']; // only its values are looked at
  const points = [{ note: '', ...point }];
  return pointStates({ values: now }, { points, snapshot }, verdict, rules, ticked)[0]?.answered;
}

test('a point is answered when its value has changed and passes its check', () => {
  const point = { path: 'taxNumber', code: 'mismatch-with-register' } as const;
  expect(answered(point, { taxNumber: '25978221-2-42' }, { taxNumber: '25978221-2-42' })).toBe(false);
  expect(answered(point, { taxNumber: '25978221-2-42' }, { taxNumber: '12892313-2-42' })).toBe(false);
  expect(answered(point, { taxNumber: '25978221-2-42' }, { taxNumber: '12892312-2-42' })).toBe(true);
});

test('emptying a field answers only where the card may do without it', () => {
  const point = { path: 'shortName', code: 'wrong-party' } as const;
  expect(answered(point, { shortName: 'Tisza' }, {})).toBe(true);
  const asked = {
    missing: [{ requirement: 'legal-name', path: 'shortName', state: 'missing', problem: null }],
  } as const;
  expect(answered(point, { shortName: 'Tisza' }, {}, [], asked)).toBe(false);
});

test('a point on somebody who has been removed is answered', () => {
  const point = { path: `${contact}.name`, code: 'wrong-party' } as const;
  const then = { [`${contact}.name`]: 'Kiss Éva' };
  expect(answered(point, then, { ...then, [`${contact}.removed`]: true })).toBe(true);
});

test('a person who was missing altogether is there once a new one has the field', () => {
  const point = { path: 'contacts.*.name', code: 'missing' } as const;
  expect(answered(point, {}, {})).toBe(false);
  expect(answered(point, {}, { [`${contact}.name`]: 'Kiss Éva' })).toBe(true);
});

test('a missing paper is ticked by hand; a wrong number never is', () => {
  const values = { contractNumber: '44/2026' };
  const paper = { path: 'contractNumber', code: 'original-not-received' } as const;
  expect(answered(paper, values, values)).toBe(false);
  expect(answered(paper, values, values, ['contractNumber'])).toBe(true);
  const number = { path: 'contractNumber', code: 'wrong-format' } as const;
  expect(answered(number, values, values, ['contractNumber'])).toBe(false);
});
