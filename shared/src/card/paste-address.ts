/** The parts of an address that were recognised. What was not goes into `street`: nothing is lost. */
export interface PastedAddress {
  readonly zip?: string;
  readonly city?: string;
  readonly region?: string;
  readonly street?: string;
  readonly streetType?: string;
  readonly houseNumber?: string;
}

const PUBLIC_PLACES =
  'utca|u\\.?|útja|út|tér|tere|körút|krt\\.?|körtér|sor|sétány|köz|fasor|rakpart|rkp\\.?|dűlő|sugárút|park|telep|lépcső|liget|lakótelep|ltp\\.?|udvar|kert|major|tanya|puszta|hegy|domb|völgy|part|híd|kapu|árok|gát|mező|határút|ipartelep|lejtő|lejáró|átjáró|bástya|sikátor';

const SPELLED_OUT: Readonly<Record<string, string>> = {
  u: 'utca',
  'u.': 'utca',
  krt: 'körút',
  'krt.': 'körút',
  rkp: 'rakpart',
  'rkp.': 'rakpart',
  ltp: 'lakótelep',
  'ltp.': 'lakótelep',
};

const HUNGARIAN =
  /^(?:(?:magyarország|hungary)[,\s]+)?(?:HU?-?\s?)?(\d{4})[,\s]+([^\d,;]{2,60}?)(?:,\s*|\s+(?=[\p{L}. -]+\s(?:utca|út)))(.+)$/iu;
const HUNGARIAN_CITY_FIRST = /^([\p{L} .-]{2,60}?)[,\s]+(?:HU?-?\s?)?(\d{4})[,\s]+(.+)$/iu;
const HUNGARIAN_PLAIN = /^(?:HU?-?\s?)?(\d{4})[,\s]+(\p{Lu}[\p{L}-]+)\s+(.+)$/u;
const STREET = new RegExp(`^(.+?)[\\s-]+(${PUBLIC_PLACES})(?=[\\s,\\d]|$)[\\s,]*(.*)$`, 'iu');

/** "1138 Budapest, Váci út 193. 2. em." → zip, city, name and kind of the public place, number and the rest of it. */
export function readHungarianAddress(raw: string): PastedAddress {
  const text = raw.replace(/\s+/g, ' ').replace(/^[\s,;:]+|[\s,;:]+$/g, '');
  const cityFirst = HUNGARIAN_CITY_FIRST.exec(text);
  const match = HUNGARIAN.exec(text) ?? HUNGARIAN_PLAIN.exec(text);
  if (match) return { zip: match[1] ?? '', city: (match[2] ?? '').trim(), ...readPublicPlace(match[3] ?? '') };
  if (cityFirst)
    return { zip: cityFirst[2] ?? '', city: (cityFirst[1] ?? '').trim(), ...readPublicPlace(cityFirst[3] ?? '') };
  return { street: text };
}

function readPublicPlace(text: string): PastedAddress {
  const match = STREET.exec(text);
  if (!match) {
    const number = /^(.*?\D)[\s,]+(\d.*)$/u.exec(text);
    return number ? { street: (number[1] ?? '').trim(), houseNumber: number[2] ?? '' } : { street: text };
  }
  const [, street = '', kind = '', rest = ''] = match;
  const streetType = SPELLED_OUT[kind.toLowerCase()] ?? kind.toLowerCase();
  const houseNumber = rest.trim();
  return { street: street.trim(), streetType, ...(houseNumber === '' ? {} : { houseNumber }) };
}

const REGION = /(?:^|\s)(?:обл\.?|область|край|респ\.?|республика|автономный округ|ао|р-н|район)(?:\s|$)/iu;
const CITY = /^(?:г\.?|гор\.?|город|пос\.?|п\.|пгт\.?|с\.|село|дер\.?|деревня|рп\.?|ст-ца|станица)\s*\p{Lu}|\sг\.?$/u;
const CITY_NAMES = /^(?:москва|санкт-петербург|севастополь)$/iu;
const STREET_RU =
  /(?:^|\s)(?:ул\.?|улица|пр-?к?т\.?|просп\.?|проспект|пер\.?|переулок|ш\.?|шоссе|наб\.?|набережная|б-р|бул\.?|бульвар|пл\.?|площадь|пр-д|проезд|тракт|линия|мкр\.?|микрорайон|аллея|тупик|квартал|кв-л)(?:[\s.]|$)/iu;
const HOUSE =
  /^(?:д\.?|дом|вл\.?|владение|корп\.?|корпус|к\.?|стр\.?|строение|лит\.?|литера?|оф\.?|офис|кв\.?|квартира|пом\.?|помещ\.?|помещение|комн?\.?|комната|ком\.?|эт\.?|этаж|каб\.?|кабинет|а\/я)\s*[№\d\p{L}]|^\d+[\p{L}\d/ -]{0,12}$/iu;

/** "117312, г. Москва, ул. Вавилова, д. 19, оф. 5" → index, region, city, street with its kind, house and the rest. */
export function readRussianAddress(raw: string): PastedAddress {
  const parts: Record<'zip' | 'city' | 'region' | 'street' | 'houseNumber', string[]> = {
    zip: [],
    city: [],
    region: [],
    street: [],
    houseNumber: [],
  };
  const text = raw.replace(/^[\s,;:]+|[\s,;:.]+$/g, '').replace(/^(\d{6})\s+(?=\p{L})/u, '$1, ');
  for (const piece of text.split(/\s*,\s*/).filter((each) => each !== '')) parts[partOf(piece, parts)].push(piece);
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, pieces]) => pieces.length > 0)
      .map(([part, pieces]) => [part, part === 'city' ? cityName(pieces.join(', ')) : pieces.join(', ')]),
  );
}

function partOf(
  piece: string,
  parts: Record<'zip' | 'city' | 'street' | 'houseNumber', readonly string[]>,
): 'zip' | 'city' | 'region' | 'street' | 'houseNumber' {
  if (/^\d{6}$/.test(piece) && parts.zip.length === 0) return 'zip';
  if (STREET_RU.test(piece)) return parts.street.length === 0 ? 'street' : 'houseNumber';
  if (REGION.test(piece) && parts.street.length === 0) return 'region';
  if (parts.city.length === 0 && (CITY.test(piece) || CITY_NAMES.test(piece))) return 'city';
  if (parts.street.length > 0 && HOUSE.test(piece)) return 'houseNumber';
  if (/^(?:рф|россия|российская федерация)$/iu.test(piece)) return 'region';
  return parts.houseNumber.length > 0 ? 'houseNumber' : 'street';
}

function cityName(piece: string): string {
  return piece.replace(/^(?:г\.?|гор\.?|город)\s+(?=\p{Lu})|^г\.(?=\p{Lu})|\sг\.?$/gu, '').trim();
}
