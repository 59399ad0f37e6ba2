import type { Card, CardValues } from '@cession/shared/card/card.ts';
import { expect, test } from 'vitest';
import { emptySigner, gapsOf, prefillSigners, signersIn, signersKnown } from './signer-form.ts';

const card = (values: CardValues): Card => ({ jurisdiction: 'HU', values }) as Card; // only these two are read
/** Two who sign, one who does not. */
const anna = {
  'contacts.0193a1b2-0000-7000-8000-00000000000a.name': 'Kiss Anna',
  'contacts.0193a1b2-0000-7000-8000-00000000000a.position': 'ügyvezető',
  'contacts.0193a1b2-0000-7000-8000-00000000000a.signs': true,
};
const bela = {
  'contacts.0193a1b2-0000-7000-8000-00000000000b.name': 'Nagy Béla',
  'contacts.0193a1b2-0000-7000-8000-00000000000b.signs': true,
  'contacts.0193a1b2-0000-7000-8000-00000000000b.signingRule': 'joint',
};
const clerk = {
  'contacts.0193a1b2-0000-7000-8000-00000000000c.name': 'Kovács Éva',
  'contacts.0193a1b2-0000-7000-8000-00000000000c.signs': false,
};

test('who signs is taken from the card, with their rule; who does not sign is not suggested', () => {
  expect(prefillSigners(card({ ...anna, ...clerk }))).toMatchObject({
    rule: 'sole',
    people: [{ name: 'Kiss Anna', title: 'ügyvezető', isFromCard: true }],
  });
  const joint = prefillSigners(card({ ...anna, ...bela }));
  expect(joint.rule).toBe('joint');
  expect(joint.people.map(({ name }) => name)).toEqual(['Kiss Anna', 'Nagy Béla']);
});

test('a power of attorney on the card stays one, with its number', () => {
  const values = {
    ...anna,
    'contacts.0193a1b2-0000-7000-8000-00000000000a.authorityBasis': 'power-of-attorney',
    'contacts.0193a1b2-0000-7000-8000-00000000000a.authorityReference': '7/2026',
  };
  expect(prefillSigners(card(values)).people[0]).toMatchObject({
    authority: 'power-of-attorney',
    authorityReference: '7/2026',
  });
});

test('nobody known leaves one empty place', () => {
  expect(prefillSigners(null).people).toHaveLength(1);
  expect(prefillSigners(card(clerk)).people[0]?.name).toBe('');
});

test('what is missing is named: a name, the ground of a power, how they were identified, the second person', () => {
  const empty = emptySigner('1');
  expect(gapsOf({ rule: 'sole', people: [empty] }).map(({ kind }) => kind)).toEqual(['needName', 'needIdentified']);
  const power = { ...empty, name: 'A', identifiedBy: 'known', authority: 'power-of-attorney' } as const;
  expect(gapsOf({ rule: 'joint', people: [power] }).map(({ kind }) => kind)).toEqual(['needPower', 'needSecond']);
  const ready = { ...power, authorityReference: '7/2026' };
  expect(gapsOf({ rule: 'sole', people: [ready] })).toEqual([]);
  expect(gapsOf({ rule: 'sole', people: [ready, { ...ready, key: '2' }] })).toEqual([{ kind: 'tooMany' }]);
});

test('how somebody was identified travels, the key of the form does not', () => {
  const [person] = signersIn({ rule: 'sole', people: [{ ...emptySigner('1'), name: ' A ', identifiedBy: 'id-seen' }] });
  expect(person).toEqual({
    name: 'A',
    title: '',
    authority: 'statutory',
    authorityReference: '',
    identifiedBy: 'id-seen',
  });
});

test('where nobody was there, a nameless place names nobody', () => {
  expect(signersKnown({ rule: 'sole', people: [emptySigner('1')] })).toEqual([]);
});
