import type { CardValues } from '@cession/shared/card/card.ts';
import { demoAccount, demoContacts, demoTerms, type DemoCustomer } from './demo-customer.ts';
import { numberFrom } from './number-from-pattern.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly short: string;
  readonly form: 'ooo' | 'ao' | 'ip';
  /** Nine digits of the ИНН of an organisation, ten of a person's; the check digits follow from them. */
  readonly inn: string;
  readonly address: readonly [zip: string, region: string, city: string, street: string, house: string];
  readonly signs: readonly [string, string, string];
  readonly pays: readonly [string, string, string];
  readonly mail: string;
  readonly days: number;
  readonly bank: 'sber' | 'vtb' | 'alfa';
  readonly note?: string;
}

const BANKS = {
  sber: { bik: '044525225', corrAccount: '30101810400000000225', bankName: 'ПАО Сбербанк, г. Москва' },
  vtb: { bik: '044525187', corrAccount: '30101810700000000187', bankName: 'Банк ВТБ (ПАО), г. Москва' },
  alfa: { bik: '044525593', corrAccount: '30101810200000000593', bankName: 'АО «АЛЬФА-БАНК», г. Москва' },
} as const;

// prettier-ignore
const lines: readonly Line[] = [
  { key: 'zaychik', name: 'Общество с ограниченной ответственностью «Солнечный зайчик»', short: 'ООО «Солнечный зайчик»', form: 'ooo', inn: '631728463',
    address: ['443099', 'Самарская обл.', 'Самара', 'ул. Куйбышева', '87'], signs: ['Ермаков Сергей Павлович', 'генеральный директор', '+7 846 555-21-40'], pays: ['Власова Ирина Юрьевна', 'главный бухгалтер', '+7 846 555-21-42'],
    mail: 'sun-zaychik.example', days: 30, bank: 'sber', note: 'Звонить после 11 по Самаре. Оригиналы отправлять курьером, не почтой.' },
  { key: 'igroteka', name: 'Общество с ограниченной ответственностью «Игротека-НН»', short: 'ООО «Игротека-НН»', form: 'ooo', inn: '526038174',
    address: ['603005', 'Нижегородская обл.', 'Нижний Новгород', 'ул. Большая Покровская', '32'], signs: ['Белова Марина Андреевна', 'директор', '+7 831 555-07-15'], pays: ['Гусев Илья Олегович', 'бухгалтер', '+7 831 555-07-16'],
    mail: 'igroteka-nn.example', days: 45, bank: 'vtb' },
  { key: 'siyanie', name: 'Акционерное общество «Торговый дом Северное сияние»', short: 'АО «ТД Северное сияние»', form: 'ao', inn: '781493205',
    address: ['191186', 'Санкт-Петербург', 'Санкт-Петербург', 'наб. реки Мойки', '26'], signs: ['Лебедев Константин Игоревич', 'генеральный директор', '+7 812 555-64-03'], pays: ['Орлова Наталья Викторовна', 'финансовый контролёр', '+7 812 555-64-09'],
    mail: 'tdsiyanie.example', days: 60, bank: 'alfa' },
  { key: 'kuznetsov', name: 'Индивидуальный предприниматель Кузнецов Алексей Викторович', short: 'ИП Кузнецов А. В.', form: 'ip', inn: '1655284907',
    address: ['420111', 'Республика Татарстан', 'Казань', 'ул. Баумана', '44'], signs: ['Кузнецов Алексей Викторович', 'предприниматель', '+7 843 555-18-80'], pays: ['Кузнецова Лилия Маратовна', 'бухгалтер', '+7 843 555-18-81'],
    mail: 'kuznetsov-toys.example', days: 14, bank: 'sber' },
  { key: 'volzhskie', name: 'Общество с ограниченной ответственностью «Волжские игрушки»', short: 'ООО «Волжские игрушки»', form: 'ooo', inn: '645029381',
    address: ['410012', 'Саратовская обл.', 'Саратов', 'ул. Московская', '115'], signs: ['Фролов Денис Анатольевич', 'директор', '+7 845 555-30-22'], pays: ['Мельникова Тамара Ильинична', 'главный бухгалтер', '+7 845 555-30-24'],
    mail: 'volzhskie.example', days: 30, bank: 'vtb' },
  { key: 'ladya', name: 'Общество с ограниченной ответственностью «Ладья-Опт»', short: 'ООО «Ладья-Опт»', form: 'ooo', inn: '770948215',
    address: ['109004', 'Москва', 'Москва', 'ул. Николоямская', '51'], signs: ['Захаров Михаил Борисович', 'генеральный директор', '+7 495 555-90-11'], pays: ['Тихонова Елена Сергеевна', 'бухгалтер по расчётам', '+7 495 555-90-14'],
    mail: 'ladya-opt.example', days: 45, bank: 'alfa' },
  { key: 'umka', name: 'Общество с ограниченной ответственностью «Умка Трейд»', short: 'ООО «Умка Трейд»', form: 'ooo', inn: '667184032',
    address: ['620014', 'Свердловская обл.', 'Екатеринбург', 'ул. Малышева', '36'], signs: ['Белов Артём Николаевич', 'директор', '+7 343 555-47-70'], pays: ['Панова Юлия Дмитриевна', 'бухгалтер', '+7 343 555-47-72'],
    mail: 'umka-trade.example', days: 30, bank: 'sber' },
  { key: 'beryozka', name: 'Общество с ограниченной ответственностью «Берёзка-Сервис»', short: 'ООО «Берёзка-Сервис»', form: 'ooo', inn: '710638294',
    address: ['300041', 'Тульская обл.', 'Тула', 'пр-т Ленина', '21'], signs: ['Громов Виктор Степанович', 'директор', '+7 487 555-11-60'], pays: ['Савельева Анна Романовна', 'главный бухгалтер', '+7 487 555-11-61'],
    mail: 'beryozka-servis.example', days: 30, bank: 'vtb' },
  { key: 'smirnova', name: 'Индивидуальный предприниматель Смирнова Ольга Петровна', short: 'ИП Смирнова О. П.', form: 'ip', inn: '7604193852',
    address: ['150000', 'Ярославская обл.', 'Ярославль', 'ул. Свободы', '8'], signs: ['Смирнова Ольга Петровна', 'предприниматель', '+7 485 555-26-33'], pays: ['Смирнов Павел Евгеньевич', 'помощник', '+7 485 555-26-34'],
    mail: 'smirnova-toys.example', days: 10, bank: 'alfa' },
  { key: 'karusel', name: 'Общество с ограниченной ответственностью «Карусель Плюс»', short: 'ООО «Карусель Плюс»', form: 'ooo', inn: '616572039',
    address: ['344002', 'Ростовская обл.', 'Ростов-на-Дону', 'ул. Большая Садовая', '64'], signs: ['Дьяченко Роман Валерьевич', 'директор', '+7 863 555-82-05'], pays: ['Рябова Светлана Игоревна', 'бухгалтер', '+7 863 555-82-06'],
    mail: 'karusel-plus.example', days: 30, bank: 'sber' },
];

