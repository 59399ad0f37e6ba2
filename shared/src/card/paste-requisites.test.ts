import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastest } from '../../../tests/support/stopwatch.ts';
import { CardChanges } from './card-changes.ts';
import { PASTE_BLOCKS } from './paste-blocks.fixture.ts';
import { PASTE_MAX, changesOfPaste, pasteRequisites, type PastedRequisites } from './paste-requisites.ts';

function read(text: string): PastedRequisites {
  const result = pasteRequisites(text);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** `giro`, or `giro#1` for the second account. Signing marks are left out: every block with a person has them. */
function fields(text: string): Record<string, unknown> {
  return Object.fromEntries(
    read(text)
      .found.filter(({ key }) => !/\.(signs|role)$/.test(key))
      .map(({ key, item, value }) => [key.replace(/^\w+\.\*\./, '') + (item ? `#${item}` : ''), value]),
  );
}

const seat = (parts: Record<string, string>) =>
  Object.fromEntries(Object.entries(parts).map(([part, value]) => [`registeredAddress.${part}`, value]));

describe('a Hungarian block fills the card', () => {
  test('from a letterhead', () => {
    expect(fields(PASTE_BLOCKS.letterhead)).toEqual({
      legalName: 'Dunaparti Játék Kereskedelmi Kft.',
      legalForm: 'kft',
      taxNumber: '24173564-2-41',
      registerNumber: '01-09-173562',
      giro: '10300208-10543720',
      email: 'info@dunaparti.example',
      phone: '+36 30 214 5873',
      ...seat({ zip: '1138', city: 'Budapest', street: 'Váci', streetType: 'út', houseNumber: '193. 2. em. 5.' }),
    });
  });

  test('from numbers nobody labelled', () => {
    expect(fields(PASTE_BLOCKS.withoutLabels)).toMatchObject({
      legalName: 'DUNAPARTI JÁTÉK KFT.',
      taxNumber: '24173564-2-41',
      registerNumber: '01-09-173562',
      giro: '10300208-10543720',
      'registeredAddress.streetType': 'út',
    });
  });

  test('from one line with commas, with who represents it', () => {
    expect(fields(PASTE_BLOCKS.oneLine)).toEqual({
      legalName: 'Tiszavirág Bt.',
      legalForm: 'bt',
      taxNumber: '24173564-2-06',
      registerNumber: '06-06-018273',
      name: 'Nagy Béla',
      position: 'ügyvezető',
      ...seat({ zip: '6720', city: 'Szeged', street: 'Kárász', streetType: 'utca', houseNumber: '7.' }),
    });
  });

  test('from the head of a contract, VAT group and IBAN included', () => {
    expect(fields(PASTE_BLOCKS.contractHead)).toEqual({
      legalName: 'Zöld Kocka Zártkörűen Működő Részvénytársaság',
      legalForm: 'zrt',
      registerNumber: '09-10-000381',
      taxNumber: '24173564-4-44',
      groupTaxNumber: '17782342-5-44',
      euVatNumber: 'HU17782342',
      statisticalCode: '24173564-4649-114-09',
      bankName: 'Példa Bank Nyrt.',
      iban: 'HU07103002081054372000000000',
      bic: 'MKKBHUHB',
      name: 'dr. Kiss-Varga Mária',
      position: 'vezérigazgató',
      ...seat({ zip: '4024', city: 'Debrecen', street: 'Piac', streetType: 'utca', houseNumber: '12/A' }),
    });
  });

  test('from the table of a web page, mark-up and all', () => {
    expect(fields(PASTE_BLOCKS.webTable)).toMatchObject({ legalName: 'Alföldi Bábu Kft.', taxNumber: '24173564-2-03' });
    expect(read(PASTE_BLOCKS.webTable).leftOver).toBe('');
  });

  test('where each label stands above its value', () => {
    expect(fields(PASTE_BLOCKS.labelsAbove)).toMatchObject({
      taxNumber: '24173564-2-41',
      'registeredAddress.zip': '1138',
      name: 'Szabó Ágnes',
      position: 'Ügyvezető',
    });
  });

  test('with two accounts, the IBAN beside the account it repeats', () => {
    expect(fields(PASTE_BLOCKS.twoAccounts)).toEqual({
      giro: '10300208-10543720',
      iban: 'HU07103002081054372000000000',
      'giro#1': '11600006-60873455',
    });
  });

  test('with a slip in the tax number: filled, and flagged', () => {
    expect(read(PASTE_BLOCKS.slip).found).toEqual([
      {
        key: 'taxNumber',
        item: null,
        value: '24173565-2-41',
        raw: '24173565-2-41',
        problem: { code: 'check-digit' },
        proven: false,
      },
    ]);
  });
});

describe('Russian реквизиты fill the card', () => {
  test('from a company card', () => {
    expect(fields(PASTE_BLOCKS.russianCard)).toEqual({
      legalName: 'Общество с ограниченной ответственностью «Волжские игрушки»',
      shortName: 'ООО «Волжские игрушки»',
      legalForm: 'ooo',
      inn: '7741392852',
      kpp: '774101001',
      ogrn: '1187746392514',
      okpo: '28439171',
      okved: '46.49.42',
      ...seat({ zip: '127018', city: 'Москва', street: 'ул. Сущёвский Вал', houseNumber: 'д. 18, офис 412' }),
      'postalAddress.zip': '127018',
      'postalAddress.city': 'Москва',
      'postalAddress.street': 'а/я 17',
      postalDiffers: true,
      account: '40702810938000174512',
      bankName: 'ПАО «Пример Банк» г. Москва',
      corrAccount: '30101810900000000974',
      bik: '044525974',
      name: 'Кузнецова Ирина Павловна',
      position: 'Генеральный директор',
      authorityBasis: 'articles',
      phone: '+7 (495) 741-39-28',
      email: 'buh@volga-igr.example',
    });
  });

  test('from one line; no bank is looked up from its БИК', () => {
    const found = fields(PASTE_BLOCKS.russianOneLine);
    expect(found).toMatchObject({ legalName: 'ООО "Ромашка"', inn: '7741392852', kpp: '774101001', bik: '044525974' });
    expect(found).not.toHaveProperty('bankName');
  });

  test('of an ИП, account printed in groups', () => {
    expect(fields(PASTE_BLOCKS.soleTrader)).toMatchObject({
      legalName: 'ИП Орлов Сергей Николаевич',
      legalForm: 'ip',
      inn: '501287394600',
      ogrnip: '318502400073910',
      account: '40802810770000091834',
      bankName: 'АО «Пример Банк»',
      'registeredAddress.region': 'Московская область',
    });
  });

  test('from the preamble of a contract, with the power of attorney', () => {
    expect(fields(PASTE_BLOCKS.contractPreamble)).toEqual({
      legalName: 'Общество с ограниченной ответственностью «Север»',
      legalForm: 'ooo',
      name: 'Петрова Ивана Сергеевича',
      position: 'генеральный директор',
      authorityBasis: 'power-of-attorney',
      authorityReference: 'доверенности № 5 от 01.02.2026',
    });
  });

  test('with ИНН and КПП behind one slash', () => {
    expect(fields(PASTE_BLOCKS.slashes)).toMatchObject({
      inn: '7741392852',
      kpp: '774101001',
      legalName: 'ООО «Север»',
    });
  });
});

test('on a card of another country, what is written alike everywhere', () => {
  const result = pasteRequisites(PASTE_BLOCKS.german, 'EU');
  const found = result.ok ? result.value.found.map(({ key, value }) => [key, value]) : [];
  expect(found).toEqual([
    ['euVatNumber', 'DE281746396'],
    ['bankAccounts.*.iban', 'DE31200505501048273915'],
    ['contacts.*.email', 'info@nordhafen.example'],
  ]);
  expect(result).toMatchObject({ value: { jurisdiction: 'EU', leftOver: 'Nordhafen Spielwaren GmbH' } });
});

describe('whatever is pasted', () => {
  test('a letter without company details says so', () => {
    expect(pasteRequisites(PASTE_BLOCKS.nothing)).toEqual({ ok: false, error: { code: 'paste.nothing-found' } });
  });

  test('ten megabytes are refused at once, with the limit', () => {
    const refusal = pasteRequisites('Adószám: 24173564-2-41 '.repeat(450_000));
    expect(refusal).toEqual({ ok: false, error: { code: 'paste.too-long', max: PASTE_MAX } });
  });

  test('every block becomes changes a card takes', () => {
    for (const block of Object.values(PASTE_BLOCKS).filter((text) => pasteRequisites(text).ok)) {
      const changes = changesOfPaste(
        read(block).found,
        (list, item) => `0190aaaa-0000-7000-8000-${list === 'contacts' ? 'c' : 'b'}0000000000${item}`,
      );
      expect(CardChanges.safeParse(changes).success).toBe(true);
    }
  });

  test('no digit is invented and nothing throws', () => {
    const scraps = fc.constantFrom(...Object.values(PASTE_BLOCKS).flatMap((text) => text.split(/(?<=[\n,:])/u)));
    const anything = fc.oneof(
      scraps,
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[\d -/]{0,30}$/),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const result = pasteRequisites(text);
        if (!result.ok) return;
        const written = text.normalize('NFKC').replace(/\D/g, '');
        for (const { value } of result.value.found) expect(written).toContain(String(value).replace(/\D/g, ''));
      }),
      { numRuns: 400, seed: 20_261_121 },
    );
  });

  test('twenty thousand characters of near misses are read quickly', () => {
    const worst = fastest(1, () => {
      for (const scrap of ['1138 Budapest ', 'ООО «', 'Bank: ', '12 34 56 ', 'А', '1', 'a.', 'Á-', '<td ', '«"„']) {
        pasteRequisites(scrap.repeat(Math.floor(PASTE_MAX / scrap.length)));
      }
    });
    expect(worst).toBeLessThan(3000);
  });
});
