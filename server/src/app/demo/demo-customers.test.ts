import { checkGate } from '@cession/shared/card/gate.ts';
import { CardChanges } from '@cession/shared/card/card-changes.ts';
import { expect, test } from 'vitest';
import { europeanCustomers } from './customers-european-union.ts';
import { hungarianCustomers } from './customers-hungary.ts';
import { russianCustomers } from './customers-russia.ts';
import { americanCustomers } from './customers-united-states.ts';

const customers = [...hungarianCustomers, ...russianCustomers, ...europeanCustomers, ...americanCustomers];

test.each(customers)('$key could be handed over in a company that is no demo', ({ jurisdiction, values }) => {
  const complete = { ...values, clientManager: '0190a000-0000-7000-8000-000000000001' };
  expect(CardChanges.safeParse(complete).success).toBe(true);
  const verdict = checkGate({ jurisdiction, values: complete, allowSamples: false, on: null });
  expect(verdict.missing).toEqual([]);
});

test('no two customers of the demo share a key or a name', () => {
  expect(new Set(customers.map(({ key }) => key)).size).toBe(customers.length);
  expect(new Set(customers.map(({ values }) => values['legalName'])).size).toBe(customers.length);
});
