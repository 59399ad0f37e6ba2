import { useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

/** The card is not on this phone: not fetched yet, or somebody else's. */
export function CardLost() {
  const { t } = useText();
  const isFetching = useSyncStatus().firstSync !== null;
  return (
    <Page title={t('capture.lost.title')} back="/cards">
      <EmptyState
        title={t(isFetching ? 'capture.lost.fetching' : 'capture.lost.gone')}
        action={<ButtonLink href="/cards">{t('capture.lost.cards')}</ButtonLink>}
      >
        {isFetching ? undefined : t('capture.lost.goneBody')}
      </EmptyState>
    </Page>
  );
}
