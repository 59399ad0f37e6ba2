import type { CardValues } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import * as numbers from './sample-numbers.ts';

export interface SampleCard {
  readonly title: string;
  readonly jurisdiction: Jurisdiction;
  /** Everything the gate asks for, and nothing that warns. */
  readonly values: CardValues;
}

export const MANAGER_ID = '0190aaaa-0000-7000-8000-000000000001';
export const CONTACT_ID = '0190aaaa-0000-7000-8000-00000000000c';
export const ACCOUNT_ID = '0190aaaa-0000-7000-8000-0000000000ba';

const contact = (part: string) => `contacts.${CONTACT_ID}.${part}`;
const account = (part: string) => `bankAccounts.${ACCOUNT_ID}.${part}`;

const terms = {
  contractNumber: '2026/114',
  contractDate: '2026-03-02',
  paymentTermsDays: 30,
  clientManager: MANAGER_ID,
  invoiceChannel: 'email',
} as const;

const factoring = {
  factoringPlanned: true,
  assignmentBan: 'none',
  noticeDepartment: 'Accounts payable',
} as const;

const signatory = (name: string, position: string, basis: string, phone: string, email: string): CardValues => ({
  [contact('name')]: name,
  [contact('position')]: position,
  [contact('role')]: 'signatory',
  [contact('phone')]: phone,
  [contact('email')]: email,
  [contact('signs')]: true,
  [contact('signingRule')]: 'sole',
  [contact('authorityBasis')]: basis,
});

const kftGiro = numbers.giro('1030020', '1054372');
const soleTraderGiro = numbers.giro('1160000', '6087345');

export const hungarianKft: SampleCard = {
  title: 'a Hungarian Kft.',
  jurisdiction: 'HU',
  values: {
    ...terms,
    ...factoring,
    country: 'HU',
    taxNumber: numbers.hungarianTaxNumber('2417356', '2', '41'),
    legalName: 'Dunaparti Játék Kereskedelmi Kft.',
    legalForm: 'kft',
    taxStatus: 'vat-registered',
    navCustomerStatus: 'DOMESTIC',
    registerNumber: '01-09-173562',
    ...signatory('Szabó Ágnes', 'ügyvezető', 'register', '+36302145873', 'szabo.agnes@dunaparti.example'),
    preferredLanguage: 'hu',
    privacyNoticeGivenOn: '2026-03-02',
    'registeredAddress.zip': '1138',
    'registeredAddress.city': 'Budapest',
    'registeredAddress.street': 'Váci',
    'registeredAddress.streetType': 'út',
    'registeredAddress.houseNumber': '193. 2/5.',
    [account('holderName')]: 'Dunaparti Játék Kft.',
    [account('giro')]: kftGiro,
    [account('iban')]: numbers.hungarianIban(kftGiro),
    currency: 'HUF',
    invoiceEmail: 'szamla@dunaparti.example',
    noticeLanguage: 'hu',
  },
};

export const hungarianSoleTrader: SampleCard = {
  title: 'a Hungarian sole trader',
  jurisdiction: 'HU',
  values: {
    ...terms,
    country: 'HU',
    taxNumber: numbers.hungarianTaxNumber('6823917', '1', '33'),
    legalName: 'Tóth Gergely e.v.',
    legalForm: 'hu-sole-trader',
    taxStatus: 'vat-exempt',
    navCustomerStatus: 'DOMESTIC',
    soleTraderNumber: '53182746',
    ...signatory('Tóth Gergely', 'egyéni vállalkozó', 'register', '+36205538164', 'toth@fajatek.example'),
    preferredLanguage: 'hu',
    privacyNoticeGivenOn: '2026-04-14',
    'registeredAddress.zip': '6720',
    'registeredAddress.city': 'Szeged',
    'registeredAddress.street': 'Kárász',
    'registeredAddress.streetType': 'utca',
    'registeredAddress.houseNumber': '7.',
    [account('holderName')]: 'Tóth Gergely',
    [account('giro')]: soleTraderGiro,
    currency: 'HUF',
    invoiceEmail: 'toth@fajatek.example',
  },
};

const BIK = '044525974';

