import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { saveFile } from '../device/save-file.ts';
import type { Rescue } from '../store/open-store.ts';

/** The phone's database does not open. Nothing is deleted; the unsent work can leave as a file. */
export function StuckScreen({ rescue }: { rescue: Rescue }) {
  const { t } = useText();
  return (
    <Page title={t('sync.stuck.title')}>
      <p className="text-ink-2">{t('sync.stuck.body')}</p>
      <Button look="primary" onPress={() => location.reload()}>
        {t('action.retry')}
      </Button>
      <Button onPress={() => void rescue.exportJson().then((json) => saveFile('cession-rescue.json', json))}>
        {t('sync.stuck.export')}
      </Button>
    </Page>
  );
}
