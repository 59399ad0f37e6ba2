import { localeNames, locales } from '../text/locale.ts';
import { chooseLanguage } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** The languages under their own names, for somebody who cannot read this page yet. */
export function LanguageLinks() {
  const { t, locale } = useText();
  return (
    <div role="group" aria-label={t('look.language')} className="-mx-2 flex flex-wrap">
      {locales.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === locale}
          onClick={() => void chooseLanguage(each).catch(() => undefined)}
          className="min-h-target rounded-1 px-2 text-1 text-ink-2 underline-offset-4 hover:underline aria-pressed:font-semibold aria-pressed:text-accent"
        >
          {localeNames[each]}
        </button>
      ))}
    </div>
  );
}
