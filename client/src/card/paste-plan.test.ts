import { expect, test } from 'vitest';
import { isOn, planPaste } from './paste-plan.ts';

const item = '01900000-0000-7000-8000-000000000001';
const fresh = '01900000-0000-7000-8000-0000000000ff';
const block = 'Tisza Játék Bt.\nAdószám: 25978221-2-42\nSzámlaszám: 11773016-11111018\nE-mail: iroda@tisza.example';

function plan(values: Record<string, string>) {
  const planned = planPaste(block, 'HU', values, () => fresh);
  if (!planned.ok) throw new Error(planned.error.code);
  return planned.value;
}

test('a block fills what it names, and new people and accounts are new items', () => {
  const { lines } = plan({});
  expect(lines.find(({ path }) => path === 'taxNumber')).toMatchObject({ value: '25978221-2-42', proven: true });
  expect(lines.map(({ path }) => path)).toContain(`bankAccounts.${fresh}.giro`);
  expect(lines.every((line) => isOn(line, new Set()))).toBe(true);
});

test('an account that is on the card already is not added a second time', () => {
  const { lines } = plan({ [`bankAccounts.${item}.giro`]: '11773016-11111018' });
  expect(lines.filter(({ path }) => path.startsWith('bankAccounts.'))).toEqual([]);
});

test('a value that would replace another one is offered, not taken', () => {
  const line = plan({ taxNumber: '12892312-2-42' }).lines.find(({ path }) => path === 'taxNumber');
  expect(line?.replaces).toBe('12892312-2-42');
  expect(line && isOn(line, new Set())).toBe(false);
  expect(line && isOn(line, new Set(['taxNumber']))).toBe(true);
});

test('a Russian block on a Hungarian card is called what it is', () => {
  const planned = planPaste('ООО «Волжанка»\nИНН 7707083893\nКПП 773601001', 'HU', {}, () => fresh);
  expect(planned.ok && planned.value.otherJurisdiction).toBe('RU');
});

test('a text with nothing in it, and one that is too long, are refused', () => {
  expect(planPaste('hello', 'HU', {}, () => fresh)).toEqual({ ok: false, error: { code: 'paste.nothing-found' } });
  expect(planPaste('x'.repeat(20_001), 'HU', {}, () => fresh)).toMatchObject({ error: { code: 'paste.too-long' } });
});
