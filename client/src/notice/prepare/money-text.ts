/**
 * An amount as a person types it to minor units (hundredths): "1 234 567,50", "1,234.50", "990". null where it is not
 * an amount above zero. The last separator with one or two digits behind it is the decimal sign.
 */
export function minorOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[\s']/gu, '');
  const match = /^(\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (match === null) return null;
  const whole = (match[1] ?? '').replace(/[.,]/g, '');
  if (whole.length > 12) return null;
  const minor = Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0') || '0');
  return minor > 0 ? minor : null;
}
