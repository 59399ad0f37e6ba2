import type { Jurisdiction } from '../../card/jurisdiction.ts';
import { Instant } from '../../kernel/instant.ts';
import { NoticeData, type NoticeData as Data } from '../notice-data.ts';

/**
 * A complete notice with made-up companies, one per jurisdiction: for demonstrations, pictures and tests. Numbers have
 * right check digits; nobody real is meant. Amounts in minor units. Never refuses.
 */
export function sampleNoticeData(jurisdiction: Jurisdiction): Data {
  return NoticeData.parse({ ...COMMON, ...SAMPLES[jurisdiction] });
}

const COMMON = {
  v: 1,
  jurisdiction: 'HU',
  preparedAt: Instant.parse('2026-11-20T08:30:00.000Z'),
  issuedOn: '2026-11-20',
  sender: 'joint',
  proofAttached: true,
  accountBefore: null,
  effectiveOn: '2026-11-20',
  copies: 3,
  governingLaw: '',
  verifyAddress: 'https://cession.example/verify',
} as const;

const signatory = (name: string, title: string, authority: string, signingRule: 'sole' | 'joint' = 'sole') => ({
  name,
  title,
  authority,
  signingRule,
});

const row = (invoiceNumber: string, issuedOn: string, dueOn: string, amountMinor: number, currency: string) => ({
  invoiceNumber,
  issuedOn,
  dueOn,
  amountMinor,
  currency,
  waybillNumber: null as string | null,
});

const HUNGARY = {
  noticeId: '0193a1b2-0000-7000-8000-00000000f001',
  number: 'É-2026-0118',
  jurisdiction: 'HU',
  place: 'Budapest',
  supplier: {
    legalName: 'Minta Csavargyár Kft.',
    numbers: [
      { kind: 'tax', value: '12345676-2-41' },
      { kind: 'register', value: '01-09-123456' },
    ],
    seat: '1117 Budapest, Minta utca 12.',
    signatories: [signatory('Próba Péter', 'ügyvezető', 'cégjegyzék, önálló cégjegyzés')],
    contact: { name: 'Minta Mária', phone: '+36 1 555 0101', email: 'penzugy@mintacsavar.example' },
  },
  factor: {
    legalName: 'Példa Faktor Zrt.',
    numbers: [
      { kind: 'tax', value: '11223346-2-41' },
      { kind: 'register', value: '01-10-654321' },
      { kind: 'licence', value: 'MNB-DEMO-0001' },
    ],
    seat: '1054 Budapest, Példa tér 3.',
    contact: { name: 'Ügyfélkapcsolat', phone: '+36 1 555 0202', email: 'utalas@peldafaktor.example' },
  },
  debtor: {
    legalName: 'Bemutató Gépgyártó Zrt.',
    numbers: [
      { kind: 'tax', value: '87654323-2-08' },
      { kind: 'register', value: '08-10-001122' },
    ],
    seat: '9027 Győr, Bemutató út 45.',
    postalAddress: '9002 Győr, Pf. 45.',
  },
  supplyContract: { number: 'SZ-2024/77', signedOn: '2024-03-18' },
  agreement: {
    number: 'F-2026-031',
    signedOn: '2026-10-05',
    recourse: true,
    registerEntry: { number: 'HBNY-DEMO-2026-4711', enteredOn: '2026-10-08' },
    threeParty: null,
  },
  payee: {
    accountId: '0193a1b2-0000-7000-8000-00000000a001',
    version: 1,
    holderName: 'Példa Faktor Zrt.',
    bankName: 'Demó Bank Nyrt.',
    currency: 'HUF',
    numbers: {
      kind: 'iban',
      iban: 'HU42117730161111101800000000',
      bic: 'DEMOHUHB',
      giro: '11773016-11111018-00000000',
    },
  },
  accountBefore: {
    holderName: 'Minta Csavargyár Kft.',
    numbers: { kind: 'iban', iban: 'HU96120103740010216300100008', bic: null, giro: null },
  },
  scope: {
    kind: 'list',
    rows: [
      { ...row('MCS-2026/1041', '2026-10-28', '2026-12-27', 482_600_000, 'HUF'), waybillNumber: 'SZL-88213' },
      row('MCS-2026/1058', '2026-11-06', '2027-01-05', 127_000_000, 'HUF'),
      row('MCS-2026/1066', '2026-11-13', '2027-01-12', 91_440_000, 'HUF'),
    ],
  },
};

