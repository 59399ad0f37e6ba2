import { lazy, Suspense, useState } from 'react';
import { useDraftRecords } from '../handoff/unfinished-forms.tsx';
import { pillWords } from '../people/sync-words.ts';
import { useSession } from '../people/session.tsx';
import { capturesCards, seesDesk } from '../people/start-place.ts';
import { StorageSafety } from '../people/storage-safety.tsx';
import { useSyncStatus } from '../sync/live.ts';
import { localeNames } from '../text/locale.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow, PressRow, Row } from '../ui/link-row.tsx';
import { Page } from '../ui/page.tsx';
import { Pill } from '../ui/pill.tsx';
import { RowList } from '../ui/row-list.tsx';
import { RowWord } from '../ui/row-word.tsx';
import { installWay } from './install-offer.ts';
import { SignOutButton } from './sign-out-button.tsx';

const InstallGuide = lazy(async () => ({ default: (await import('./install-guide.tsx')).InstallGuide }));
const version = String(import.meta.env['VITE_APP_VERSION'] ?? '');

/** The person, their device, and the way out. */
export function MoreScreen() {
  const { t, locale } = useText();
  const { profile } = useSession();
  const onPhone = capturesCards(profile);
  return (
    <Page title={t('more.title')} back={onPhone ? undefined : '/desk/queue'}>
      <RowList title={t('more.you')}>
        <Row
          title={profile.name}
          detail={
            <>
              {profile.roles.map((role) => t(`role.${role}`)).join(', ')}
              <br />
              {`${profile.companyName} · ${profile.email}`}
            </>
          }
        />
        {seesDesk(profile) && <LinkRow href="/desk/queue" title={t('more.desk')} />}
      </RowList>
      <RowList title={t('more.device')}>
        {onPhone && <OutboxLine />}
        <LinkRow href="/more/look" title={t('more.look')} end={<RowWord done>{localeNames[locale]}</RowWord>} />
        <InstallRow />
        <Row title={t('more.version', { version })} />
      </RowList>
      {onPhone && (
        <section className="grid gap-2">
          <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('more.storage')}</h2>
          <StorageSafety />
        </section>
      )}
      <SignOutButton />
    </Page>
  );
}

function OutboxLine() {
  const { t } = useText();
  const said = pillWords(t, useSyncStatus());
  const unfinished = useDraftRecords().length;
  return (
    <LinkRow
      href="/outbox"
      title={t('more.outbox')}
      detail={unfinished > 0 ? t('more.unsavedForms', { count: unfinished }) : undefined}
      end={said === null ? <RowWord done>{t('outbox.empty')}</RowWord> : <Pill tone={said.tone}>{said.words}</Pill>}
    />
  );
}

function InstallRow() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  if (installWay() === 'installed') return <Row title={t('more.installed')} />;
  return (
    <>
      <PressRow title={t('more.install')} onPress={() => setOpen(true)} />
      {open && (
        <Suspense fallback={null}>
          <InstallGuide onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
