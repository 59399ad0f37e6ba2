import { listQueue } from '@cession/shared/handoff/desk-procedures.ts';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useDeskActor, useMay } from '../people/desk/desk-actor.ts';
import { capturesCards } from '../people/start-place.ts';
import { useAsk } from '../people/desk/use-ask.ts';
import { useText } from '../text/use-text.ts';
import { deskScreens } from './desk-routes.tsx';

/** Navigation at the left of a wide screen, on top of a narrow one. Only places this person may enter. */
export function DeskLayout({ children }: { children: ReactNode }) {
  const { t } = useText();
  const [location] = useLocation();
  const may = useMay();
  return (
    <div className="flex min-h-dvh flex-1 flex-col desk:grid desk:grid-cols-[minmax(0,min(13.75rem,20%))_minmax(0,1fr)]">
      <nav
        aria-label={t('desk.label')}
        className="flex items-center gap-1 border-line px-3.5 py-2 max-desk:overflow-x-auto max-desk:border-b max-desk:whitespace-nowrap desk:sticky desk:top-0 desk:h-dvh desk:flex-col desk:items-stretch desk:overflow-y-auto desk:border-e desk:py-5"
      >
        <Link href="/desk/queue" className="px-2.5 text-3 font-bold tracking-[-0.01em] max-desk:me-2 desk:pb-4">
          Cession
        </Link>
        {deskScreens
          .filter(({ needs, unlisted = false }) => !unlisted && may(needs))
          .map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              aria-current={location.startsWith(href) ? 'page' : undefined}
              className={`${PLACE} aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent`}
            >
              {t(label)}
              {href === '/desk/queue' && <Waiting />}
            </Link>
          ))}
        <Who />
      </nav>
      <div className="flex min-w-0 flex-1 flex-col">{children}</div>
    </div>
  );
}

const PLACE = 'flex min-h-target items-center rounded-1 px-2.5 text-ink-2 hover:bg-sunk';

/** The same question the queue asks when it opens, so both share one answer. */
function Waiting() {
  const { data } = useAsk(listQueue, { show: 'waiting', jurisdiction: null, search: '' });
  return data === undefined ? null : <>{` · ${data.counts.waiting}`}</>;
}

/** Who sits here, and the way to the rest of the app. */
function Who() {
  const { t } = useText();
  const actor = useDeskActor();
  return (
    <div className="flex items-center gap-1 max-desk:ms-auto desk:mt-auto desk:grid">
      {capturesCards(actor) && (
        <Link href="/" className={PLACE}>
          {t('tab.today')}
        </Link>
      )}
      <Link href="/more" className={PLACE}>
        <span className="min-w-0">
          <span className="block truncate">{actor.name}</span>
          <span className="hidden truncate text-1 text-ink-3 desk:block">{actor.companyName}</span>
        </span>
      </Link>
    </div>
  );
}