const RUSSIA = {
  noticeId: '0193a1b2-0000-7000-8000-00000000f002',
  number: 'УВ-2026-0077',
  jurisdiction: 'RU',
  place: 'Москва',
  supplier: {
    legalName: 'ООО «Образец Снабжение»',
    numbers: [
      { kind: 'inn', value: '7712345671' },
      { kind: 'kpp', value: '771201001' },
      { kind: 'ogrn', value: '1187746123454' },
    ],
    seat: '125252, г. Москва, ул. Примерная, д. 7',
    signatories: [signatory('Примерова Анна Сергеевна', 'генеральный директор', 'Устав')],
    contact: { name: 'Образцова Мария', phone: '+7 495 555-01-01', email: 'finance@obrazec.example' },
  },
  factor: {
    legalName: 'АО «Пример Факторинг»',
    numbers: [
      { kind: 'inn', value: '7701234560' },
      { kind: 'kpp', value: '770101001' },
      { kind: 'ogrn', value: '1157746000015' },
    ],
    seat: '101000, г. Москва, Демонстрационный пер., д. 3',
    contact: { name: 'Отдел сопровождения', phone: '+7 495 555-02-02', email: 'oplata@primerfactor.example' },
  },
  debtor: {
    legalName: 'ООО «Показательный Завод»',
    numbers: [
      { kind: 'inn', value: '6670123400' },
      { kind: 'kpp', value: '667001001' },
      { kind: 'ogrn', value: '1136670000015' },
    ],
    seat: '620075, г. Екатеринбург, ул. Показательная, д. 21',
    postalAddress: '620075, г. Екатеринбург, а/я 21',
  },
  supplyContract: { number: 'П-117/24', signedOn: '2024-02-12' },
  agreement: {
    number: 'ФД-2026/45',
    signedOn: '2026-09-30',
    recourse: false,
    registerEntry: null,
    threeParty: { number: 'ТС-2026/12', signedOn: '2026-10-15' },
  },
  payee: {
    accountId: '0193a1b2-0000-7000-8000-00000000a002',
    version: 1,
    holderName: 'АО «Пример Факторинг»',
    bankName: 'ПАО «Демобанк», г. Москва',
    currency: 'RUB',
    numbers: {
      kind: 'ru',
      bik: '044525999',
      account: '40702810600000012345',
      corrAccount: '30101810600000000999',
    },
  },
  accountBefore: {
    holderName: 'ООО «Образец Снабжение»',
    numbers: { kind: 'ru', bik: '044525888', account: '40702810900000054321', corrAccount: '30101810300000000888' },
  },
  scope: {
    kind: 'list',
    rows: [
      { ...row('2041', '2026-10-30', '2026-12-29', 124_500_000, 'RUB'), waybillNumber: 'ТОРГ-12 № 2041' },
      row('2077', '2026-11-11', '2027-01-10', 86_234_021, 'RUB'),
    ],
  },
};

