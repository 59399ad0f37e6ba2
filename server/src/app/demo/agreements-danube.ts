import type { AccountNumbers } from '@cession/shared/notice/agreement.ts';
import { AgreementBook } from './agreement-book.ts';
import type { Scene } from './demo-spine.ts';
import type { Cast } from './demo-story.ts';
import type { DemoTime } from './demo-time.ts';
import { numberFrom } from './number-from-pattern.ts';

/** Danube Toys sells its claims under three laws: at home, in the Union, and in the United States. */
export function danubeAgreements(company: string, by: Cast, time: DemoTime): Scene[] {
  const book = new AgreementBook(company, by('coordinator'), by('chief'));
  writeSupplier(book, time);
  hungary(book, time);
  hungaryWaits(book, time);
  europe(book, time);
  america(book, time);
  return book.scenes;
}

function writeSupplier(book: AgreementBook, time: DemoTime): void {
  const taxNumber = numberFrom('hu.tax-number', '1439271?-2-41');
  book.supplier(time.workday(14, '09:05'), {
    legalName: 'Danube Toys Kft.',
    jurisdiction: 'HU',
    numbers: [
      { kind: 'tax', value: taxNumber },
      { kind: 'vat', value: `HU${taxNumber.slice(0, 8)}` },
      { kind: 'register', value: '01-09-284716' },
    ],
    seat: '1117 Budapest, Prielle Kornélia utca 19.',
    signatories: [
      { name: 'Kerekes Ágnes', title: 'ügyvezető', authority: 'cégjegyzék 01-09-284716', signingRule: 'joint' },
      { name: 'Bíró Márton', title: 'ügyvezető', authority: 'cégjegyzék 01-09-284716', signingRule: 'joint' },
    ],
    contactName: 'Balogh Gergely',
    contactPhone: '+36 1 555 0301',
    contactEmail: 'faktoring@danube.example',
    specimen: 'Aláírási címpéldány, 2026. március 3., a faktornál letétben',
  });
}

function hungary(book: AgreementBook, time: DemoTime): void {
  book.factor(time.workday(14, '09:30'), 'duna', {
    legalName: 'Hídfő Faktor Zrt.',
    jurisdiction: 'HU',
    numbers: [
      { kind: 'tax', value: numberFrom('hu.tax-number', '2581634?-4-41') },
      { kind: 'register', value: '01-10-049362' },
    ],
    seat: '1054 Budapest, Bank utca 6.',
    contactName: 'Sipos Judit',
    contactPhone: '+36 1 555 0620',
    contactEmail: 'vevo@hidfofaktor.example',
  });
  book.agreement(time.workday(14, '09:40'), 'hu', 'duna', {
    ...{ number: 'HF-2026/0117', signedOn: '2026-03-16', jurisdiction: 'HU', recourse: true, currency: 'HUF' },
    ...{ registerEntry: { number: 'HBNY-2026-0048213', enteredOn: '2026-03-20' }, threeParty: null, status: 'open' },
  });
  const holder = { holderName: 'Hídfő Faktor Zrt.', bankName: 'MBH Bank Nyrt.' };
  const numbers = hungarianAccount('1030010?-2481637?-4902000?', 'MKKBHUHB');
  book.propose(time.workday(13, '10:00'), 'hu', {
    ...holder,
    numbers,
    because: 'Gyűjtőszámla a faktor levele szerint',
  });
  book.release(time.workday(13, '15:20'), 'hu');
  const other = hungarianAccount('1030010?-2481673?-4902000?', 'MKKBHUHB');
  book.propose(time.workday(6, '11:10'), 'hu', { ...holder, numbers: other, because: 'E-mailben kért módosítás' });
  book.reject(time.workday(6, '16:45'), 'hu', 'A faktort visszahívtuk: nem ő küldte az e-mailt.');
  book.propose(time.minutesAgo(130), 'hu', {
    ...holder,
    bankName: 'Erste Bank Hungary Zrt.',
    numbers: hungarianAccount('1160000?-0248163?-7500000?', 'GIBAHUHB'),
    because: 'Bankváltás, a faktor november 18-i cégszerű levele',
  });
}

function hungaryWaits(book: AgreementBook, time: DemoTime): void {
  // A second one that waits for everything: no register entry, no account.
  book.agreement(time.workday(3, '13:15'), 'hu-eur', 'duna', {
    ...{ number: 'HF-2026/0118-EUR', signedOn: '2026-11-10', jurisdiction: 'HU', recourse: true, currency: 'EUR' },
    ...{ registerEntry: null, threeParty: null, status: 'open' },
  });
  const at = time.minutesAgo(85);
  const granted = { status: 'granted', decidedOn: '2026-10-28', note: '' } as const;
  book.limit(at, 'hu', 'fabula', { ...granted, amountMinor: 4_000_000_000 });
  book.limit(at, 'hu', 'csigahaz', { ...granted, amountMinor: 1_200_000_000 });
  book.limit(at, 'hu', 'balaton', { ...granted, amountMinor: 2_500_000_000, note: 'Szezonban 30 M Ft-ig emelhető' });
  book.limit(at, 'hu', 'kekmadar', { status: 'requested', decidedOn: null, note: '', amountMinor: 800_000_000 });
  book.limit(at, 'hu', 'raba', { ...granted, status: 'refused', amountMinor: 0, note: 'Lejárt tartozás a NAV felé' });
}

