import { demoAccount, demoContacts, demoTerms, type DemoCustomer } from './demo-customer.ts';
import { numberFrom } from './number-from-pattern.ts';

interface Line {
  readonly key: string;
  readonly country: string;
  readonly name: string;
  readonly vat: string;
  readonly register: string;
  readonly address: readonly [zip: string, city: string, street: string, house: string];
  readonly signs: readonly [string, string, string];
  readonly pays: readonly [string, string, string];
  readonly mail: string;
  readonly language: string;
  readonly days: number;
  readonly currency: string;
  readonly iban: string;
  readonly bankName: string;
  readonly note?: string;
}

// prettier-ignore
const lines: readonly Line[] = [
  { key: 'kranich', country: 'DE', name: 'Spielzeugland Kranich GmbH', vat: 'DE28174653?', register: 'HRB 214877 München', address: ['80331', 'München', 'Sendlinger Straße', '41'],
    signs: ['Katrin Kranich', 'Geschäftsführerin', '+49 89 5550 1210'], pays: ['Jonas Feldmann', 'Kreditorenbuchhaltung', '+49 89 5550 1214'], mail: 'kranich-spielzeug.example', language: 'de', days: 30, currency: 'EUR', iban: 'DE??700700100418273650', bankName: 'Deutsche Bank München',
    note: 'Kurze Mails, keine Anrufe vor zehn. Skonto nie von sich aus anbieten.' },
  { key: 'holzwurm', country: 'AT', name: 'Holzwurm Spielwaren GmbH', vat: 'ATU6438219?', register: 'FN 418273k', address: ['8010', 'Graz', 'Herrengasse', '16'],
    signs: ['Stefan Hofer', 'Geschäftsführer', '+43 316 555 140'], pays: ['Birgit Lackner', 'Buchhaltung', '+43 316 555 141'], mail: 'holzwurm.example', language: 'de', days: 30, currency: 'EUR', iban: 'AT??2081500004271836', bankName: 'Steiermärkische Sparkasse' },
  { key: 'hracka', country: 'SK', name: 'Drevená hračka s.r.o.', vat: 'SK202418736?', register: 'OS Nitra, vložka 38271/N', address: ['949 01', 'Nitra', 'Štefánikova trieda', '58'],
    signs: ['Peter Hudec', 'konateľ', '+421 37 555 0420'], pays: ['Jana Kováčová', 'účtovníčka', '+421 37 555 0421'], mail: 'drevenahracka.example', language: 'sk', days: 21, currency: 'EUR', iban: 'SK??090000000002418273??', bankName: 'Slovenská sporiteľňa' },
  { key: 'jucarii', country: 'RO', name: 'Lumea Jucăriilor S.R.L.', vat: 'RO2847163?', register: 'J12/1847/2014', address: ['400001', 'Cluj-Napoca', 'Strada Memorandumului', '14'],
    signs: ['Andrei Mureșan', 'administrator', '+40 264 555 030'], pays: ['Ioana Pop', 'contabil', '+40 264 555 031'], mail: 'lumeajucariilor.example', language: 'ro', days: 30, currency: 'RON', iban: 'RO??BTRLRONCRT0284716301', bankName: 'Banca Transilvania' },
  { key: 'kolorowy', country: 'PL', name: 'Kolorowy Świat Sp. z o.o.', vat: 'PL67628194??', register: 'KRS 0000481726', address: ['31-042', 'Kraków', 'Rynek Główny', '23'],
    signs: ['Marek Zieliński', 'prezes zarządu', '+48 12 555 61 10'], pays: ['Agnieszka Wójcik', 'główna księgowa', '+48 12 555 61 12'], mail: 'kolorowyswiat.example', language: 'pl', days: 45, currency: 'PLN', iban: 'PL??109010140000000418273650', bankName: 'Santander Bank Polska' },
  { key: 'bellini', country: 'IT', name: 'Giocattoli Bellini S.r.l.', vat: 'IT0418273023?', register: 'REA VR-418273', address: ['37121', 'Verona', 'Via Mazzini', '28'],
    signs: ['Chiara Bellini', 'amministratrice unica', '+39 045 555 0190'], pays: ['Luca Ferrari', 'ufficio contabilità', '+39 045 555 0191'], mail: 'bellinigiocattoli.example', language: 'it', days: 60, currency: 'EUR', iban: 'IT??X0542811101000000418273', bankName: 'UBI Banca' },
  { key: 'pohadka', country: 'CZ', name: 'Pohádkový obchod s.r.o.', vat: 'CZ2741836?', register: 'C 84172, KS Brno', address: ['602 00', 'Brno', 'Kobližná', '19'],
    signs: ['Tomáš Dvořák', 'jednatel', '+420 542 555 060'], pays: ['Lenka Procházková', 'fakturace', '+420 542 555 061'], mail: 'pohadkovyobchod.example', language: 'cs', days: 30, currency: 'CZK', iban: 'CZ??08000000000027418???', bankName: 'Česká spořitelna' },
  { key: 'kutak', country: 'HR', name: 'Dječji kutak d.o.o.', vat: 'HR4182736509?', register: 'MBS 081427365', address: ['10000', 'Zagreb', 'Ilica', '72'],
    signs: ['Ivana Babić', 'direktorica', '+385 1 555 0288'], pays: ['Marko Jurić', 'računovodstvo', '+385 1 555 0289'], mail: 'djecjikutak.example', language: 'hr', days: 30, currency: 'EUR', iban: 'HR??2340009111041827?', bankName: 'Privredna banka Zagreb' },
  { key: 'zmajcek', country: 'SI', name: 'Igralnica Zmajček d.o.o.', vat: 'SI4182736?', register: '6418273000', address: ['1000', 'Ljubljana', 'Čopova ulica', '14'],
    signs: ['Matej Novak', 'direktor', '+386 1 555 07 30'], pays: ['Tina Zupan', 'računovodja', '+386 1 555 07 31'], mail: 'zmajcek.example', language: 'sl', days: 30, currency: 'EUR', iban: 'SI??0201004182736??', bankName: 'NLB' },
  { key: 'coffre', country: 'FR', name: 'Le Coffre à Jouets SARL', vat: 'FR??41827365?', register: 'RCS Lyon 418 273', address: ['69002', 'Lyon', 'Rue de la République', '31'],
    signs: ['Hélène Garnier', 'gérante', '+33 4 72 55 50 11'], pays: ['Olivier Masson', 'comptable', '+33 4 72 55 50 12'], mail: 'coffreajouets.example', language: 'fr', days: 45, currency: 'EUR', iban: 'FR??300040082900000418273??', bankName: 'BNP Paribas' },
  { key: 'trein', country: 'NL', name: 'De Houten Trein B.V.', vat: 'NL81827365?B01', register: 'KvK 41827365', address: ['3511 LH', 'Utrecht', 'Oudegracht', '158'],
    signs: ['Sanne de Vries', 'directeur', '+31 30 555 0144'], pays: ['Bram Visser', 'crediteurenadministratie', '+31 30 555 0145'], mail: 'houtentrein.example', language: 'nl', days: 30, currency: 'EUR', iban: 'NL??INGB0004182736', bankName: 'ING' },
  { key: 'janssens', country: 'BE', name: 'Speelgoed Janssens BV', vat: 'BE04182736??', register: 'RPR Gent', address: ['9000', 'Gent', 'Veldstraat', '52'],
    signs: ['Wim Janssens', 'zaakvoerder', '+32 9 555 01 60'], pays: ['Els Peeters', 'boekhouding', '+32 9 555 01 61'], mail: 'janssensspeelgoed.example', language: 'nl', days: 30, currency: 'EUR', iban: 'BE??0014182736??', bankName: 'BNP Paribas Fortis' },
];

