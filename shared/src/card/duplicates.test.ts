import { describe, expect, test } from 'vitest';
import { germanGmbh, hungarianKft, russianOoo } from '../../../tests/support/sample-cards.ts';
import { fastest } from '../../../tests/support/stopwatch.ts';
import type { CardKey } from './card-key.ts';
import type { Card } from './card.ts';
import { findDuplicates, type DuplicateQuery } from './duplicates.ts';
import { foldName } from './fold-name.ts';
import { nameLikeness } from './name-likeness.ts';
import { cardKeyOf, registrationKeys } from './registration-key.ts';

const idOf = (n: number) => `0190bbbb-0000-7000-8000-${String(n).padStart(12, '0')}` as Card['id']; // a UUID
const ownerId = '0190bbbb-0000-7000-8000-00000000aaaa' as Card['ownerId']; // a UUID

function key(n: number, name: string, zip = '', keys: string[] = []): CardKey {
  return { id: idOf(n), ownerId, jurisdiction: 'HU', status: 'draft', name, keys, foldedName: foldName(name), zip };
}

const typed = (name: string, zip = '', keys: string[] = []): DuplicateQuery => key(0, name, zip, keys);

describe('the same company written differently folds to one name', () => {
  test.each([
    ['Duna Játék Kft.', 'DUNA JATEK KORLÁTOLT FELELŐSSÉGŰ TÁRSASÁG'],
    ['ООО «Ёлка»', 'Общество с ограниченной ответственностью "Елка"'],
    ['ООО «Восток»', 'OOO "Восток"'],
    ['ИП Орлов С. Н.', 'Индивидуальный предприниматель Орлов С.Н.'],
    ['Müller & Söhne GmbH', 'MULLER SOHNE gmbh'],
    ['Lakeshore Toy Supply, L.L.C.', 'Lakeshore Toy Supply LLC'],
    ['Kék Madár Zrt', 'Kék Madár Zártkörűen Működő Részvénytársaság'],
  ])('%s = %s', (left, right) => {
    expect(foldName(left)).toBe(foldName(right));
  });

  test('a name that is only a legal form keeps it', () => {
    expect(foldName('Kft.')).toBe('kft');
  });
});

const ONE_COMPANY: readonly (readonly [string, string])[] = [
  ['Duna Játék Kft.', 'Duna Jatek Kft'],
  ['Szegedi Paprika Zrt.', 'Szegeid Paprika Zrt.'],
  ['Danube Toys Kft.', 'Danub Toys Kft.'],
  ['Alföldi Bábuk Bt.', 'Alföldi Bábu Bt.'],
  ['ООО «Волжские игрушки»', 'ООО «Волжкие игрушки»'],
  ['Nordhafen Spielwaren GmbH', 'Nordhafen Spielwahren GmbH'],
  ['Lakeshore Toy Supply LLC', 'Lakeshore Toys Supply LLC'],
  ['Fapados Bútor Kft.', 'Fapadós Bútorok Kft.'],
];

const TWO_COMPANIES: readonly (readonly [string, string])[] = [
  ['Alfa Kft.', 'Alfa Trade Kft.'],
  ['Duna Ker Kft.', 'Duna Bau Kft.'],
  ['Pannon Invest Zrt.', 'Pannon Trade Zrt.'],
  ['Tisza 2000 Kft.', 'Tisza 2001 Kft.'],
  ['ООО «Восток»', 'ООО «Востокстрой»'],
  ['ООО «Север»', 'ООО «Сервер»'],
  ['Nord Spielwaren GmbH', 'Süd Spielwaren GmbH'],
  ['Balaton Étterem Kft.', 'Balaton Autó Kft.'],
];

describe('names at one postal code', () => {
  test.each(ONE_COMPANY)('%s and %s may be one company', (left, right) => {
    expect(findDuplicates(typed(left, '1138'), [key(1, right, '1138')], [])).toMatchObject([
      { strength: 'similar-name' },
    ]);
  });

  test.each(TWO_COMPANIES)('%s and %s are two', (left, right) => {
    expect(findDuplicates(typed(left, '1138'), [key(1, right, '1138')], [])).toEqual([]);
  });

  test('the threshold stands between the two kinds with room on both sides', () => {
    const likeness = ([left, right]: readonly [string, string]) => nameLikeness(foldName(left), foldName(right));
    expect(Math.min(...ONE_COMPANY.map(likeness))).toBeGreaterThan(0.91);
    expect(Math.max(...TWO_COMPANIES.map(likeness))).toBeLessThan(0.9);
  });

  test('a misspelt name elsewhere is no duplicate, the very same name is', () => {
    const others = [key(1, 'Alföld Báb Bt.', '6000'), key(2, 'ALFÖLDI BÁBUK', '4024')];
    expect(findDuplicates(typed('Alföldi Bábuk Bt.', '1138'), others, []).map(({ id }) => id)).toEqual([idOf(2)]);
  });
});

