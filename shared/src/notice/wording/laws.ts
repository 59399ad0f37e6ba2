import type { Block, PaperLanguage } from '../paper-document.ts';

export interface Law {
  readonly jurisdiction: 'HU' | 'RU' | 'EU' | 'US';
  /** The language the statute is written in. */
  readonly original: PaperLanguage;
  readonly article: Readonly<Record<PaperLanguage, string>>;
  /** Word for word, at most 25 words; `[...]` where words of the sentence are left out. */
  readonly quote: string;
  readonly sourceName: string;
}

const hu = (section: string, quote: string): Law => ({
  jurisdiction: 'HU',
  original: 'hu',
  article: {
    en: `Hungarian Civil Code (Ptk.), section ${section}`,
    hu: `Ptk. ${section.replace(/^(6:\d+)/, '$1. §').replace('§(', '§ (')}`,
    ru: `Гражданский кодекс Венгрии (Ptk.), § ${section}`,
  },
  quote,
  sourceName: '2013. évi V. törvény a Polgári Törvénykönyvről',
});

const gk = (article: string, quote: string): Law => ({
  jurisdiction: 'RU',
  original: 'ru',
  article: {
    en: `Russian Civil Code (GK RF), article ${article}`,
    hu: `Orosz Polgári Törvénykönyv (GK RF), ${article}. cikk`.replace(/(\d+)\((\d+)\)\. cikk/, '$1. cikk ($2)'),
    ru: `ГК РФ, ст. ${article}`.replace(/(\d+)\((\d+)\)/, '$1, п. $2'),
  },
  quote,
  sourceName: 'Гражданский кодекс Российской Федерации',
});

const us = (section: string, enacted: string, quote: string, sourceName: string): Law => ({
  jurisdiction: 'US',
  original: 'en',
  article: {
    en: `${section} (as enacted in ${enacted})`,
    hu: `${section} (${enacted} állam szövege)`,
    ru: `${section} (текст штата ${enacted})`,
  },
  quote,
  sourceName,
});

const UCC = 'Uniform Commercial Code, Article 9';

