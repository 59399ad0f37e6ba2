/**
 * Numbers with right check digits for tests and demo cards, computed here and nowhere else so that a slip in the
 * product's own checks cannot hide. They are made up: a match with a real company is chance.
 */
export function hungarianCore(seven: string): string {
  return seven + ((10 - (weigh(seven, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10);
}

export function hungarianTaxNumber(seven: string, vatCode: string, county: string): string {
  return `${hungarianCore(seven)}-${vatCode}-${county}`;
}

/** Adóazonosító jel from its first nine digits; a remainder of ten is never issued. */
export function personalTaxId(nine: string): string {
  const check = weigh(nine, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
  if (check === 10) throw new RangeError('no personal tax id has these nine digits');
  return nine + check;
}

/** Sixteen digits in two groups from the seven that are free in each. */
export function giro(bank: string, account: string): string {
  return `${hungarianCore(bank)}-${hungarianCore(account)}`;
}

export function iban(country: string, bban: string): string {
  const check = 98 - remainder97(`${bban}${country}00`);
  return `${country}${String(check).padStart(2, '0')}${bban}`;
}

export function hungarianIban(account: string): string {
  return iban('HU', account.replaceAll('-', '').padEnd(24, '0'));
}

export function inn10(nine: string): string {
  return nine + ((weigh(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
}

export function inn12(ten: string): string {
  const eleven = ten + ((weigh(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
  return eleven + ((weigh(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
}

export function ogrn(twelve: string): string {
  return twelve + ((Number(twelve) % 11) % 10);
}

export function ogrnip(fourteen: string): string {
  return fourteen + ((Number(fourteen) % 13) % 10);
}

export function okpo(seven: string): string {
  const first = weigh(seven, [1, 2, 3, 4, 5, 6, 7]) % 11;
  return seven + (first < 10 ? first : (weigh(seven, [3, 4, 5, 6, 7, 8, 9]) % 11) % 10);
}

/** A расчётный счёт whose key, the ninth digit, fits the bank. `front` is eight digits, `behind` eleven. */
export function russianAccount(bik: string, front: string, behind: string): string {
  return withKey(bik.slice(-3), front, behind);
}

export function corrAccount(bik: string): string {
  return withKey(`0${bik.slice(4, 6)}`, '30101810', `00000000${bik.slice(-3)}`);
}

export function aba(eight: string): string {
  return eight + ((10 - (weigh(eight, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10);
}

/** German USt-IdNr: ISO 7064 MOD 11,10. */
export function germanVat(eight: string): string {
  let product = 10;
  for (const digit of eight) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return `DE${eight}${(11 - product) % 10}`;
}

function withKey(prefix: string, front: string, behind: string): string {
  const weights = [7, 1, 3];
  for (let key = 0; key < 10; key += 1) {
    const digits = `${prefix}${front}${key}${behind}`;
    const sum = Array.from(digits).reduce(
      (total, digit, at) => total + ((Number(digit) * (weights[at % 3] ?? 0)) % 10),
      0,
    );
    if (sum % 10 === 0) return `${front}${key}${behind}`;
  }
  throw new Error('one of ten keys always fits');
}

function weigh(digits: string, weights: readonly number[]): number {
  return Array.from(digits).reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0);
}

function remainder97(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Number(BigInt(digits) % 97n);
}
