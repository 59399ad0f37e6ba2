import { useState } from 'react';
import { localeNames, locales } from '../text/locale.ts';
import { chooseLanguage } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Page } from '../ui/page.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { chooseTheme, chosenTheme, themes } from './theme.ts';

/** Language and appearance; both show at once and stay on this device. */
export function LookScreen() {
  const { t, locale } = useText();
  const [theme, setTheme] = useState(chosenTheme);
  const [absent, setAbsent] = useState(false);
  return (
    <Page title={t('look.title')} back="/more">
      <RadioGroup
        legend={t('look.language')}
        value={locale}
        error={absent ? t('look.languageAbsent') : undefined}
        choices={locales.map((value) => ({ value, label: localeNames[value] }))}
        onChange={(chosen) => {
          chooseLanguage(chosen).then(
            () => setAbsent(false),
            () => setAbsent(true),
          );
        }}
      />
      <RadioGroup
        legend={t('look.theme')}
        value={theme}
        choices={themes.map((value) => ({ value, label: t(`look.${value}`) }))}
        onChange={(chosen) => {
          setTheme(chosen);
          chooseTheme(chosen);
        }}
      />
    </Page>
  );
}
