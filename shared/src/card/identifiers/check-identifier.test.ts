import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkIdentifier, formatIdentifier } from './check-identifier.ts';
import { euVatOfHungarianTaxNumber, vatCodeOf } from './hungary.ts';
import { IBAN_REGISTRY_EXAMPLES } from './iban-registry-examples.ts';
import type { IdentifierContext, IdentifierKind } from './identifier.ts';
import { innKind } from './russia.ts';

const real: IdentifierContext = { allowSamples: false };
const demo: IdentifierContext = { allowSamples: true };
/** Kind, as printed, as stored, and what the check needs beside it. Published or computed. */
const VALID: Array<[IdentifierKind, string, string, Partial<IdentifierContext>?]> = [
  ['hu.tax-number', '25978221-2-42', '25978221-2-42'],
  ['hu.tax-number', '10537914-4-44', '10537914-4-44'],
  ['hu.tax-number', '10625790-4-44', '10625790-4-44'],
  ['hu.group-tax-number', '25978221-5-42', '25978221-5-42'],
  ['hu.eu-vat', 'HU12892312', 'HU12892312'],
  ['hu.eu-vat', '12892312', 'HU12892312'],
  ['hu.register-number', '01-10-041585', '01-10-041585'],
  ['hu.sole-trader-number', '51234567', '51234567'],
  ['hu.giro', '11773016-11111018-00000000', '11773016-11111018'],
  ['hu.giro', '10032000-01076868', '10032000-01076868'],
  ['hu.statistical-code', '10537914-6419-114-01', '10537914-6419-114-01'],
  ['hu.personal-tax-id', '8123456786', '8123456786'],
  ['ru.inn', '7707083893', '7707083893'],
  ['ru.inn', '7736050003', '7736050003'],
  ['ru.inn', '1234567894', '1234567894'],
  ['ru.inn', '500100732259', '500100732259'],
  ['ru.inn', '123456789047', '123456789047'],
  ['ru.inn', '366220664163', '366220664163'],
  ['ru.kpp', '773601001', '773601001'],
  ['ru.kpp', '7736AB001', '7736AB001'],
  ['ru.ogrn', '1027700132195', '1027700132195'],
  ['ru.ogrn', '1022200525819', '1022200525819'],
  ['ru.ogrn', '1027739552642', '1027739552642'],
  ['ru.ogrnip', '304500116000157', '304500116000157'],
  ['ru.ogrnip', '385768585948949', '385768585948949'],
  ['ru.okpo', '00032537', '00032537'],
  ['ru.okpo', '00040778', '00040778'],
  ['ru.okved', '47.11.1', '47.11.1'],
  ['ru.okved', '64.19', '64.19'],
  ['ru.bik', '044525225', '044525225'],
  ['ru.bik', '044525187', '044525187'],
  ['ru.bik', '044525593', '044525593'],
  ['ru.account', '40602810700000000025', '40602810700000000025', { bik: '049805746' }],
  ['ru.account', '30101810800000000746', '30101810800000000746', { bik: '049805000' }],
  ['ru.account', '40602C10700000000025', '40602C10700000000025'],
  ['ru.corr-account', '30101810400000000225', '30101810400000000225', { bik: '044525225' }],
  ['ru.corr-account', '30101810700000000187', '30101810700000000187', { bik: '044525187' }],
  ['ru.corr-account', '40102810545370000003', '40102810545370000003', { bik: '014525988' }],
  ['eu.vat', 'HU12892312', 'HU12892312'],
  ['eu.vat', 'BE 0202.239.951', 'BE0202239951'],
  ['iban', 'HU42 1177 3016 1111 1018 0000 0000', 'HU42117730161111101800000000'],
  ['iban', 'HU93116000060000000012345676', 'HU93116000060000000012345676'],
  ['iban', 'DE89370400440532013000', 'DE89370400440532013000'],
  ['iban', 'RU0304452522540817810538091310419', 'RU0304452522540817810538091310419'],
  ['bic', 'AGRIFRPP882', 'AGRIFRPP882'],
  ['bic', 'ABNABE2A', 'ABNABE2A'],
  ['lei', '213800KUD8LAJWSQ9D15', '213800KUD8LAJWSQ9D15'],
  ['lei', '529900TODVLNUTNSYF94', '529900TODVLNUTNSYF94'],
  ['eori', 'HU0000012892312', 'HU0000012892312'],
  ['peppol', '9910:HU12892312', '9910:HU12892312'],
  ['peppol', '0199:529900TODVLNUTNSYF94', '0199:529900TODVLNUTNSYF94'],
  ['us.ein', '91-1144442', '911144442'],
  ['us.ein', '04-2103594', '042103594'],
  ['us.aba', '111000025', '111000025'],
  ['us.aba', '021000021', '021000021'],
  ['us.aba', '011000015', '011000015'],
  ['us.account', '4111 0092 17', '4111009217'],
  ['us.state', 'NY', 'NY'],
  ['us.ssn-or-ein', '04-2103594', '042103594'],
  ['us.ssn-or-ein', '219-21-1111', '219-21-1111'],
];

