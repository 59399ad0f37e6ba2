import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Page } from '../ui/page.tsx';

/** What a person sees when a screen breaks, or when its code is not on the device and cannot be fetched. */
export function ProblemScreen({ error }: { error: unknown }) {
  const { t } = useText();
  const absent = isMissingPart(error);
  return (
    <Page title={t(absent ? 'problem.absentTitle' : 'problem.title')} back="/">
      <p className="text-ink-2">{t(absent ? 'problem.absentBody' : 'problem.body')}</p>
      <Button look="primary" onPress={() => location.reload()}>
        {t(absent ? 'action.retry' : 'action.reload')}
      </Button>
      {!absent && (
        <p>
          <CopyButton value={detailsOf(error)} what={t('problem.details')} />
        </p>
      )}
    </Page>
  );
}

/** How Chromium, Firefox and WebKit say that a module could not be fetched. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed|Unable to preload/i.test(error.message)
  );
}

/** Enough for whoever repairs it; no data of a card, and no query of the address. */
function detailsOf(error: unknown): string {
  const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    `Cession ${import.meta.env['VITE_APP_VERSION'] ?? ''}`,
    new Date().toISOString(),
    location.pathname,
    navigator.userAgent,
    thrown,
  ].join('\n');
}