function europe(book: AgreementBook, time: DemoTime): void {
  book.factor(time.workday(12, '09:15'), 'rhein', {
    legalName: 'Rheintal Factoring GmbH',
    jurisdiction: 'EU',
    numbers: [
      { kind: 'vat', value: numberFrom('eu.vat', 'DE30518462?', { country: 'DE' }) },
      { kind: 'register', value: 'HRB 94172 Düsseldorf' },
    ],
    seat: 'Königsallee 61, 40215 Düsseldorf, Germany',
    contactName: 'Miriam Vogt',
    contactPhone: '+49 211 5550 640',
    contactEmail: 'debtors@rheintal-factoring.example',
  });
  book.agreement(time.workday(12, '09:25'), 'eu', 'rhein', {
    ...{ number: 'RF-22408', signedOn: '2026-04-09', jurisdiction: 'EU', recourse: false, currency: 'EUR' },
    ...{ registerEntry: null, threeParty: null, status: 'open' },
  });
  const account = (pattern: string): AccountNumbers => ({
    ...{ kind: 'iban', iban: numberFrom('iban', pattern), bic: numberFrom('bic', 'DEUTDEDDXXX'), giro: null },
  });
  const holder = { holderName: 'Rheintal Factoring GmbH', bankName: 'Deutsche Bank Düsseldorf' };
  book.propose(time.workday(12, '09:50'), 'eu', {
    ...{ ...holder, numbers: account('DE??300700100041827364'), because: 'Account in annex 2 of the agreement' },
  });
  book.release(time.workday(11, '14:05'), 'eu');
  book.propose(time.workday(5, '10:40'), 'eu', {
    ...{
      ...holder,
      numbers: account('DE??300700100041829364'),
      because: 'Separate account for Danube, letter of 12 Nov',
    },
  });
  book.release(time.workday(4, '09:35'), 'eu');
  const at = time.minutesAgo(84);
  const granted = { status: 'granted', decidedOn: '2026-11-02', note: '' } as const;
  book.limit(at, 'eu', 'holzwurm', { ...granted, amountMinor: 6_000_000 });
  book.limit(at, 'eu', 'kranich', { ...granted, amountMinor: 4_500_000 });
  book.limit(at, 'eu', 'kolorowy', { status: 'requested', decidedOn: null, note: '', amountMinor: 2_000_000 });
}

function america(book: AgreementBook, time: DemoTime): void {
  book.factor(time.workday(10, '15:30'), 'hudson', {
    legalName: 'Hudson Trade Factors, Inc.',
    jurisdiction: 'US',
    numbers: [
      { kind: 'ein', value: numberFrom('us.ein', '13-4718263') },
      { kind: 'state', value: 'NY' },
    ],
    seat: '240 West 37th Street, New York, NY 10018',
    contactName: 'Grace Bell',
    contactPhone: '+1 212 555 0184',
    contactEmail: 'notices@hudsontrade.example',
  });
  book.agreement(time.workday(10, '15:40'), 'us', 'hudson', {
    ...{ number: 'HTF-2026-031', signedOn: '2026-05-21', jurisdiction: 'US', recourse: true, currency: 'USD' },
    ...{ registerEntry: { number: '202605218471', enteredOn: '2026-05-22' }, threeParty: null, status: 'open' },
  });
  book.propose(time.workday(10, '16:05'), 'us', {
    holderName: 'Hudson Trade Factors, Inc.',
    bankName: 'JPMorgan Chase',
    numbers: {
      ...{ kind: 'us', aba: numberFrom('us.aba', '021000021'), account: '004183627' },
      ...{ bic: null, lockbox: 'P.O. Box 4417, New York, NY 10163' },
    },
    because: 'Lockbox account in the signed agreement',
  });
  book.release(time.workday(9, '10:20'), 'us');
  const at = time.minutesAgo(83);
  book.limit(at, 'us', 'maple', { status: 'granted', decidedOn: '2026-11-05', note: '', amountMinor: 8_000_000 });
  book.limit(at, 'us', 'brightwood', { status: 'requested', decidedOn: null, note: '', amountMinor: 12_000_000 });
}

/** A Hungarian account in both spellings, which name the same 24 digits. */
export function hungarianAccount(pattern: string, bic: string): AccountNumbers {
  const giro = numberFrom('hu.giro', pattern);
  const iban = numberFrom('iban', `HU??${giro.replaceAll('-', '').padEnd(24, '0')}`);
  return { kind: 'iban', iban, bic: numberFrom('bic', bic), giro };
}
