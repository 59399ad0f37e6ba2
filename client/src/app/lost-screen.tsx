import { useText } from '../text/use-text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';

/** An address that leads nowhere. */
export function LostScreen() {
  const { t } = useText();
  return (
    <Page title={t('lost.title')}>
      <p className="text-ink-2">{t('lost.body')}</p>
      <ButtonLink href="/" look="primary">
        {t('lost.home')}
      </ButtonLink>
    </Page>
  );
}
