import { demoAccount, demoContacts, demoTerms, type DemoCustomer } from './demo-customer.ts';
import { numberFrom } from './number-from-pattern.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly trade: string;
  readonly form: 'llc' | 'corporation';
  readonly taxClass: string;
  readonly ein: string;
  readonly state: string;
  readonly address: readonly [zip: string, city: string, region: string, street: string, house: string];
  readonly signs: readonly [string, string, string];
  readonly pays: readonly [string, string, string];
  readonly mail: string;
  readonly days: number;
  readonly aba: string;
  readonly bankName: string;
  readonly note?: string;
}

// prettier-ignore
const lines: readonly Line[] = [
  { key: 'maple', name: 'Maple Street Toys LLC', trade: 'Maple Street', form: 'llc', taxClass: 'llc-s', ein: '34-1827365', state: 'OH', address: ['43215', 'Columbus', 'OH', 'North High Street', '720'],
    signs: ['Dana Whitfield', 'Managing Member', '+1 614 555 0143'], pays: ['Marcus Reed', 'Accounts Payable', '+1 614 555 0147'], mail: 'maplestreet.example', days: 30, aba: '111000025', bankName: 'Bank of America',
    note: 'Friendly, but wants everything in one e-mail. Copy Marcus on anything with a number in it.' },
  { key: 'brightwood', name: 'Brightwood Learning, Inc.', trade: 'Brightwood', form: 'corporation', taxClass: 'c-corporation', ein: '04-2718364', state: 'MA', address: ['02116', 'Boston', 'MA', 'Boylston Street', '581'],
    signs: ['Priya Raman', 'Chief Financial Officer', '+1 617 555 0172'], pays: ['Tom Gallagher', 'AP Specialist', '+1 617 555 0175'], mail: 'brightwoodlearning.example', days: 45, aba: '011000015', bankName: 'Federal Reserve Bank of Boston' },
  { key: 'harbor', name: 'Little Harbor Trading Company LLC', trade: 'Little Harbor', form: 'llc', taxClass: 'llc-p', ein: '01-0618273', state: 'ME', address: ['04101', 'Portland', 'ME', 'Exchange Street', '48'],
    signs: ['Eleanor Pike', 'Managing Partner', '+1 207 555 0118'], pays: ['Josh Thibodeau', 'Bookkeeper', '+1 207 555 0119'], mail: 'littleharbor.example', days: 30, aba: '021000021', bankName: 'JPMorgan Chase' },
  { key: 'sunnyacre', name: 'Sunny Acre Preschools, Inc.', trade: 'Sunny Acre', form: 'corporation', taxClass: 's-corporation', ein: '74-2836415', state: 'TX', address: ['78701', 'Austin', 'TX', 'Congress Avenue', '1108'],
    signs: ['Rosa Delgado', 'President', '+1 512 555 0160'], pays: ['Kevin Tran', 'Controller', '+1 512 555 0163'], mail: 'sunnyacre.example', days: 30, aba: '111000025', bankName: 'Bank of America' },
];

export const americanCustomers: readonly DemoCustomer[] = lines.map((line, place) => {
  const [zip, city, region, street, houseNumber] = line.address;
  return {
    key: line.key,
    jurisdiction: 'US',
    values: {
      country: 'US',
      ein: numberFrom('us.ein', line.ein),
      legalName: line.name,
      tradeName: line.trade,
      legalForm: line.form,
      taxStatus: 'sales-tax',
      w9TaxClass: line.taxClass,
      w9SignedBy: line.signs[0],
      w9SignedOn: `2026-0${4 + place}-15`,
      stateOfOrganisation: line.state,
      'registeredAddress.zip': zip,
      'registeredAddress.city': city,
      'registeredAddress.region': region,
      'registeredAddress.street': street,
      'registeredAddress.houseNumber': houseNumber,
      ...demoContacts(line.key, { signs: line.signs, pays: line.pays, mailDomain: line.mail, language: 'en' }),
      ...demoAccount(line.key, {
        holderName: line.name,
        aba: numberFrom('us.aba', line.aba),
        usAccount: `00${418_273 + place * 91_357}`,
        bankName: line.bankName,
        currency: 'USD',
      }),
      ...demoTerms(`DT-US-${201 + place}`, `2026-0${2 + place}-09`, line.days, 'USD'),
      ...(line.note === undefined ? {} : { toneNote: line.note }),
      ...(place === 0 ? { factoringPlanned: true, assignmentBan: 'none', noticeLanguage: 'en' } : {}),
    },
  };
});
