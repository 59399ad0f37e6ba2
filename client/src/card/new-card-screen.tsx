import { useText } from '../text/use-text.ts';
import { useLiveNewCard } from './use-new-card.ts';
import { NewCardForm } from './new-card-form.tsx';
import { Page } from '../ui/page.tsx';

/** A new customer: country, number, name. What was begun and not saved comes back. */
export function NewCardScreen() {
  const { t } = useText();
  const opened = useLiveNewCard();
  if (opened === undefined) {
    return (
      <Page title={t('capture.new.title')} back="/">
        {null}
      </Page>
    );
  }
  return <NewCardForm opened={opened} />;
}
