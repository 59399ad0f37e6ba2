import { describe, expect, test } from 'vitest';
import { ACCOUNT_ID, russianIp } from '../../../tests/support/sample-cards.ts';
import { checkField } from './check-field.ts';
import type { Jurisdiction } from './jurisdiction.ts';

const check = (jurisdiction: Jurisdiction, path: string, value: string, values = {}) =>
  checkField(path, value, { jurisdiction, values, allowSamples: false });

describe('leaving a field', () => {
  test('a tax number with a right check digit is proven, whatever stands between its groups', () => {
    expect(check('HU', 'taxNumber', '24173564 2 41')).toEqual({ ok: true, value: '24173564-2-41', proven: true });
  });

  test('a register number has the right form and no proof', () => {
    expect(check('HU', 'registerNumber', '01-09-173562')).toMatchObject({ ok: true, proven: false });
  });

  test('an account is proven beside its БИК, wrong beside another', () => {
    const path = `bankAccounts.${ACCOUNT_ID}.account`;
    const account = String(russianIp.values[path]);
    const beside = (bik: string) => check('RU', path, account, { [`bankAccounts.${ACCOUNT_ID}.bik`]: bik });
    expect(beside('044525974')).toMatchObject({ ok: true, proven: true });
    expect(beside('044525225')).toMatchObject({ ok: false, problem: { part: 'account-key' } });
    expect(check('RU', path, account)).toMatchObject({ ok: true, proven: false });
  });

  test.each([
    ['HU', '06 30 214-5873', '+36302145873'],
    ['RU', '8 (916) 528-39-14', '+79165283914'],
    ['US', '(312) 555-0148', '+13125550148'],
    ['EU', '0049 40 2817 4639', '+494028174639'],
  ] as const)('a phone number in %s: %s', (jurisdiction, typed, value) => {
    expect(check(jurisdiction, `contacts.${ACCOUNT_ID}.phone`, typed)).toEqual({ ok: true, value, proven: false });
  });

  test.each(['', 'x', 'anna@', 'anna@example', 'a b@c,d'])('%j is no e-mail address, unless it is empty', (typed) => {
    expect(check('HU', 'invoiceEmail', typed).ok).toBe(typed === '');
  });

  test('a postal code follows the country of its own address', () => {
    const values = { country: 'HU', 'deliveryAddress.country': 'PL' };
    expect(check('HU', 'registeredAddress.zip', 'H-1138', values)).toMatchObject({ ok: true, value: '1138' });
    expect(check('HU', 'deliveryAddress.zip', '00-950', values).ok).toBe(true);
    expect(check('HU', 'deliveryAddress.zip', '1138', values).ok).toBe(false);
    expect(check('EU', 'registeredAddress.zip', '1234 AB', { country: 'NL' }).ok).toBe(true);
  });

  test('a US address names a state that exists', () => {
    expect(check('US', 'registeredAddress.region', 'il')).toMatchObject({ ok: true, value: 'IL' });
    expect(check('US', 'registeredAddress.region', 'ZZ').ok).toBe(false);
  });

  test('a path no card has is never right', () => {
    expect(check('HU', 'shoeSize', '42').ok).toBe(false);
  });
});
