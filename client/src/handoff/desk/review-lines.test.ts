import type { CardValues } from '@cession/shared/card/card.ts';
import type { FieldChange } from '@cession/shared/handoff/queue-view.ts';
import { describe, expect, test } from 'vitest';
import { addressLine } from './address-line.ts';
import { reviewGroups } from './review-lines.ts';

const account = '0192f7a0-0000-7000-8000-000000000001';
const contact = '0192f7a0-0000-7000-8000-000000000002';

function groupsOf(values: CardValues, changes: readonly FieldChange[] = [], hidden: readonly string[] = []) {
  return reviewGroups({ values, changes, hidden, row: { jurisdiction: 'HU', country: 'HU' } });
}

describe('the card lies before accounting', () => {
  test('in the order it is keyed, whatever order it was captured in', () => {
    const groups = groupsOf({
      contractNumber: '44/2025',
      [`bankAccounts.${account}.giro`]: '11773016-11111018',
      legalName: 'Bástya Élelmiszer Kft.',
      taxNumber: '12892312-2-42',
    });
    expect(groups.map(({ section, lines }) => [section, lines.map(({ path }) => path)])).toEqual([
      ['company', ['taxNumber', 'legalName']],
      ['bank', [`bankAccounts.${account}.giro`]],
      ['terms', ['contractNumber']],
    ]);
  });

  test('with a check digit marked only where one agrees', () => {
    const [company] = groupsOf({ taxNumber: '12892312-2-42', legalName: 'Bástya' });
    expect(company?.lines.map((line) => line.kind === 'field' && line.proven)).toEqual([true, false]);
  });

  test('with the owner keeping the telephone number: it is on file, and nothing of it is shown', () => {
    const [people] = groupsOf({}, [], [`contacts.${contact}.phone`]);
    expect(people?.lines).toMatchObject([{ key: 'contacts.*.phone', value: null, hidden: true, changed: false }]);
  });

  test('without ticks nobody set, but with one that was taken away', () => {
    const path = `contacts.${contact}.signs`;
    expect(groupsOf({ [path]: false })).toEqual([]);
    const [people] = groupsOf({ [path]: false }, [{ path, before: true, after: false }]);
    expect(people?.lines).toMatchObject([{ before: true, value: false, changed: true }]);
  });
});

describe('a card that came back', () => {
  test('marks what changed and nothing else, a value that was taken out as well', () => {
    const [company] = groupsOf({ taxNumber: '12892312-2-42', legalName: 'Bástya Élelmiszer Kft.' }, [
      { path: 'legalName', before: 'Bástya', after: 'Bástya Élelmiszer Kft.' },
      { path: 'shortName', before: 'Bástya', after: null },
    ]);
    expect(company?.lines.filter(({ changed }) => changed).map(({ path, before }) => [path, before])).toEqual([
      ['legalName', 'Bástya'],
      ['shortName', 'Bástya'],
    ]);
  });

  test('shows a changed address as two whole addresses', () => {
    const values = {
      'registeredAddress.zip': '1051',
      'registeredAddress.city': 'Budapest',
      'registeredAddress.street': 'Nádor',
      'registeredAddress.streetType': 'utca',
      'registeredAddress.houseNumber': '7.',
    };
    const [addresses] = groupsOf(values, [{ path: 'registeredAddress.houseNumber', before: '9.', after: '7.' }]);
    expect(addresses?.lines).toEqual([
      {
        kind: 'address',
        name: 'registeredAddress',
        path: 'registeredAddress.street',
        value: '1051 Budapest, Nádor utca 7.',
        before: '1051 Budapest, Nádor utca 9.',
        changed: true,
      },
    ]);
  });

  test('says that a contact was taken off, once, without repeating what was known of them', () => {
    const removed = `contacts.${contact}.removed`;
    const values = { [`contacts.${contact}.name`]: 'Pál Anna', [removed]: true };
    expect(groupsOf(values)).toEqual([]);
    expect(groupsOf(values, [{ path: removed, before: null, after: true }])).toMatchObject([
      { item: { list: 'contacts', removed: true }, lines: [] },
    ]);
  });
});

test.each([
  ['RU', '101000, Москва, ул. Мясницкая, 13'],
  ['US', '13 ул. Мясницкая, Москва, 101000'],
  ['DE', 'ул. Мясницкая 13, 101000 Москва'],
])('an address is written the way of %s', (country, expected) => {
  const values = {
    'postalAddress.zip': '101000',
    'postalAddress.city': 'Москва',
    'postalAddress.street': 'ул. Мясницкая',
    'postalAddress.houseNumber': '13',
  };
  expect(addressLine(values, 'postalAddress', country)).toBe(expected);
});
