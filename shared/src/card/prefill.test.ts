import { expect, test } from 'vitest';
import { hungarianKft, SAMPLE_CARDS } from '../../../tests/support/sample-cards.ts';
import { suggestValues } from './prefill.ts';

const suggested = (...args: Parameters<typeof suggestValues>) =>
  Object.fromEntries(suggestValues(...args).map(({ path, value }) => [path, value]));

test('a Hungarian tax number tells the VAT status, the EU VAT number and what NAV calls the customer', () => {
  expect(suggested('HU', { taxNumber: '24173564-2-41', legalName: 'Duna Játék Kft.' })).toEqual({
    country: 'HU',
    currency: 'HUF',
    preferredLanguage: 'hu',
    invoiceLanguage: 'hu',
    navCustomerStatus: 'DOMESTIC',
    taxStatus: 'vat-registered',
    euVatNumber: 'HU24173564',
    legalForm: 'kft',
  });
});

test('a wrong tax number suggests nothing', () => {
  expect(suggested('HU', { taxNumber: '24173565-2-41' })).not.toHaveProperty('taxStatus');
});

test('a group member is offered the EU VAT number of its group', () => {
  const found = suggested('HU', { taxNumber: '24173564-4-41', groupTaxNumber: '17782342-5-44' });
  expect(found).toMatchObject({ taxStatus: 'vat-group-member', euVatNumber: 'HU17782342' });
});

test('a private person is offered no tax facts', () => {
  const found = suggested('HU', { legalForm: 'private-person' });
  expect(found).toMatchObject({ navCustomerStatus: 'PRIVATE_PERSON' });
  expect(found).not.toHaveProperty('taxStatus');
});

test('twelve digits of ИНН make an ИП; no bank follows from a БИК', () => {
  const bik = { 'bankAccounts.0190aaaa-0000-7000-8000-0000000000ba.bik': '044525974' };
  expect(suggested('RU', { inn: '501287394600', ...bik })).toEqual({
    country: 'RU',
    currency: 'RUB',
    preferredLanguage: 'ru',
    invoiceLanguage: 'ru',
    legalForm: 'ip',
  });
});

test('a Greek VAT number tells Greece', () => {
  expect(suggested('EU', { euVatNumber: 'EL094259216' })).toMatchObject({ country: 'GR', currency: 'EUR' });
});

test('nothing that is there is ever written over', () => {
  expect(suggested('HU', { ...hungarianKft.values, currency: 'EUR' })).not.toHaveProperty('currency');
  for (const { jurisdiction, values } of SAMPLE_CARDS) {
    expect(suggestValues(jurisdiction, values).filter(({ path }) => path in values)).toEqual([]);
  }
});

test('an address that differs stands in the same country until somebody says otherwise', () => {
  const found = suggestValues('US', { country: 'US', billingDiffers: true });
  expect(found).toContainEqual({ path: 'billingAddress.country', value: 'US', from: 'country' });
});
