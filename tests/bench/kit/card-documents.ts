/** The customers all contenders are given: the same seed makes the same cards. About 450 bytes of JSON each. */
import { createHash } from 'node:crypto';
import type { CardValues } from '@cession/shared/card/card.ts';

export interface CardDocument {
  readonly id: string;
  readonly jurisdiction: 'HU';
  readonly values: CardValues;
}

export function cardDocuments(seed: number, count: number): readonly CardDocument[] {
  const dice = throwing(seed);
  return Array.from({ length: count }, () => cardDocument(dice));
}

/** The same for the same documents, whatever order they come in and whatever order their fields are kept in. */
export function hashOf(documents: readonly { readonly id: string; readonly values: unknown }[]): string {
  const hash = createHash('sha256');
  for (const { id, values } of documents.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const sorted = Object.entries(values ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
    hash.update(JSON.stringify([id, sorted]));
  }
  return hash.digest('hex');
}

const FAMILY = ['Szabó', 'Kovács', 'Tóth', 'Nagy', 'Horváth', 'Varga', 'Kiss', 'Molnár', 'Németh', 'Farkas'];
const GIVEN = ['Ágnes', 'Gábor', 'Katalin', 'Péter', 'Eszter', 'Zoltán', 'Mária', 'Attila', 'Judit', 'István'];
const TRADE = ['Játék', 'Papír', 'Könyv', 'Sport', 'Bútor', 'Textil', 'Vegyes', 'Élelmiszer'];
const TOWN = ['Budapest', 'Szeged', 'Debrecen', 'Pécs', 'Győr', 'Miskolc', 'Sopron', 'Eger'];
const STREET = ['Váci', 'Kossuth Lajos', 'Petőfi Sándor', 'Rákóczi', 'Dózsa György', 'Széchenyi'];

type Dice = (below: number) => number;

function cardDocument(dice: Dice): CardDocument {
  const pick = (from: readonly string[]): string => from[dice(from.length)] ?? '';
  const number = (digits: number): string => String(dice(9 * 10 ** (digits - 1)) + 10 ** (digits - 1));
  const name = `${pick(FAMILY)} ${pick(GIVEN)}`;
  const house = `${name.split(' ')[0]?.toLowerCase()}${number(4)}`.normalize('NFD').replaceAll(/[^a-z0-9]/gu, '');
  return {
    id: uuid(dice),
    jurisdiction: 'HU',
    values: {
      country: 'HU',
      taxNumber: `${number(8)}-2-${number(2)}`,
      legalName: `${name} és Társa ${pick(TRADE)} Kereskedelmi Kft.`,
      legalForm: 'kft',
      taxStatus: 'vat-registered',
      registerNumber: `01-09-${number(6)}`,
      'registeredAddress.zip': number(4),
      'registeredAddress.city': pick(TOWN),
      'registeredAddress.street': pick(STREET),
      'registeredAddress.streetType': 'utca',
      'registeredAddress.houseNumber': number(2),
      invoiceEmail: `szamla@${house}.example`,
      invoiceChannel: 'email',
      paymentTermsDays: 8 + dice(60),
      currency: 'HUF',
      preferredLanguage: 'hu',
    },
  };
}

function uuid(dice: Dice): string {
  const hex = Array.from({ length: 8 }, () => dice(0x1_0000).toString(16).padStart(4, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** mulberry32 */
function throwing(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