export const russianOoo: SampleCard = {
  title: 'a Russian ООО',
  jurisdiction: 'RU',
  values: {
    ...terms,
    ...factoring,
    country: 'RU',
    inn: numbers.inn10('774139285'),
    kpp: '774101001',
    legalName: 'Общество с ограниченной ответственностью «Волжские игрушки»',
    shortName: 'ООО «Волжские игрушки»',
    legalForm: 'ooo',
    taxStatus: 'osno',
    ogrn: numbers.ogrn('118774639251'),
    okpo: numbers.okpo('2843917'),
    ...signatory(
      'Кузнецова Ирина Павловна',
      'генеральный директор',
      'articles',
      '+74957413928',
      'buh@volga-igr.example',
    ),
    preferredLanguage: 'ru',
    privacyNoticeGivenOn: '2026-03-02',
    'registeredAddress.zip': '127018',
    'registeredAddress.city': 'Москва',
    'registeredAddress.street': 'ул. Сущёвский Вал',
    'registeredAddress.houseNumber': 'д. 18, офис 412',
    [account('holderName')]: 'ООО «Волжские игрушки»',
    [account('bik')]: BIK,
    [account('account')]: numbers.russianAccount(BIK, '40702810', '38000174512'),
    [account('corrAccount')]: numbers.corrAccount(BIK),
    [account('bankName')]: 'Банк «Пример»',
    currency: 'RUB',
    invoiceEmail: 'buh@volga-igr.example',
    noticeLanguage: 'ru',
  },
};

export const russianIp: SampleCard = {
  title: 'a Russian ИП',
  jurisdiction: 'RU',
  values: {
    ...terms,
    country: 'RU',
    inn: numbers.inn12('5012873946'),
    legalName: 'Индивидуальный предприниматель Орлов Сергей Николаевич',
    legalForm: 'ip',
    taxStatus: 'usn',
    ogrnip: numbers.ogrnip('31850240007391'),
    ...signatory('Орлов Сергей Николаевич', '', 'register', '+79165283914', 'orlov@derevo.example'),
    preferredLanguage: 'ru',
    privacyNoticeGivenOn: '2026-05-11',
    'registeredAddress.zip': '143002',
    'registeredAddress.region': 'Московская область',
    'registeredAddress.city': 'Одинцово',
    'registeredAddress.street': 'Можайское шоссе',
    'registeredAddress.houseNumber': 'д. 71',
    [account('holderName')]: 'ИП Орлов Сергей Николаевич',
    [account('bik')]: BIK,
    [account('account')]: numbers.russianAccount(BIK, '40802810', '70000091834'),
    [account('corrAccount')]: numbers.corrAccount(BIK),
    currency: 'RUB',
    invoiceEmail: 'orlov@derevo.example',
  },
};

export const germanGmbh: SampleCard = {
  title: 'a German GmbH',
  jurisdiction: 'EU',
  values: {
    ...terms,
    ...factoring,
    country: 'DE',
    legalName: 'Nordhafen Spielwaren GmbH',
    legalForm: 'eu-limited',
    taxStatus: 'vat-registered',
    euVatNumber: numbers.germanVat('28174639'),
    viesResult: 'valid',
    viesCheckedOn: '2026-03-02',
    nationalRegisterId: 'HRB 148273, Hamburg',
    ...signatory('Katrin Behrens', 'Geschäftsführerin', 'register', '+494028174639', 'k.behrens@nordhafen.example'),
    preferredLanguage: 'de',
    privacyNoticeGivenOn: '2026-03-02',
    'registeredAddress.zip': '20457',
    'registeredAddress.city': 'Hamburg',
    'registeredAddress.street': 'Am Sandtorkai',
    'registeredAddress.houseNumber': '41',
    [account('holderName')]: 'Nordhafen Spielwaren GmbH',
    [account('iban')]: numbers.iban('DE', '200505501048273915'),
    currency: 'EUR',
    invoiceEmail: 'rechnung@nordhafen.example',
    noticeLanguage: 'de',
  },
};

export const americanLlc: SampleCard = {
  title: 'a US LLC',
  jurisdiction: 'US',
  values: {
    ...terms,
    ...factoring,
    country: 'US',
    ein: '843917265',
    legalName: 'Lakeshore Toy Supply LLC',
    legalForm: 'llc',
    taxStatus: 'sales-tax',
    stateOfOrganisation: 'IL',
    w9TaxClass: 'llc-p',
    w9SignedBy: 'Dana Whitfield',
    w9SignedOn: '2026-02-19',
    ...signatory('Dana Whitfield', 'Managing Member', 'officer', '+13125550148', 'dana@lakeshore.example'),
    preferredLanguage: 'en',
    'registeredAddress.zip': '60611',
    'registeredAddress.city': 'Chicago',
    'registeredAddress.region': 'IL',
    'registeredAddress.street': '455 North Cityfront Plaza Drive',
    [account('holderName')]: 'Lakeshore Toy Supply LLC',
    [account('aba')]: numbers.aba('07192841'),
    [account('usAccount')]: '4820173956',
    currency: 'USD',
    invoiceEmail: 'ap@lakeshore.example',
    noticeLanguage: 'en',
  },
};

export const SAMPLE_CARDS: readonly SampleCard[] = [
  hungarianKft,
  hungarianSoleTrader,
  russianOoo,
  russianIp,
  germanGmbh,
  americanLlc,
];
