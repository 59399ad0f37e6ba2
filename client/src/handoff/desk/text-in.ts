import { setupI18n, type Messages } from '@lingui/core';
import { useEffect, useState } from 'react';
import { formatsFor } from '../../text/format.ts';
import { formatLocales, type Locale } from '../../text/locale.ts';
import type { Text } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';

const cardWords: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('virtual:texts/card/en'),
  hu: () => import('virtual:texts/card/hu'),
  ru: () => import('virtual:texts/card/ru'),
};

/**
 * The words of a card in a language that is not the screen's own: what its owner will read. Until they are fetched, or
 * where they cannot be, the screen's own words stand in.
 */
export function useTextIn(locale: Locale): Text {
  const here = useText();
  const [there, setThere] = useState<Text | null>(null);
  useEffect(() => {
    if (locale === here.locale) return undefined;
    let wanted = true;
    const show = ({ messages }: { messages: Messages }) => {
      if (wanted) setThere(textOf(locale, messages));
    };
    cardWords[locale]().then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [locale, here.locale]);
  return locale !== here.locale && there?.locale === locale ? there : here;
}

function textOf(locale: Locale, messages: Messages): Text {
  const i18n = setupI18n({ locale, locales: formatLocales[locale], messages: { [locale]: messages } });
  return { locale, t: (id, ...[values]) => i18n._(id, values), ...formatsFor(locale) };
}
