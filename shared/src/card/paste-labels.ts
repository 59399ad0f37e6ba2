/** What a label in a block of company details announces. */
export type Announced =
  | 'legalName'
  | 'shortName'
  | 'taxNumber'
  | 'groupTaxNumber'
  | 'euVatNumber'
  | 'registerNumber'
  | 'soleTraderNumber'
  | 'statisticalCode'
  | 'seat'
  | 'delivery'
  | 'postal'
  | 'bankNumber'
  | 'iban'
  | 'bic'
  | 'bankName'
  | 'person'
  | 'phone'
  | 'email'
  | 'invoiceEmail'
  | 'inn'
  | 'innKpp'
  | 'kpp'
  | 'ogrn'
  | 'ogrnip'
  | 'okpo'
  | 'okved'
  | 'bik'
  | 'account'
  | 'corrAccount'
  | 'basis'
  | 'other';

/** `loose` labels need no colon: nobody starts a name with them. */
type LabelLine = readonly [announced: Announced, words: string, loose?: 'loose'];

export interface Label {
  readonly announced: Announced;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Spellings seen on Hungarian letterheads, invoices and register extracts. */
const HUNGARIAN_LABELS: readonly LabelLine[] = [
  [
    'groupTaxNumber',
    'csoport(?:os)? ?azonosító(?: ?szám)?(?:a)?|csoportos adószáma?|áfa-?csoport(?: azonosító)?(?: ?száma?)?',
    'loose',
  ],
  [
    'euVatNumber',
    'közösségi adószáma?|köz\\. ?adószáma?|eu(?:-s|s)? adószáma?|uniós adószáma?|eu vat(?: number)?|vat(?: no\\.?| number| id)?',
    'loose',
  ],
  ['taxNumber', 'adószáma?|adósz\\.?|belföldi adószáma?|adóig\\. ?szám|tax (?:number|no\\.?|id)', 'loose'],
  [
    'registerNumber',
    'cégjegyzékszáma?|cégjegyzék ?száma?|cégj\\.? ?sz(?:ám|\\.)?|cg\\.? ?(?:sz\\.?)?|company reg(?:istration)?\\.? ?(?:number|no\\.?)',
    'loose',
  ],
  [
    'soleTraderNumber',
    '(?:egyéni vállalkozói |ev\\.? )?nyilvántartási száma?|ev\\.? ?nyilv\\.? ?sz(?:ám|\\.)?',
    'loose',
  ],
  ['statisticalCode', 'statisztikai (?:számjele?|száma?|szám ?jel)|stat\\.? ?sz(?:ámjel|ám|\\.)', 'loose'],
  ['delivery', 'szállítási cím|telephelye?(?: címe)?|fióktelepe? címe|átvételi cím'],
  ['postal', 'levelezési cím|levelezési címe|postacíme?|postázási cím|értesítési cím'],
  ['seat', 'székhelye?(?: címe)?|bejegyzett cím|cég címe|számlázási cím|címe?|registered (?:office|seat)|address'],
  ['iban', 'iban(?: ?szám| number)?', 'loose'],
  ['bic', 'swift(?:[ /]*(?:bic|kód))?(?: ?kód)?|bic(?:[ /]*swift)?(?: ?kód)?', 'loose'],
  [
    'bankNumber',
    '(?:bank)?számlaszáma?|bankszámla(?: ?száma?)?|pénzforgalmi (?:jelzőszáma?|számla(?:szám)?)|banksz\\.? ?sz(?:ám|\\.)?|forintszámla|bank account(?: number)?',
    'loose',
  ],
  ['bankName', '(?:számlavezető |számlát vezető )?(?:bankja|bank(?: neve)?|pénzintézete?|hitelintézete?)'],
  [
    'person',
    '(?:törvényes )?képviselője|(?:törvényes |cég)?képviselő(?: neve)?|képviseletében(?: eljár)?|képviseli|cégjegyzésre jogosult|aláíró|ügyvezető(?: igazgató)?(?:je)?|vezérigazgató|üzletvezető|represented by|managing director',
  ],
  [
    'invoiceEmail',
    '(?:e-?)?számla(?:küldési|befogadó|fogadó)? (?:e-?mail|email)(?: ?cím)?|(?:e-?mail|email) számlá(?:zás|k)hoz|számlázási e-?mail(?: ?cím)?',
    'loose',
  ],
  ['email', '(?:központi )?(?:e-?mail|elektronikus levél)(?: ?cím[e]?)?|e-?posta', 'loose'],
  ['phone', 'tel(?:efon)?(?:\\.|száma?)?(?: ?\\/ ?fax)?|mobil(?:szám)?|phone|t\\.', 'loose'],
  [
    'other',
    'fax(?:szám)?|web(?:oldal|lap|site)?|honlap|kapcsolattartó|teáor|főtevékenység|alapítás(?: éve)?|bejegyezve|jegyzett tőke|kamara',
  ],
  ['shortName', 'rövidített (?:cég)?neve?|rövid név'],
  [
    'legalName',
    '(?:teljes )?(?:cégn[eé]ve?|cég neve|elnevezése?)|név|neve|vevő(?: neve)?|megrendelő(?: neve)?|company(?: name)?|cég',
  ],
];

/** Spellings seen in Russian contracts, invoices and «карточка предприятия». */
const RUSSIAN_LABELS: readonly LabelLine[] = [
  ['innKpp', 'инн ?[/\\\\] ?кпп', 'loose'],
  ['inn', 'инн', 'loose'],
  ['kpp', 'кпп', 'loose'],
  ['ogrnip', 'огрнип|основной государственный регистрационный номер индивидуального предпринимателя', 'loose'],
  ['ogrn', 'огрн|основной государственный регистрационный номер', 'loose'],
  ['okpo', '(?:код по )?окпо', 'loose'],
  ['okved', '(?:основной )?(?:код )?оквэд(?: ?2)?', 'loose'],
  [
    'other',
    'окато|октмо|окфс|окопф|огрн дата|дата регистрации|уставн\\p{L}+ капитал|сайт|www|факс|глав\\p{L}+ бухгалтер\\p{L}*|система налогообложения|режим налогообложения|дата выдачи',
  ],
  [
    'corrAccount',
    '(?:к|кор|корр)\\.? ?[/\\\\.] ?(?:с|сч)(?:ч|ет|ёт)?\\.?|кор(?:р)?\\.? ?сч[её]т|корреспондентский сч[её]т(?: банка)?|к\\. ?с\\.',
    'loose',
  ],
  [
    'account',
    '(?:р|рас|расч)\\.? ?[/\\\\.] ?(?:с|сч)(?:ч|ет|ёт)?\\.?|рас(?:ч)?\\.? ?сч[её]т|расч[её]тный сч[её]т|номер сч[её]та|сч[её]т №',
    'loose',
  ],
  ['bik', 'бик(?: банка)?', 'loose'],
  [
    'bankName',
    '(?:наименование |полное наименование )?банк(?:а)?(?: получателя| получатель)?|обслуживающий банк|в банке',
  ],
  [
    'seat',
    'юр(?:\\.|идический)? ?(?:\\/ ?факт(?:\\.|ический)? ?)?адрес|адрес (?:места нахождения|регистрации|юридического лица)|место нахождения|местонахождение|адрес',
    'loose',
  ],
  ['delivery', 'факт(?:\\.|ический)? ?адрес|адрес доставки|грузополучатель и его адрес', 'loose'],
  ['postal', '(?:факт\\.? ?\\/ ?)?почт(?:\\.|овый)? ?адрес|адрес для корреспонденции', 'loose'],
  [
    'person',
    '(?:генеральн\\p{L}+ |исполнительн\\p{L}+ |коммерческ\\p{L}+ |финансов\\p{L}+ )?директор\\p{L}*|ген\\.? ?директор\\p{L}*|руководител\\p{L}+(?: организации)?|президент\\p{L}*|управляющ\\p{L}+|председател\\p{L}+(?: правления)?|в лице',
    'loose',
  ],
  ['basis', 'действу\\p{L}+ на основании|на основании', 'loose'],
  ['invoiceEmail', '(?:e-?mail|эл\\.? ?почта|почта) для счетов', 'loose'],
  ['email', 'e-?mail|email|эл(?:\\.|ектронная)? ?почта|электронный адрес', 'loose'],
  ['phone', 'тел(?:\\.|ефон|\\.? ?[/\\\\] ?факс)?(?:ы)?|моб(?:\\.|ильный)?(?: телефон)?|контактный телефон', 'loose'],
  ['shortName', '(?:сокращ[её]нное|краткое) (?:фирменное )?наименование(?: организации)?'],
  [
    'legalName',
    '(?:полное )?(?:фирменное )?наименование(?: организации| предприятия| юридического лица)?|организация|название(?: организации| компании)?|покупатель|заказчик|поставщик|клиент|получатель',
  ],
];

interface LabelTable {
  readonly lines: readonly LabelLine[];
  readonly pattern: RegExp;
}

const hungarian = tableOf(HUNGARIAN_LABELS);
const russian = tableOf(RUSSIAN_LABELS);

/** The labels in a text, in order. A label inside a word or inside another label is none. */
export function findLabels(text: string, country: 'HU' | 'RU'): Label[] {
  const { lines, pattern } = country === 'HU' ? hungarian : russian;
  return Array.from(text.matchAll(pattern), (match) => {
    const line = lines.findIndex((_line, index) => match.groups?.[`l${index}`] !== undefined);
    const from = match.index;
    return { announced: lines[line]?.[0] ?? 'other', words: match[0], from, to: from + match[0].length };
  });
}

/** A label without a colon counts at the start of a line or of a comma-separated piece only, unless it is loose. */
function tableOf(lines: readonly LabelLine[]): LabelTable {
  const alternatives = lines.map(([, words, loose], index) => {
    const whole = `(?:${words})(?![\\p{L}\\p{N}])`;
    const strict = `(?:${whole}(?=\\s?[:=\\t])|(?<=^|[\\n;,|\\t]\\s?)${whole}(?=\\s*\\n|\\s[\\p{Lu}\\d«"]))`;
    return `(?<l${index}>${loose ? whole : strict})`;
  });
  return { lines, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`, 'giu') };
}