const ALL = {
  'ptk-6-197-1': hu(
    '6:197(1)',
    'a kötelezettet az engedményezésről az engedményezés tényét és az engedményezett követelést megjelölve írásban értesíteni, vagy az engedményes személyét is meghatározó engedményezési okiratot az engedményesnek átadni',
  ),
  'ptk-6-197-2': hu(
    '6:197(2)',
    'A kötelezett értesítését követően az engedményessel szemben hatálytalan a kötelezett és az engedményező szerződésének módosítása vagy megszüntetése.',
  ),
  'ptk-6-197-3': hu(
    '6:197(3)',
    'ha az engedményezőtől származik, vagy az engedményes az engedményezési okirattal vagy más hitelt érdemlő módon igazolja az engedményezés megtörténtét',
  ),
  'ptk-6-198-1': hu(
    '6:198(1)',
    'A kötelezett mindaddig az engedményezőnek köteles teljesíteni, amíg nem kap olyan teljesítési utasítást, amely az engedményes személyét [...] meghatározza',
  ),
  'ptk-6-198-2': hu(
    '6:198(2)',
    'Ha az értesítés megjelölte az engedményest, de nem tartalmazta a teljesítési utasítást, teljesítési utasítást kizárólag az engedményes adhat.',
  ),
  'ptk-6-198-3': hu(
    '6:198(3)',
    'köteles a szolgáltatás teljesítéseként birtokába került vagyontárgyakat a sajátjától elkülönítve kezelni, és az engedményes részére késedelem nélkül kiadni',
  ),
  'ptk-6-199-1': hu(
    '6:199(1)',
    'a kötelezett akkor szabadul, ha az elsőként kapott teljesítési utasításnak megfelelően teljesít',
  ),
  'ptk-6-200': hu(
    '6:200',
    'A kötelezett engedményezéssel okozott költségeinek a megtérítésére az engedményező és az engedményes egyetemlegesen kötelesek.',
  ),
  'ptk-6-194-2': hu(
    '6:194(2)',
    'jövőbeli követelések esetén legkésőbb a követelés létrejöttekor az engedményezett követelést azonosíthatóvá teszi',
  ),
  'ptk-6-406': hu(
    '6:406',
    'Nyilvántartásba vétel hiányában a követelés az engedményezés ellenére nem száll át a faktorra',
  ),
  'ptk-6-26': hu('6:26', 'a tartozását elismerő kötelezettet terheli annak bizonyítása'),
  'ptk-6-8-3': hu('6:8(3)', 'Jogról lemondani vagy abból engedni kifejezett jognyilatkozattal lehet.'),
  'ptk-6-7-3': hu(
    '6:7(3)',
    'a jognyilatkozatban foglalt tartalom változatlan visszaidézésére, a nyilatkozattevő személyének és a nyilatkozat megtétele időpontjának azonosítására alkalmas formában kerül sor',
  ),
  'gk-382-3': gk(
    '382(3)',
    'Если должник не был уведомлен в письменной форме о состоявшемся переходе прав кредитора к другому лицу, новый кредитор несет риск',
  ),
  'gk-385-1': gk(
    '385(1)',
    'за исключением случаев, если уведомление о переходе права получено от первоначального кредитора',
  ),
  'gk-386': gk(
    '386',
    'Должник в разумный срок после получения указанного уведомления обязан сообщить новому кредитору о возникновении известных ему оснований для возражений',
  ),
  'gk-830-1': gk(
    '830(1)',
    'в уведомлении определено подлежащее исполнению денежное требование или указан способ его определения, а также указано лицо, которому должен быть произведен платеж',
  ),
  'gk-830-2': gk(
    '830(2)',
    'По просьбе должника финансовый агент обязан в разумный срок представить должнику доказательство',
  ),
  'fz-63-9': {
    jurisdiction: 'RU',
    original: 'ru',
    article: {
      en: 'Russian Federal Law 63-FZ, article 9(1)',
      hu: 'Orosz 63-FZ szövetségi törvény, 9. cikk (1)',
      ru: 'Федеральный закон № 63-ФЗ, ст. 9, ч. 1',
    },
    quote: 'простая электронная подпись содержится в самом электронном документе',
    sourceName: 'Федеральный закон «Об электронной подписи» № 63-ФЗ',
  },
  'ucc-9-406-a': us(
    'UCC § 9-406(a)',
    'Vermont',
    'receives a notification, signed by the assignor or the assignee, that the amount due or to become due has been assigned',
    `${UCC}; 9A V.S.A. § 9-406`,
  ),
  'ucc-9-406-b': us(
    'UCC § 9-406(b)',
    'Vermont',
    'if it does not reasonably identify the rights assigned',
    `${UCC}; 9A V.S.A. § 9-406`,
  ),
  'ucc-9-406-c': us(
    'UCC § 9-406(c)',
    'Vermont',
    'if requested by the account debtor, an assignee shall seasonably furnish reasonable proof that the assignment has been made',
    `${UCC}; 9A V.S.A. § 9-406`,
  ),
  'ucc-9-404-a': us(
    'UCC § 9-404(a)',
    'California',
    'accrues before the account debtor receives a notification of the assignment signed by the assignor or the assignee',
    `${UCC}; Cal. Com. Code § 9404`,
  ),
  'ucc-9-405': us(
    'UCC § 9-405',
    'New York',
    'A modification of or substitution for an assigned contract is effective against an assignee if made in good faith.',
    `${UCC}; N.Y. UCC § 9-405`,
  ),
  'esign-7001-a': {
    jurisdiction: 'US',
    original: 'en',
    article: { en: 'ESIGN, 15 U.S.C. § 7001(a)', hu: 'ESIGN, 15 U.S.C. § 7001(a)', ru: 'ESIGN, 15 U.S.C. § 7001(a)' },
    quote: 'may not be denied legal effect, validity, or enforceability solely because it is in electronic form',
    sourceName: 'Electronic Signatures in Global and National Commerce Act',
  },
  'ueta-9': us(
    'UETA § 9',
    'Alaska',
    'The act of the person may be shown in any manner, including a showing of the efficacy of any security procedure',
    'Uniform Electronic Transactions Act; Alaska Stat. § 09.80.060',
  ),
  'eidas-25-1': {
    jurisdiction: 'EU',
    original: 'en',
    article: {
      en: 'Regulation (EU) No 910/2014 (eIDAS), article 25(1)',
      hu: '910/2014/EU rendelet (eIDAS), 25. cikk (1)',
      ru: 'Регламент (ЕС) № 910/2014 (eIDAS), ст. 25(1)',
    },
    quote:
      'shall not be denied legal effect and admissibility as evidence in legal proceedings solely on the grounds that it is in an electronic form',
    sourceName: 'Regulation (EU) No 910/2014, consolidated 2024-10-18',
  },
} as const satisfies Readonly<Record<string, Law>>;

export type LawKey = keyof typeof ALL;

/**
 * The statutes whose own words were read, and the only ones a paper may show as law. Quotes stay in the language of
 * the statute. A text nobody has read in the original is not in this list.
 */
export const LAWS: Readonly<Record<LawKey, Law>> = ALL;

/** The framed quotation of one statute, its article named in the reader's language. */
export function lawBlock(key: LawKey, language: PaperLanguage): Extract<Block, { kind: 'law' }> {
  const law = LAWS[key];
  return { kind: 'law', article: law.article[language], quote: law.quote };
}
