import type { CardValues } from '@cession/shared/card/card.ts';
import { demoAccount, demoContacts, demoTerms, type DemoCustomer } from './demo-customer.ts';
import { numberFrom } from './number-from-pattern.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly form: 'kft' | 'zrt' | 'bt';
  /** Seven digits; the eighth is their check. */
  readonly tax: string;
  /** The tax county, and the number of the court of registration. */
  readonly county: string;
  readonly court: string;
  readonly address: readonly [zip: string, city: string, street: string, type: string, house: string];
  readonly signs: readonly [string, string, string];
  readonly pays: readonly [string, string, string];
  readonly mail: string;
  readonly days: number;
  readonly bank: readonly [name: string, office: string];
  readonly note?: string;
}

const REGISTER_FORM = { kft: '09', zrt: '10', bt: '06' } as const;

// prettier-ignore
const lines: readonly Line[] = [
  { key: 'balaton', name: 'Balatoni Játékvilág Kft.', form: 'kft', tax: '1382947', county: '14', court: '14', address: ['8600', 'Siófok', 'Fő', 'tér', '11'],
    signs: ['Horváth Gábor', 'ügyvezető', '+36 84 555 210'], pays: ['Molnár Zsuzsanna', 'főkönyvelő', '+36 84 555 214'], mail: 'balatonijatek.example', days: 30, bank: ['OTP Bank Nyrt.', '1174301'] ,
    note: 'Szezonban csak délelőtt érhető el. A végösszeget mindig forintban kéri, kerekítve.' },
  { key: 'kekmadar', name: 'Kékmadár Óvodaellátó Kft.', form: 'kft', tax: '2471839', county: '09', court: '09', address: ['4025', 'Debrecen', 'Piac', 'utca', '28'],
    signs: ['Szűcs Andrea', 'ügyvezető', '+36 52 555 118'], pays: ['Balla Erika', 'pénzügyi előadó', '+36 52 555 119'], mail: 'kekmadar-ovoda.example', days: 45, bank: ['K&H Bank Zrt.', '1040034'] },
  { key: 'fabula', name: 'Fabula Könyv és Játék Zrt.', form: 'zrt', tax: '1094726', county: '42', court: '01', address: ['1065', 'Budapest', 'Nagymező', 'utca', '21'],
    signs: ['dr. Lengyel Tamás', 'vezérigazgató', '+36 1 555 0142'], pays: ['Pásztor Nóra', 'számviteli vezető', '+36 1 555 0150'], mail: 'fabula.example', days: 60, bank: ['Erste Bank Hungary Zrt.', '1160000'],
    note: 'Rendelésszám nélkül nem fogad be számlát.' },
  { key: 'pottyos', name: 'Pöttyös Labda Bt.', form: 'bt', tax: '2185390', county: '06', court: '06', address: ['6720', 'Szeged', 'Kárász', 'utca', '9'],
    signs: ['Vass Imre', 'üzletvezetésre jogosult tag', '+36 62 555 307'], pays: ['Vass Imréné', 'tag', '+36 62 555 308'], mail: 'pottyoslabda.example', days: 15, bank: ['MBH Bank Nyrt.', '1030000'] },
  { key: 'tisza', name: 'Tisza-parti Ajándék Kft.', form: 'kft', tax: '1463852', county: '16', court: '16', address: ['5000', 'Szolnok', 'Baross Gábor', 'út', '14'],
    signs: ['Kerekes Dániel', 'ügyvezető', '+36 56 555 411'], pays: ['Oláh Mária', 'könyvelő', '+36 56 555 412'], mail: 'tiszaparti.example', days: 30, bank: ['OTP Bank Nyrt.', '1174500'] },
  { key: 'mesekucko', name: 'Mesekuckó Webáruház Kft.', form: 'kft', tax: '2639471', county: '08', court: '08', address: ['9024', 'Győr', 'Vasvári Pál', 'utca', '5'],
    signs: ['Takács Eszter', 'ügyvezető', '+36 96 555 620'], pays: ['Németh Bálint', 'pénzügy', '+36 96 555 621'], mail: 'mesekucko.example', days: 8, bank: ['UniCredit Bank Hungary Zrt.', '1091800'] },
  { key: 'csigahaz', name: 'Csigaház Gyermekáruház Kft.', form: 'kft', tax: '1157394', county: '02', court: '02', address: ['7621', 'Pécs', 'Király', 'utca', '33'],
    signs: ['Bognár Judit', 'ügyvezető', '+36 72 555 805'], pays: ['Fülöp Attila', 'gazdasági vezető', '+36 72 555 809'], mail: 'csigahaz.example', days: 30, bank: ['Raiffeisen Bank Zrt.', '1202800'] },
  { key: 'zemplen', name: 'Zemplén Papír-Írószer Kft.', form: 'kft', tax: '1328506', county: '05', court: '05', address: ['3980', 'Sátoraljaújhely', 'Kossuth Lajos', 'utca', '7'],
    signs: ['Hudák Zoltán', 'ügyvezető', '+36 47 555 233'], pays: ['Hudákné Soltész Ilona', 'könyvelő', '+36 47 555 234'], mail: 'zemplenpapir.example', days: 30, bank: ['MBH Bank Nyrt.', '1010244'] },
  { key: 'borostyan', name: 'Borostyán Nagyker Zrt.', form: 'zrt', tax: '2384615', county: '41', court: '01', address: ['1139', 'Budapest', 'Váci', 'út', '95'],
    signs: ['Ács Péter', 'igazgatósági tag', '+36 1 555 0771'], pays: ['Rácz Melinda', 'szállítói elszámolás', '+36 1 555 0775'], mail: 'borostyannagyker.example', days: 60, bank: ['CIB Bank Zrt.', '1070002'],
    note: 'A beszerzés és a könyvelés külön épületben van; aláírásra csak szerdán megy be a vezető.' },
  { key: 'alfold', name: 'Alföldi Iskolaszer Kft.', form: 'kft', tax: '1273948', county: '03', court: '03', address: ['6000', 'Kecskemét', 'Izsáki', 'út', '12/B'],
    signs: ['Faragó László', 'ügyvezető', '+36 76 555 940'], pays: ['Kun Beáta', 'pénzügyi ügyintéző', '+36 76 555 941'], mail: 'alfoldi-iskolaszer.example', days: 30, bank: ['K&H Bank Zrt.', '1040250'] },
  { key: 'kispajtas', name: 'Kispajtás Játéküzletek Kft.', form: 'kft', tax: '2410583', county: '13', court: '13', address: ['2000', 'Szentendre', 'Dumtsa Jenő', 'utca', '4'],
    signs: ['Somogyi Réka', 'ügyvezető', '+36 26 555 130'], pays: ['Gál Márton', 'könyvelő', '+36 26 555 131'], mail: 'kispajtas.example', days: 30, bank: ['OTP Bank Nyrt.', '1174200'] },
  { key: 'hetszin', name: 'Hétszínvirág Játék és Ajándék Bt.', form: 'bt', tax: '2276014', county: '10', court: '10', address: ['3300', 'Eger', 'Széchenyi István', 'utca', '18'],
    signs: ['Barta Ildikó', 'beltag', '+36 36 555 702'], pays: ['Barta Kristóf', 'kültag', '+36 36 555 703'], mail: 'hetszinvirag.example', days: 15, bank: ['Erste Bank Hungary Zrt.', '1163900'] },
  { key: 'vasutas', name: 'Vasutas Modellbolt Kft.', form: 'kft', tax: '1418357', county: '42', court: '01', address: ['1087', 'Budapest', 'Kerepesi', 'út', '3'],
    signs: ['Mester Ákos', 'ügyvezető', '+36 1 555 0388'], pays: ['Simon Katalin', 'könyvelő', '+36 1 555 0389'], mail: 'vasutasmodell.example', days: 30, bank: ['MagNet Bank Zrt.', '1620010'] },
  { key: 'raba', name: 'Rába Sport és Szabadidő Kft.', form: 'kft', tax: '1184629', county: '18', court: '18', address: ['9700', 'Szombathely', 'Fő', 'tér', '25'],
    signs: ['Kiss Norbert', 'ügyvezető', '+36 94 555 515'], pays: ['Dénes Petra', 'pénzügyi vezető', '+36 94 555 516'], mail: 'rabasport.example', days: 30, bank: ['UniCredit Bank Hungary Zrt.', '1091900'] },
  { key: 'kispajtas-bolt', name: 'Kispajtás Játéküzlet Bt.', form: 'bt', tax: '2903174', county: '13', court: '13', address: ['2000', 'Szentendre', 'Bogdányi', 'utca', '10'],
    signs: ['Somogyi Lajos', 'beltag', '+36 26 555 180'], pays: ['Somogyi Lajosné', 'kültag', '+36 26 555 181'], mail: 'kispajtasbolt.example', days: 8, bank: ['OTP Bank Nyrt.', '1174200'] },
];

