import * as numbers from '../../support/sample-numbers.ts';

/** What stands on the screen under a label: a text, a choice by its words or code, or a tick. */
export type Answers = readonly (readonly [label: string, answer: string | true])[];

/** A customer as the rep hears about it at the table. Numbers are made up, their check digits are right. */
export interface Customer {
  readonly name: string;
  readonly number: string;
  readonly company: Answers;
  readonly signatory: Answers;
  readonly people: Answers;
  readonly addresses: Answers;
  readonly account: Answers | null;
  readonly terms: Answers;
  readonly invoicing: Answers;
}

const hungarian: Omit<Customer, 'name' | 'number'> = {
  company: [
    ['Legal form', 'Kft. (limited company)'],
    ['Tax status', 'Registered for VAT'],
    ['Customer status for NAV', 'Domestic taxpayer'],
    ['Company register number', '01-09-382917'],
  ],
  signatory: [
    ['Name', 'Fehér Tünde'],
    ['Position', 'ügyvezető'],
    ['Role', 'Signs'],
    ['Phone', '+36 30 558 1294'],
    ['E-mail', 'feher.tunde@kekcinke.example'],
    ['Signs for the company', true],
    ['How they sign', 'Alone'],
    ['Authority rests on', 'Company register'],
  ],
  people: [
    ['Language of conversation', 'hu'],
    ['Privacy notice given on', '2026-11-02'],
  ],
  addresses: [
    ['Postal code', '1117'],
    ['City', 'Budapest'],
    ['Street', 'Október huszonharmadika'],
    ['Type of street', 'utca'],
    ['House number', '8-10.'],
  ],
  account: null,
  terms: [
    ['Contract number', 'DT-2026/301'],
    ['Contract date', '2026-11-02'],
    ['Payment terms, days', '30'],
    ['Invoice currency', 'HUF'],
    ['Client manager', 'Horváth Zsófia'],
  ],
  invoicing: [
    ['How the invoice is sent', 'By e-mail'],
    ['E-mail for invoices', 'szamla@kekcinke.example'],
  ],
};

export function hungarianCustomer(name = 'Kékcinke Játékház Kft.', seven = '2851943'): Customer {
  return { name, number: numbers.hungarianTaxNumber(seven, '2', '41'), ...hungarian };
}

const BIK = '044525974';
const INN = numbers.inn10('772193846');

export const russianCustomer: Customer = {
  name: 'Общество с ограниченной ответственностью «Снегирь»',
  number: INN,
  company: [['Tax status', 'OSNO (general regime)']],
  signatory: [
    ['Phone', '+7 495 741-39-28'],
    ['Role', 'Signs'],
    ['Signs for the company', true],
    ['How they sign', 'Alone'],
    ['Authority rests on', 'Articles of association'],
  ],
  people: [
    ['Language of conversation', 'ru'],
    ['Privacy notice given on', '2026-11-03'],
  ],
  addresses: [],
  account: null,
  terms: [
    ['Contract number', 'DT-2026/302'],
    ['Contract date', '2026-11-03'],
    ['Payment terms, days', '45'],
    ['Invoice currency', 'RUB'],
    ['Client manager', 'Horváth Zsófia'],
  ],
  invoicing: [
    ['How the invoice is sent', 'By e-mail'],
    ['E-mail for invoices', 'buh@snegir.example'],
  ],
};

/** The same customer as it stands in the footer of their mail. */
export const russianRequisites = `Полное наименование: ${russianCustomer.name}
Сокращённое наименование: ООО «Снегирь»
ИНН/КПП: ${INN}/772101001
ОГРН: ${numbers.ogrn('118774639251')}
Юридический адрес: 109428, г. Москва, Рязанский проспект, д. 24, офис 311
р/с ${numbers.russianAccount(BIK, '40702810', '38000261947')} в ПАО «Пример Банк» г. Москва
к/с ${numbers.corrAccount(BIK)}
БИК ${BIK}
Генеральный директор: Лебедева Анна Сергеевна, действует на основании Устава
E-mail: buh@snegir.example`;
