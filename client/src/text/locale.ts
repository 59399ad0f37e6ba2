/** The languages the app speaks. The order is the order of the language list on screen. */
export const locales = ['en', 'hu', 'ru'] as const;
export type Locale = (typeof locales)[number];

/** Each language under its own name, so that a person who reads no other can find it. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  hu: 'Magyar',
  ru: 'Русский',
};

/** Formats follow Europe: day before month, a 24-hour clock. */
export const formatLocales: Record<Locale, string> = { en: 'en-GB', hu: 'hu-HU', ru: 'ru-RU' };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The person's own choice first, then the first language of the device that we speak, then English. */
export function chooseLocale(stored: string | null, wanted: readonly string[]): Locale {
  if (isLocale(stored)) return stored;
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLocale(language)) return language;
  }
  return 'en';
}
