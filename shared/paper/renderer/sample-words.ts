import type { PaperLanguage } from '../../src/notice/paper-document.ts';

export interface SampleWords {
  readonly title: string;
  readonly subtitle: string;
  readonly pageWords: string;
  readonly currency: string;
  readonly contract: string;
  readonly what: string;
  readonly pay: string;
  readonly total: string;
  readonly code: string;
  readonly law: { readonly article: string; readonly quote: string };
  readonly means: readonly string[];
  readonly steps: readonly string[];
  readonly columns: readonly string[];
  readonly invoice: { readonly short: string; readonly long: string };
  readonly parties: Record<'debtor' | 'debtorTax' | 'supplier' | 'factor' | 'oldAccount' | 'newAccount', string>;
  readonly labels: Record<
    'to' | 'from' | 'factor' | 'taxNumber' | 'contract' | 'holder' | 'account' | 'reference',
    string
  >;
  readonly headings: Record<'what' | 'account' | 'before' | 'after' | 'means' | 'invoices' | 'answer', string>;
  readonly sign: Record<'caption' | 'name' | 'alt' | 'supplier' | 'supplierAlt' | 'typed', string>;
}

const hungarianAccounts = {
  oldAccount: 'HU42 1177 3016 1111 1018 0000 0000',
  newAccount: 'HU93 1160 0006 0000 0000 1234 5676',
};

const en: SampleWords = {
  title: 'Notice of assignment: new account for Carter & Sons Ltd invoices',
  subtitle: 'Issued on 20 November 2026 in Bristol by the supplier named below, on its own behalf.',
  pageWords: 'Page {n} of {m}',
  currency: 'GBP',
  contract: 'Supply agreement 2024/118 of 3 March 2024 with all its call-off orders',
  what:
    'We have assigned to the factor named above our claims for payment against your company, both those listed in this ' +
    'notice and those that will arise under the same contract until we tell you otherwise in writing. You owe the same ' +
    'amounts on the same days as before. What changes is who you pay.',
  pay: 'From the day you receive this notice, please pay into the new account only.',
  total: 'Total',
  code: 'Scan to see this notice, who sent it and whether it has been changed since, or type the address.',
  law: {
    article: 'UCC § 9-406(a)',
    quote:
      '… receives a notification, signed by the assignor or the assignee, that the amount due or to become due has been assigned …',
  },
  means: [
    'Your contract with us, the prices, the deadlines and our contact people stay as they are.',
    'Complaints about the goods come to us; the factor hears about them from us.',
    'A request to pay into any other account is not from us unless it carries the number and the code at the foot of this page. When in doubt, call the number you already have.',
  ],
  steps: [
    'Compare the new account digit by digit with the one in your accounting system after you have changed it.',
    'Confirm below that you received this notice. Confirming receipt is not an admission of any debt.',
  ],
  columns: ['Invoice', 'What for', 'Issued', 'Due', 'Amount'],
  invoice: {
    short: 'Packaging film',
    long: 'Packaging film, printed, three colours, delivered to the Avonmouth warehouse',
  },
  parties: {
    debtor: 'Fairweather Foods plc, 14 Victoria Street, Bristol BS1 6AA',
    debtorTax: 'GB 123 4567 89',
    supplier: 'Carter & Sons Ltd',
    factor: 'Northern Trade Finance Ltd',
    oldAccount: 'GB29 NWBK 6016 1331 9268 19',
    newAccount: 'GB94 BARC 1020 1530 0934 59',
  },
  labels: {
    to: 'To',
    from: 'From',
    factor: 'Factor',
    taxNumber: 'VAT number',
    contract: 'Contract',
    holder: 'Account holder',
    account: 'Account',
    reference: 'Payment reference',
  },
  headings: {
    what: 'What has changed',
    account: 'Where to pay',
    before: 'Until now',
    after: 'From now on',
    means: 'What stays the same',
    invoices: 'Invoices that were assigned',
    answer: 'Your answer',
  },
  sign: {
    caption: 'Received on 20 November 2026 for Fairweather Foods plc',
    name: 'Margaret O’Neill, finance director',
    alt: 'Mark made by Margaret O’Neill',
    supplier: 'For the supplier',
    supplierAlt: 'Typed name of Daniel Carter',
    typed: 'Daniel Carter',
  },
};

