import { describe, expect, test } from 'vitest';
import { ACCOUNT_ID, CONTACT_ID, SAMPLE_CARDS } from '../../../tests/support/sample-cards.ts';
import type { CardValues } from './card.ts';
import { SECTIONS } from './card-fields.ts';
import { fieldKeyOf, fieldKeysIn } from './card-path.ts';
import { withChanges } from './card-changes.ts';
import { checkGate } from './gate.ts';
import { JURISDICTIONS, type Jurisdiction } from './jurisdiction.ts';
import { shownFields, shownItemFields } from './shown-fields.ts';

const contact = (part: string) => `contacts.${CONTACT_ID}.${part}`;

describe('a screen shows what means something on this card', () => {
  test('a delivery address only where it differs', () => {
    const shown = (deliveryDiffers: boolean) =>
      shownFields('addresses', 'HU', { deliveryDiffers }).filter((key) => key.startsWith('deliveryAddress.'));
    expect(shown(false)).toEqual([]);
    expect(shown(true)).toEqual([
      'deliveryAddress.country',
      'deliveryAddress.zip',
      'deliveryAddress.city',
      'deliveryAddress.street',
      'deliveryAddress.streetType',
      'deliveryAddress.houseNumber',
    ]);
  });

  test('a private person is not asked for company numbers', () => {
    const shown = shownFields('company', 'HU', { legalForm: 'private-person' });
    expect(shown).toContain('personalTaxId');
    expect(shown).not.toContain('taxNumber');
    expect(shown).not.toContain('registerNumber');
  });

  test('a value that is there stays in sight even where it should not be', () => {
    expect(shownFields('company', 'RU', { legalForm: 'ip', kpp: '774101001' })).toContain('kpp');
  });

  test('the channel decides which address of an invoice is asked for', () => {
    const addresses = ['invoiceEmail', 'ediAddress', 'peppolId', 'portalAddress', 'edoParticipantId'];
    const shown = shownFields('invoicing', 'HU', { invoiceChannel: 'peppol' });
    expect(shown.filter((key) => addresses.includes(key))).toEqual(['peppolId']);
  });

  test('authority is asked of those who sign', () => {
    const shown = (signs: boolean) =>
      shownItemFields('contacts', CONTACT_ID, 'HU', { [contact('signs')]: signs, [contact('name')]: 'Szabó Ágnes' });
    expect(shown(false)).not.toContain('contacts.*.authorityBasis');
    expect(shown(true)).toContain('contacts.*.authorityBasis');
  });
});

test('whatever the gate asks for can be reached on screen', () => {
  const shownOn = (jurisdiction: Jurisdiction, values: CardValues) => {
    const plain = SECTIONS.flatMap((section) => shownFields(section, jurisdiction, values));
    return new Set<string>([
      ...plain,
      ...shownItemFields('contacts', CONTACT_ID, jurisdiction, values),
      ...shownItemFields('bankAccounts', ACCOUNT_ID, jurisdiction, values),
    ]);
  };
  const cards = [
    ...SAMPLE_CARDS,
    ...SAMPLE_CARDS.flatMap((card) =>
      Object.keys(card.values).map((path) => ({ ...card, values: withChanges(card.values, { [path]: null }) })),
    ),
  ];
  for (const { jurisdiction, values } of cards) {
    const shown = shownOn(jurisdiction, values);
    for (const line of checkGate({ jurisdiction, values, allowSamples: false, on: null }).missing) {
      expect(shown).toContain(fieldKeyOf(line.path) ?? line.path);
    }
  }
});

test('every field belongs to one section and is shown in no other', () => {
  for (const jurisdiction of JURISDICTIONS) {
    const shown = SECTIONS.flatMap((section) => shownFields(section, jurisdiction, {}));
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.every((key) => fieldKeysIn(jurisdiction).includes(key))).toBe(true);
  }
});
