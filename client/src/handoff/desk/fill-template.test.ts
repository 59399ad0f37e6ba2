import { expect, test } from 'vitest';
import { fillTemplate } from './fill-template.ts';

test('a template speaks of the field and the value it stands for', () => {
  expect(fillTemplate('{field}: {value}? Compare {value}.', { field: 'Account', value: '117$&' })).toBe(
    'Account: 117$&? Compare 117$&.',
  );
});

test('other braces are words like any other', () => {
  expect(fillTemplate('{name} {field}', { field: '{value}', value: 'x' })).toBe('{name} {value}');
});