const hu: SampleWords = {
  title: 'Engedményezési értesítő: új bankszámla a Tűzhegyi Őszibarack Kft. számláihoz',
  subtitle: 'Kelt Budapesten, 2026. november 20-án. Kiállítja a lent megnevezett szállító, saját nevében.',
  pageWords: '{n}. oldal, összesen {m}',
  currency: 'HUF',
  contract: '2024/118. számú szállítási keretszerződés (2024. március 3.) és valamennyi egyedi megrendelése',
  what:
    'Tájékoztatjuk Önöket, hogy a fent megnevezett faktorra engedményeztük az Önök társaságával szemben fennálló, ebben az ' +
    'értesítőben felsorolt követeléseinket, valamint azokat is, amelyek ugyanebből a szerződésből a későbbiekben keletkeznek, ' +
    'amíg írásban másként nem rendelkezünk. Az összegek és a határidők nem változnak, csak az, hogy kinek kell fizetniük.',
  pay: 'Az értesítő kézhezvételétől kérjük, kizárólag az új bankszámlára fizessenek.',
  total: 'Összesen',
  code: 'Olvassa be a kódot, és megnézheti az értesítőt: ki küldte, és változott-e azóta. A cím be is gépelhető.',
  law: {
    article: 'Ptk. 6:197. § (2)',
    quote:
      'A kötelezett értesítését követően az engedményessel szemben hatálytalan a kötelezett és az engedményező szerződésének módosítása vagy megszüntetése.',
  },
  means: [
    'A szerződés, az árak, a határidők és a kapcsolattartóink változatlanok maradnak.',
    'Az árut érintő kifogásokat továbbra is nekünk kell bejelenteni; a faktort mi tájékoztatjuk.',
    'Ha valaki más bankszámlára kér fizetést, és a levélen nem szerepel az e lap alján álló szám és kód, az nem tőlünk jött. Kétség esetén azt a telefonszámot hívják, amelyet eddig is használtak.',
  ],
  steps: [
    'Az átírás után számjegyenként vessék össze az új bankszámlát a könyvelési rendszerükben szereplővel.',
    'Lent igazolják, hogy az értesítőt átvették. Az átvétel igazolása nem tartozáselismerés.',
  ],
  columns: ['Számla', 'Tárgy', 'Kelt', 'Esedékes', 'Összeg'],
  invoice: {
    short: 'Csomagolófólia',
    long: 'Csomagolófólia, háromszínnyomású, a székesfehérvári raktárba szállítva, hűtött fuvarral',
  },
  parties: {
    debtor: 'Árvíztűrő Élelmiszer-nagykereskedelmi Zrt., 8000 Székesfehérvár, Őrház utca 12–14.',
    debtorTax: '12345676-2-07',
    supplier: 'Tűzhegyi Őszibarack Kft.',
    factor: 'Északi Kereskedelmi Faktor Zrt.',
    ...hungarianAccounts,
  },
  labels: {
    to: 'Címzett',
    from: 'Szállító',
    factor: 'Faktor',
    taxNumber: 'Adószám',
    contract: 'Szerződés',
    holder: 'Számlatulajdonos',
    account: 'Bankszámla',
    reference: 'Közlemény',
  },
  headings: {
    what: 'Mi változott',
    account: 'Hova kell fizetni',
    before: 'Eddig',
    after: 'Mostantól',
    means: 'Mi marad változatlan',
    invoices: 'Az engedményezett számlák',
    answer: 'Az Önök válasza',
  },
  sign: {
    caption: 'Átvette 2026. november 20-án az Árvíztűrő Élelmiszer-nagykereskedelmi Zrt. nevében',
    name: 'Dr. Kőszeghy-Űrhegyi Gyöngyvér, gazdasági igazgató',
    alt: 'Dr. Kőszeghy-Űrhegyi Gyöngyvér kézzel írt aláírása',
    supplier: 'A szállító részéről',
    supplierAlt: 'Tűzhegyi Ödön begépelt neve',
    typed: 'Tűzhegyi Ödön',
  },
};

