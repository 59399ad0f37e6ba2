export const LOCALES = ['en', 'hu', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];

const files = import.meta.glob<Record<string, Record<string, string>>>('../../../client/src/text/*/*.ts', {
  eager: true,
});

/** All texts of one language, for finding on screen what a person would look for. */
export function textsOf(locale: Locale): ReadonlyMap<string, string> {
  const own = Object.entries(files).filter(([path]) => path.includes(`/text/${locale}/`));
  return new Map(own.flatMap(([, file]) => Object.values(file)).flatMap((area) => Object.entries(area)));
}

export function sayIn(locale: Locale): (id: string) => string {
  const texts = textsOf(locale);
  return (id) => {
    const text = texts.get(id);
    if (text === undefined) throw new Error(`no text ${id} in ${locale}`);
    return text;
  };
}