describe('numbers', () => {
  test('a tax number with and without hyphens is one number, whatever the name', () => {
    const keys = registrationKeys('HU', { taxNumber: '24173564 2 41' });
    expect(keys).toEqual(registrationKeys('HU', hungarianKft.values));
    expect(findDuplicates(typed('Más Kft.', '', keys), [key(1, 'Duna Kft.', '', ['HU:24173564'])], [])).toMatchObject([
      { strength: 'same-number' },
    ]);
  });

  test('an ИНН with another КПП is a branch, before the КПП is typed the same company', () => {
    const inn = registrationKeys('RU', { inn: String(russianOoo.values['inn']) });
    const whole = registrationKeys('RU', russianOoo.values);
    const branch = registrationKeys('RU', { ...russianOoo.values, kpp: '631602001' });
    const strength = (own: string[]) => findDuplicates(typed('', '', own), [key(1, 'X', '', whole)], [])[0]?.strength;
    expect([strength(whole), strength(inn), strength(branch)]).toEqual(['same-number', 'same-number', 'branch']);
  });

  test('members of one VAT group are related, not the same', () => {
    const member = (core: string) => [`HU:${core}`, 'HU-GROUP:17782342'];
    const found = findDuplicates(typed('', '', member('24173564')), [key(1, 'Y', '', member('12892312'))], []);
    expect(found).toMatchObject([{ strength: 'branch' }]);
  });

  test('a longer number that begins alike is another number', () => {
    expect(findDuplicates(typed('', '', ['RU:774139285']), [key(1, 'Z', '', ['RU:7741392852'])], [])).toEqual([]);
  });

  test('a wrong number is no key', () => {
    expect(registrationKeys('EU', { euVatNumber: 'DE000', country: 'DE' })).toEqual([]);
    expect(registrationKeys('EU', germanGmbh.values)).toHaveLength(1);
  });
});

test('the strongest stands first, and what a person kept apart or is itself does not come back', () => {
  const others = [
    key(0, 'Duna Játék Kft.'),
    key(1, 'Duna Játék Kft.'),
    key(2, 'Duna Játék Kft.'),
    key(3, 'Egészen Más Bt.', '', ['HU:24173564']),
  ];
  const found = findDuplicates(typed('Duna Játék', '', ['HU:24173564']), others, [{ otherId: idOf(1) }]);
  expect(found.map(({ id, strength }) => [id, strength])).toEqual([
    [idOf(3), 'same-number'],
    [idOf(2), 'similar-name'],
  ]);
});

test('a card tells the phones its name, number and postal code, and nothing else', () => {
  const card: Card = {
    id: idOf(7),
    ownerId,
    helpers: [],
    jurisdiction: 'HU',
    status: 'draft',
    revision: 0,
    handoffId: null,
    values: hungarianKft.values,
    keptApart: [],
    offer: null,
    bounced: null,
    createdAt: '2026-11-20T08:00:00.000Z' as Card['createdAt'], // an instant
    changedAt: '2026-11-20T08:00:00.000Z' as Card['changedAt'], // an instant
  };
  expect(cardKeyOf(card)).toEqual({
    id: idOf(7),
    ownerId,
    jurisdiction: 'HU',
    status: 'draft',
    name: 'Dunaparti Játék Kereskedelmi Kft.',
    keys: ['HU:24173564'],
    foldedName: foldName('Dunaparti Játék Kereskedelmi'),
    zip: '1138',
  });
});

test('ten thousand cards are searched while somebody types', () => {
  const words = [
    'duna',
    'tisza',
    'pannon',
    'alföld',
    'balaton',
    'játék',
    'ker',
    'bau',
    'trade',
    'invest',
    'bútor',
    'papír',
  ];
  const keys = Array.from({ length: 10_000 }, (_, n) => {
    const name = [words[n % 12], words[(n * 7 + 3) % 12], words[Math.floor(n / 144) % 12]].join(' ');
    return key(n + 1, `${name} ${n % 97} Kft.`, String(1000 + (n % 9)), [`HU:${10_000_000 + n}`]);
  });
  const query = typed('Duna Játék Bútor 12 Kft.', '1003', ['HU:10005000']);
  expect(fastest(40, () => findDuplicates(query, keys, []))).toBeLessThan(10);
});
