import { checkGate } from '@cession/shared/card/gate.ts';
import { UNVERIFIED } from '@cession/shared/card/requirement.ts';
import { requirements } from '@cession/shared/card/requirements.ts';
import { expect, test } from 'vitest';
import { askedOf } from './asked-list.ts';

const rules = { jurisdiction: 'HU', allowSamples: false } as const;

function asked(values: Record<string, string | boolean>) {
  return askedOf({ values }, rules, checkGate({ ...rules, values, on: null }));
}

test('what is asked and lacking is what the gate calls missing', () => {
  const values = { country: 'HU', legalForm: 'kft', legalName: 'Tisza Játék Kft.' };
  const lacking = asked(values).filter(({ lacking: open }) => open);
  const missing = new Set(checkGate({ ...rules, values, on: null }).missing.map(({ requirement }) => requirement));
  expect(new Set(lacking.map(({ id }) => id))).toEqual(missing);
  expect(asked(values).find(({ id }) => id === 'legal-name')?.lacking).toBe(false);
});

test('a rule that does not apply to this card is not asked', () => {
  const ids = asked({ country: 'HU' }).map(({ id }) => id);
  expect(ids).not.toContain('delivery-address');
  expect(asked({ country: 'HU', deliveryDiffers: true }).map(({ id }) => id)).toContain('delivery-address');
});

test('a citation is shown only where the text was read', () => {
  for (const { id, citation } of asked({ country: 'HU' })) {
    const { source } = requirements[id];
    expect(citation, id).toBe(source.citation === UNVERIFIED ? null : source.citation);
  }
});
