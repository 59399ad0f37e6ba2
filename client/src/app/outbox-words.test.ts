import { PERMISSIONS } from '@cession/shared/people/permissions.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { expect, test } from 'vitest';
import { didText } from '../handoff/outbox-words.ts';
import { enOutbox } from '../text/en/outbox.ts';

test('everything that can lie in a phone’s outbox is shown in words', () => {
  const byPhone = [...mutators.values()]
    .map(({ name }) => name)
    .filter((name) => Object.entries(PERMISSIONS).some(([action, roles]) => action === name && isForPhones(roles)));
  expect(byPhone.length).toBeGreaterThan(5);
  expect(byPhone.filter((name) => !Object.hasOwn(enOutbox, didText(name)))).toEqual([]);
});

test('each of those sentences takes the name of the customer, and nothing else', () => {
  const sentences = Object.entries(enOutbox).filter(([id]) => id.startsWith('outbox.did.'));
  expect(sentences.filter(([, words]) => words.replace('{name}', '').includes('{'))).toEqual([]);
});

function isForPhones(roles: readonly string[]): boolean {
  return roles.includes('rep');
}