const KINDS = [...new Set(VALID.map(([kind]) => kind))];

describe('a number from its register passes', () => {
  test.each(VALID)('%s %s is stored as %s', (kind, typed, stored, extra) => {
    const check = checkIdentifier(kind, typed, { ...demo, ...extra });
    expect(check).toMatchObject({ ok: true, value: stored });
  });

  test('every kind has at least one', () => {
    expect(KINDS).toHaveLength(28);
  });

  test('an account without its BIK is only looked at, with it the key is computed', () => {
    const account = '40602810700000000025';
    expect(checkIdentifier('ru.account', account, real)).toMatchObject({ ok: true, strength: 'format' });
    expect(checkIdentifier('ru.account', account, { ...real, bik: '04 98 05 746' })).toMatchObject({
      ok: true,
      strength: 'check-digit',
    });
  });
});

describe('a wrong number is refused and the wrong part is named', () => {
  test.each<[IdentifierKind, string, string, string | undefined, Partial<IdentifierContext>?]>([
    ['hu.tax-number', '25978222-2-42', 'check-digit', undefined],
    ['hu.tax-number', '25978221-6-42', 'unknown-part', 'vat-code'],
    ['hu.tax-number', '25978221-2-21', 'unknown-part', 'county'],
    ['hu.tax-number', '25978221-2-50', 'unknown-part', 'county'],
    ['hu.tax-number', '25978221', 'length', undefined],
    ['hu.tax-number', '2597822I-2-42', 'format', undefined],
    ['hu.group-tax-number', '25978221-2-42', 'unknown-part', 'vat-code'],
    ['hu.eu-vat', 'HU12892313', 'check-digit', undefined],
    ['hu.eu-vat', 'DE12892312', 'format', undefined],
    ['hu.register-number', '21-10-041585', 'unknown-part', 'court'],
    ['hu.register-number', '01-24-041585', 'unknown-part', 'company-form'],
    ['hu.giro', '11773017-11111018', 'check-digit', 'group-1'],
    ['hu.giro', '11773016-11111018-00000001', 'check-digit', 'group-2'],
    ['hu.giro', '12345678-12345678-12345678', 'sentinel', undefined],
    ['hu.statistical-code', '10537914-6419-114-21', 'unknown-part', 'county'],
    ['hu.personal-tax-id', '8123456787', 'check-digit', undefined],
    ['hu.personal-tax-id', '7123456786', 'format', undefined],
    ['ru.inn', '7707083894', 'check-digit', undefined],
    ['ru.inn', '500100732258', 'check-digit', undefined],
    ['ru.inn', '77070838930', 'length', undefined],
    ['ru.kpp', '77360100', 'length', undefined],
    ['ru.kpp', '7736O1OO1', 'format', undefined],
    ['ru.ogrn', '1027700132196', 'check-digit', undefined],
    ['ru.ogrnip', '304500116000158', 'check-digit', undefined],
    ['ru.ogrnip', '504500116000157', 'format', undefined],
    ['ru.okpo', '00032538', 'check-digit', undefined],
    ['ru.okved', '4', 'length', undefined],
    ['ru.bik', '144525225', 'format', undefined],
    ['ru.account', '40602810700000000025', 'check-digit', 'account-key', { bik: '044525187' }],
    ['ru.account', '40602D10700000000025', 'format', undefined],
    ['ru.corr-account', '30101810400000000225', 'contradiction', 'bik', { bik: '044525187' }],
    ['ru.corr-account', '30101810500000000225', 'check-digit', 'account-key', { bik: '044525225' }],
    ['ru.corr-account', '40602810700000000025', 'format', undefined],
    ['eu.vat', 'CH123456789', 'unknown-part', 'country'],
    ['eu.vat', '811125440', 'format', 'country'],
    ['iban', 'HU43117730161111101800000000', 'check-digit', undefined],
    ['iban', 'US64SVBKUS6S3300958879', 'unknown-part', 'country'],
    ['iban', 'DE8937040044053201300', 'length', undefined],
    ['iban', 'BE41539007547035', 'check-digit', 'national-check'],
    ['bic', 'ABNAQQ2A', 'unknown-part', 'bic-country'],
    ['bic', 'ABNABE2', 'length', undefined],
    ['lei', '213800KUD8LAJWSQ9D16', 'check-digit', undefined],
    ['eori', 'DE1234567890123456', 'length', undefined],
    ['peppol', '9999:HU12892312', 'unknown-part', 'scheme'],
    ['peppol', '9910:HU12892313', 'check-digit', 'id'],
    ['peppol', '9930:HU12892312', 'contradiction', 'id'],
    ['peppol', '0199:529900TODVLNUTNSYF95', 'check-digit', 'id'],
    ['us.ein', '07-1144442', 'unknown-part', 'prefix'],
    ['us.aba', '111000026', 'check-digit', undefined],
    ['us.aba', '900000003', 'unknown-part', 'prefix'],
    ['us.account', '123', 'length', undefined],
    ['us.state', 'ZZ', 'unknown-part', 'state'],
    ['us.ssn-or-ein', '666-12-3456', 'unknown-part', 'prefix'],
  ])('%s %s: %s %s', (kind, typed, code, part, extra) => {
    const check = checkIdentifier(kind, typed, { ...real, ...extra });
    expect(check).toMatchObject({ ok: false, problem: part === undefined ? { code } : { code, part } });
  });
});