export const russianCustomers: readonly DemoCustomer[] = lines.map((line, place) => {
  const isSoleTrader = line.form === 'ip';
  const inn = numberFrom('ru.inn', isSoleTrader ? `${line.inn}??` : `${line.inn}?`);
  const bank = BANKS[line.bank];
  const digits = String(31_847 + place * 6_133);
  const kind = isSoleTrader ? '40802' : '40702';
  return {
    key: line.key,
    jurisdiction: 'RU',
    values: {
      country: 'RU',
      inn,
      ...(isSoleTrader
        ? { ogrnip: numberFrom('ru.ogrnip', `3${15 + place}${inn.slice(0, 4)}00${digits}?`) }
        : {
            kpp: `${inn.slice(0, 4)}01001`,
            ogrn: numberFrom('ru.ogrn', `1${11 + place}${inn.slice(0, 2)}00${digits}?`),
            okpo: numberFrom('ru.okpo', `0${digits}${place}?`),
          }),
      legalName: line.name,
      shortName: line.short,
      legalForm: line.form,
      taxStatus: isSoleTrader ? 'usn' : 'osno',
      okved: '46.49.4',
      ...addressOf(line),
      ...demoContacts(line.key, { signs: line.signs, pays: line.pays, mailDomain: line.mail, language: 'ru' }),
      ...demoAccount(line.key, {
        holderName: line.short,
        bik: bank.bik,
        account: numberFrom('ru.account', `${kind}810?38000${digits.padStart(6, '0')}`, { bik: bank.bik }),
        corrAccount: bank.corrAccount,
        bankName: bank.bankName,
        currency: 'RUB',
      }),
      ...demoTerms(`${14 + place}-П/2026`, `2026-0${1 + (place % 8)}-1${place % 10}`, line.days, 'RUB'),
      privacyNoticeGivenOn: '2026-10-19',
      ...(line.note === undefined ? {} : { toneNote: line.note }),
    },
  };
});

function addressOf({ address }: Line): CardValues {
  const [zip, region, city, street, houseNumber] = address;
  return {
    'registeredAddress.zip': zip,
    'registeredAddress.region': region,
    'registeredAddress.city': city,
    'registeredAddress.street': street,
    'registeredAddress.houseNumber': houseNumber,
  };
}