export const hungarianCustomers: readonly DemoCustomer[] = lines.map((line, place) => {
  const taxNumber = numberFrom('hu.tax-number', `${line.tax}?-2-${line.county}`);
  const [bankName, office] = line.bank;
  return {
    key: line.key,
    jurisdiction: 'HU',
    values: {
      country: 'HU',
      taxNumber,
      legalName: line.name,
      shortName: line.name.split(' ').slice(0, 2).join(' '),
      legalForm: line.form,
      taxStatus: 'vat-registered',
      navCustomerStatus: 'DOMESTIC',
      euVatNumber: `HU${taxNumber.slice(0, 8)}`,
      registerNumber: `${line.court}-${REGISTER_FORM[line.form]}-0${12_481 + place * 3_917}`,
      ...addressOf(line),
      ...demoContacts(line.key, { signs: line.signs, pays: line.pays, mailDomain: line.mail, language: 'hu' }),
      ...demoAccount(line.key, {
        holderName: line.name,
        giro: numberFrom('hu.giro', `${office}?-2${String(104_733 + place * 8_219).padStart(6, '0')}?`),
        bankName,
        currency: 'HUF',
      }),
      ...demoTerms(
        `DT-2026/${String(40 + place * 7).padStart(3, '0')}`,
        `2026-0${1 + (place % 9)}-${12 + place}`,
        line.days,
        'HUF',
      ),
      privacyNoticeGivenOn: '2026-10-12',
      ...(line.note === undefined ? {} : { toneNote: line.note }),
      ...(place % 3 === 0 ? { factoringPlanned: true, assignmentBan: 'none', noticeLanguage: 'hu' } : {}),
      ...(line.key === 'fabula'
        ? { purchaseOrderRequired: true, purchaseOrderHow: 'PO-szám a számla fejlécében' }
        : {}),
    },
  };
});

function addressOf({ address }: Line): CardValues {
  const [zip, city, street, streetType, houseNumber] = address;
  return {
    'registeredAddress.zip': zip,
    'registeredAddress.city': city,
    'registeredAddress.street': street,
    'registeredAddress.streetType': streetType,
    'registeredAddress.houseNumber': houseNumber,
  };
}