describe('placeholders and published examples', () => {
  test.each<[IdentifierKind, string, 'sentinel' | 'sample']>([
    ['ru.inn', '0000000000', 'sentinel'],
    ['ru.inn', '1234567894', 'sentinel'],
    ['ru.inn', '123456789047', 'sentinel'],
    ['hu.tax-number', '11111111-1-11', 'sentinel'],
    ['hu.tax-number', '22222222-2-22', 'sentinel'],
    ['hu.tax-number', '12345676-2-42', 'sentinel'],
    ['hu.tax-number', '99999999-2-41', 'sentinel'],
    ['hu.tax-number', '99887764-2-02', 'sample'],
    ['hu.eu-vat', 'HU99999999', 'sentinel'],
    ['eu.vat', 'HU99887764', 'sample'],
    ['hu.giro', '11773016-11111018-00000000', 'sample'],
    ['iban', 'HU93116000060000000012345676', 'sentinel'],
    ['iban', 'DE89370400440532013000', 'sample'],
    ['us.aba', '000000000', 'sentinel'],
    ['us.aba', '123456780', 'sentinel'],
  ])('%s %s is a %s, and passes in a demo company', (kind, typed, code) => {
    expect(checkIdentifier(kind, typed, real)).toMatchObject({ ok: false, problem: { code } });
    expect(checkIdentifier(kind, typed, demo)).toMatchObject({ ok: true });
  });

  test.each(IBAN_REGISTRY_EXAMPLES)('registry example %s is a correct IBAN of nobody', (iban) => {
    expect(checkIdentifier('iban', iban, demo)).toMatchObject({ ok: true, value: iban });
    expect(checkIdentifier('iban', iban, real)).toMatchObject({ ok: false, problem: { code: 'sample' } });
  });
});