const UNION = {
  noticeId: '0193a1b2-0000-7000-8000-00000000f003',
  number: 'NOA-2026-0042',
  jurisdiction: 'EU',
  place: 'Wien',
  supplier: {
    legalName: 'Muster Technik GmbH',
    numbers: [
      { kind: 'vat', value: 'ATU12345675' },
      { kind: 'register', value: 'FN 123456a' },
    ],
    seat: 'Musterstraße 5, 1030 Wien, Austria',
    signatories: [
      signatory('Anna Muster', 'managing director', 'company register', 'joint'),
      signatory('Karl Beispiel', 'holder of procuration', 'company register', 'joint'),
    ],
    contact: { name: 'Eva Probe', phone: '+43 1 5550 101', email: 'finance@mustertechnik.example' },
  },
  factor: {
    legalName: 'Beispiel Factoring AG',
    numbers: [
      { kind: 'vat', value: 'ATU87654324' },
      { kind: 'register', value: 'FN 654321b' },
      { kind: 'lei', value: '529900DEMO00BEISP197' },
    ],
    seat: 'Beispielgasse 8, 1010 Wien, Austria',
    contact: { name: 'Debtor service', phone: '+43 1 5550 202', email: 'remittance@beispielfactoring.example' },
  },
  debtor: {
    legalName: 'Exemple Industrie SAS',
    numbers: [
      { kind: 'vat', value: 'FR40303265045' },
      { kind: 'register', value: 'RCS Lyon 303 265 045' },
    ],
    seat: '14 rue de l’Exemple, 69003 Lyon, France',
    postalAddress: '14 rue de l’Exemple, 69003 Lyon, France',
  },
  supplyContract: { number: 'SC-2025-09', signedOn: '2025-05-02' },
  agreement: { number: 'FA-2026-118', signedOn: '2026-10-01', recourse: false, registerEntry: null, threeParty: null },
  payee: {
    accountId: '0193a1b2-0000-7000-8000-00000000a003',
    version: 1,
    holderName: 'Beispiel Factoring AG',
    bankName: 'Demobank AG, Wien',
    currency: 'EUR',
    numbers: { kind: 'iban', iban: 'AT611904300234573201', bic: 'DEMOATWW', giro: null },
  },
  scope: { kind: 'contract' },
  governingLaw: 'Austria',
};

const STATES = {
  noticeId: '0193a1b2-0000-7000-8000-00000000f004',
  number: 'NOA-2026-0311',
  jurisdiction: 'US',
  place: 'Columbus, Ohio',
  supplier: {
    legalName: 'Sample Fasteners LLC',
    numbers: [
      { kind: 'ein', value: '31-5550142' },
      { kind: 'state', value: 'Ohio' },
    ],
    seat: '200 Sample Parkway, Columbus, OH 43215',
    signatories: [signatory('Dana Sample', 'Chief Financial Officer', 'officer, authorized by operating agreement')],
    contact: { name: 'Lee Specimen', phone: '+1 614 555 0101', email: 'ar@samplefasteners.example' },
  },
  factor: {
    legalName: 'Example Factors, Inc.',
    numbers: [
      { kind: 'ein', value: '36-5550188' },
      { kind: 'state', value: 'Delaware' },
    ],
    seat: '10 Example Plaza, Chicago, IL 60606',
    contact: { name: 'Account debtor desk', phone: '+1 312 555 0102', email: 'remit@examplefactors.example' },
  },
  debtor: {
    legalName: 'Demo Machine Works, Inc.',
    numbers: [
      { kind: 'ein', value: '34-5550175' },
      { kind: 'state', value: 'Vermont' },
    ],
    seat: '75 Demo Road, Burlington, VT 05401',
    postalAddress: 'P.O. Box 750, Burlington, VT 05402',
  },
  supplyContract: { number: 'MSA-2025-014', signedOn: '2025-02-03' },
  agreement: {
    number: 'FA-88102',
    signedOn: '2026-10-12',
    recourse: true,
    registerEntry: { number: 'UCC1-DEMO-26-118822', enteredOn: '2026-10-14' },
    threeParty: null,
  },
  payee: {
    accountId: '0193a1b2-0000-7000-8000-00000000a004',
    version: 1,
    holderName: 'Example Factors, Inc.',
    bankName: 'Demo National Bank',
    currency: 'USD',
    numbers: {
      kind: 'us',
      aba: '071000013',
      account: '000555018877',
      bic: null,
      lockbox: 'P.O. Box 5550, Chicago, IL 60606',
    },
  },
  scope: { kind: 'contract' },
};

const SAMPLES: Readonly<Record<Jurisdiction, object>> = { HU: HUNGARY, RU: RUSSIA, EU: UNION, US: STATES };
