import { PERMISSIONS } from '@cession/shared/people/permissions.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { expect, test } from 'vitest';
import { hasWords } from '../handoff/outbox-words.ts';

test('everything that can lie in a phone’s outbox is shown in words', () => {
  const byPhone = [...mutators.values()]
    .map(({ name }) => name)
    .filter((name) => Object.entries(PERMISSIONS).some(([action, roles]) => action === name && isForPhones(roles)));
  expect(byPhone.length).toBeGreaterThan(5);
  expect(byPhone.filter((name) => !hasWords(name))).toEqual([]);
});

function isForPhones(roles: readonly string[]): boolean {
  return roles.includes('rep');
}
