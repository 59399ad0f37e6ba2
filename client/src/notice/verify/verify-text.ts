import { setupI18n, type Messages } from '@lingui/core';
import { formatsFor } from '../../text/format.ts';
import { chooseLocale, formatLocales, type Locale } from '../../text/locale.ts';
import type { Text } from '../../text/texts.ts';

/** Words and formats of the public page, in one language. */
export interface VerifyText extends Pick<Text, 'locale' | 't' | 'formatDate' | 'formatNumber'> {
  /** Day, time to the second and zone: times on this page are compared. */
  formatStamp(moment: string): string;
  formatSize(bytes: number): string;
}

const catalogs: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('virtual:texts/verify/en'),
  hu: () => import('virtual:texts/verify/hu'),
  ru: () => import('virtual:texts/verify/ru'),
};

/** The language of the browser; nothing is stored, so a choice lasts as long as the page. */
export function browserLocale(): Locale {
  return chooseLocale(null, navigator.languages);
}

export async function openText(locale: Locale): Promise<VerifyText> {
  const { messages } = await catalogs[locale]();
  const tag = formatLocales[locale];
  const i18n = setupI18n();
  i18n.load(locale, messages);
  i18n.activate(locale, tag);
  const stamps = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'long' });
  const sizes = new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  const { formatDate, formatNumber } = formatsFor(locale);
  return {
    ...{ locale, formatDate, formatNumber },
    t: (id, ...[values]) => i18n._(id, values),
    formatStamp: (moment) => stamps.format(new Date(moment)),
    formatSize: (bytes) => sizes.format(Math.max(1, bytes / 1000)),
  };
}