const ru: SampleWords = {
  title: 'Уведомление об уступке требования: новый счёт для оплаты поставок ООО «Ёлкин и партнёры»',
  subtitle: 'Составлено 20 ноября 2026 г. в Москве поставщиком, указанным ниже, от своего имени.',
  pageWords: 'Страница {n} из {m}',
  currency: '₽',
  contract: 'Договор поставки № 2024/118 от 3 марта 2024 г. со всеми спецификациями к нему',
  what:
    'Сообщаем, что мы уступили указанному выше фактору свои денежные требования к вашей организации: перечисленные в этом ' +
    'уведомлении, а также те, которые возникнут из того же договора, пока мы письменно не сообщим иное. Суммы и сроки оплаты ' +
    'остаются прежними. Меняется только то, кому вы платите.',
  pay: 'Со дня получения этого уведомления просим платить только на новый счёт.',
  total: 'Итого',
  code: 'Наведите камеру, чтобы увидеть это уведомление: кто его отправил и менялось ли оно с тех пор. Адрес можно набрать вручную.',
  law: {
    article: 'ГК РФ, статья 382, пункт 3',
    quote:
      'Если должник не был уведомлен в письменной форме о состоявшемся переходе прав кредитора к другому лицу, новый кредитор несет риск …',
  },
  means: [
    'Договор, цены, сроки и сотрудники, с которыми вы общаетесь, остаются прежними.',
    'Претензии по товару по-прежнему направляйте нам; фактору о них сообщим мы.',
    'Если вас просят платить на какой-либо другой счёт, а в письме нет номера и кода, указанных внизу этой страницы, оно не от нас. Если сомневаетесь, позвоните по номеру телефона, который у вас уже есть.',
  ],
  steps: [
    'После изменения реквизитов сверьте новый счёт со счётом в вашей учётной системе цифра за цифрой.',
    'Подтвердите ниже, что вы получили уведомление. Подтверждение получения не означает признания долга.',
  ],
  columns: ['Счёт-фактура', 'Предмет', 'Выставлен', 'Оплатить до', 'Сумма'],
  invoice: {
    short: 'Упаковочная плёнка',
    long: 'Упаковочная плёнка с трёхцветной печатью, с доставкой на склад в Подольске рефрижератором',
  },
  parties: {
    debtor:
      'АО «Объединённая продовольственная компания „Съезжая“», 115035, г. Москва, Садовническая ул., д. 12, стр. 4',
    debtorTax: 'ИНН 7707083893 / КПП 770701001',
    supplier: 'ООО «Ёлкин и партнёры»',
    factor: 'АО «Северный торговый факторинг»',
    oldAccount: '40702 810 9 0000 0012345',
    newAccount: '40702 810 4 3800 0067890',
  },
  labels: {
    to: 'Кому',
    from: 'Поставщик',
    factor: 'Фактор',
    taxNumber: 'Реквизиты',
    contract: 'Договор',
    holder: 'Получатель',
    account: 'Расчётный счёт',
    reference: 'Назначение платежа',
  },
  headings: {
    what: 'Что изменилось',
    account: 'Куда платить',
    before: 'До сих пор',
    after: 'Теперь',
    means: 'Что остаётся прежним',
    invoices: 'Уступленные счета',
    answer: 'Ваш ответ',
  },
  sign: {
    caption: 'Получено 20 ноября 2026 г. за АО «Объединённая продовольственная компания „Съезжая“»',
    name: 'Щёголева Марья Прокофьевна, финансовый директор',
    alt: 'Собственноручная подпись Щёголевой М. П.',
    supplier: 'От имени поставщика',
    supplierAlt: 'Пустая строка для подписи',
    typed: 'Ёлкин Э. Ю.',
  },
};

export const SAMPLE_WORDS: Record<PaperLanguage, SampleWords> = { en, hu, ru };