describe('however it is typed, it is the same number', () => {
  const separators = fc.constantFrom(
    ' ',
    '\u00A0',
    '\u202F',
    '\u2009',
    '\t',
    '-',
    '\u2011',
    '\u2013',
    '\u2014',
    '\u2212',
    '.',
    '\u00AD',
    '',
  );
  const looksTheSame: Record<string, string> = {
    A: 'А',
    B: 'В',
    C: 'С',
    E: 'Е',
    H: 'Н',
    K: 'К',
    M: 'М',
    O: 'О',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
  };
  const disguises: Array<(c: string) => string> = [
    (c) => c,
    (c) => c.toLowerCase(),
    (c) => looksTheSame[c] ?? c,
    (c) => (looksTheSame[c] ?? c).toLowerCase(),
    (c) => (/[0-9A-Z]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c),
  ];

  test.each(VALID)('%s %s', (kind, typed, stored, extra) => {
    const compact = kind === 'us.ssn-or-ein' ? typed : typed.replace(/[ .\-/]/g, '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(disguises.length - 1), separators), { minLength: 60, maxLength: 60 }),
        (choices) => {
          const keepsPlaces = kind === 'us.ssn-or-ein';
          const disguised = Array.from(compact, (character, i) => {
            const [which, separator] = choices[i] ?? [0, ''];
            return (disguises[which]?.(character) ?? character) + (keepsPlaces ? '' : separator);
          }).join('');
          expect(checkIdentifier(kind, disguised, { ...demo, ...extra })).toMatchObject({ ok: true, value: stored });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('Greece is EL for VAT and GR for customs', () => {
    expect(checkIdentifier('eu.vat', 'gr 094501040', real)).toMatchObject({ ok: true, value: 'EL094501040' });
    expect(checkIdentifier('eu.vat', '94501040', { ...real, country: 'GR' })).toMatchObject({ value: 'EL094501040' });
    expect(checkIdentifier('eori', 'EL094501040', real)).toMatchObject({ ok: true, value: 'GR094501040' });
  });

  test('the word IBAN in front is not part of it', () => {
    expect(checkIdentifier('iban', 'IBAN: HU42 1177 3016 1111 1018 0000 0000', demo)).toMatchObject({ ok: true });
  });
});

describe('nothing that can be pasted breaks it', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[0-9A-Z .:/+*-]{0,40}$/),
    fc.constantFrom(...VALID.map(([, typed]) => typed)),
    fc.constantFrom('constructor', '__proto__', 'toString', '\uD800', ''),
  );

  test.each(KINDS)('%s answers everything, and its stored form is final', (kind) => {
    fc.assert(
      fc.property(anything, fc.boolean(), fc.option(anything, { nil: '' }), (raw, allowSamples, other) => {
        const context = { allowSamples, bik: other, country: other };
        const check = checkIdentifier(kind, raw, context);
        const again = check.ok ? checkIdentifier(kind, check.value, context) : check;
        expect(again).toEqual(check);
      }),
      { numRuns: 300 },
    );
  });

  test.each(KINDS)('%s refuses ten megabytes without reading them', (kind) => {
    const paste = '7707083893 '.repeat(1_000_000);
    const check = checkIdentifier(kind, paste, { ...real, bik: paste, country: paste });
    expect(check).toMatchObject({ ok: false, problem: { code: 'length' } });
    expect(check.value.length).toBeLessThan(300);
  });
});

describe('shown to people', () => {
  test.each<[IdentifierKind, string, string]>([
    ['iban', 'HU42117730161111101800000000', 'HU42 1177 3016 1111 1018 0000 0000'],
    ['lei', '529900TODVLNUTNSYF94', '5299 00TO DVLN UTNS YF94'],
    ['us.ein', '123456789', '12-3456789'],
    ['us.ssn-or-ein', '123-45-6789', '123-45-6789'],
    ['hu.tax-number', '25978221-2-42', '25978221-2-42'],
    ['hu.giro', '11773016-11111018', '11773016-11111018'],
    ['ru.inn', '7707083893', '7707083893'],
  ])('%s %s reads %s', (kind, value, shown) => {
    expect(formatIdentifier(kind, value)).toBe(shown);
  });

  test('nine digits on a W-9 are an EIN unless the IRS never used the prefix', () => {
    expect(checkIdentifier('us.ssn-or-ein', '042103594', real)).toMatchObject({ ok: true, value: '042103594' });
    expect(checkIdentifier('us.ssn-or-ein', '078211111', real)).toMatchObject({ ok: true, value: '078-21-1111' });
    expect(checkIdentifier('us.ssn-or-ein', '07-8211111', real)).toMatchObject({ ok: false });
  });
});

describe('what a number tells about its holder', () => {
  test('the VAT code and the EU number of a Hungarian tax number', () => {
    expect(vatCodeOf('25978221-2-42')).toBe('2');
    expect(vatCodeOf('10537914-4-44')).toBe('4');
    expect(vatCodeOf('25978221-6-42')).toBeNull();
    expect(euVatOfHungarianTaxNumber('25978221-2-42')).toBe('HU25978221');
    expect(euVatOfHungarianTaxNumber('25978221')).toBeNull();
  });

  test('an ИНН of ten digits is an organisation, of twelve a sole trader', () => {
    expect(innKind('7707083893')).toBe('organisation');
    expect(innKind('500100732259')).toBe('sole-trader');
    expect(innKind('77070838')).toBeNull();
  });
});
