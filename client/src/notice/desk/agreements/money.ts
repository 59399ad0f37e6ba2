import { minorDigits } from '@cession/shared/notice/wording/write-values.ts';

const AMOUNT = /^\d{1,13}(?:[.,]\d{1,4})?$/;

/** Minor units of a typed amount, such as `12 500,50`; null where it is none or has too many decimals. */
export function minorUnits(typed: string, currency: string): number | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (!AMOUNT.test(text)) return null;
  const [whole = '', part = ''] = text.split(/[.,]/);
  const decimals = minorDigits(currency);
  return part.length > decimals ? null : Number(whole + part.padEnd(decimals, '0'));
}

/** Minor units as a person would type them. */
export function typedAmount(minor: number, currency: string): string {
  const decimals = minorDigits(currency);
  const digits = String(minor).padStart(decimals + 1, '0');
  const part = digits.slice(digits.length - decimals);
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 || /^0+$/.test(part) ? whole : `${whole}.${part}`;
}

/** "12 500,50 EUR" as the language writes it, without decimals where there are none. */
export function shownAmount(
  formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string,
  minor: number,
  currency: string,
): string {
  const scale = 10 ** minorDigits(currency);
  const minimumFractionDigits = minor % scale === 0 ? 0 : minorDigits(currency);
  const options = { style: 'currency', currency, currencyDisplay: 'code', minimumFractionDigits } as const;
  return formatNumber(minor / scale, { ...options, maximumFractionDigits: minimumFractionDigits });
}