export const europeanCustomers: readonly DemoCustomer[] = lines.map((line, place) => {
  const [zip, city, street, houseNumber] = line.address;
  return {
    key: line.key,
    jurisdiction: 'EU',
    values: {
      country: line.country,
      euVatNumber: numberFrom('eu.vat', line.vat, { country: line.country }),
      legalName: line.name,
      legalForm: 'eu-limited',
      taxStatus: 'vat-registered',
      nationalRegisterId: line.register,
      viesResult: 'not-asked',
      'registeredAddress.zip': zip,
      'registeredAddress.city': city,
      'registeredAddress.street': street,
      'registeredAddress.houseNumber': houseNumber,
      ...demoContacts(line.key, { signs: line.signs, pays: line.pays, mailDomain: line.mail, language: line.language }),
      ...demoAccount(line.key, {
        holderName: line.name,
        iban: numberFrom('iban', line.iban),
        bankName: line.bankName,
        currency: line.currency,
      }),
      ...demoTerms(`DT-EX-${110 + place * 3}`, `2026-0${1 + (place % 9)}-${11 + place}`, line.days, line.currency),
      privacyNoticeGivenOn: '2026-09-28',
      ...(line.note === undefined ? {} : { toneNote: line.note }),
      ...(place % 4 === 0 ? { factoringPlanned: true, assignmentBan: 'none', noticeLanguage: 'en' } : {}),
    },
  };
});
