import { useEffect, useRef, useState } from 'react';
import { useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { newsBetween, type News } from './sync-words.ts';

const shownForMs = 4000;

/** One sentence over the top edge when the state has changed. The region is always there, so that it is heard. */
export function SyncNews() {
  const { t } = useText();
  const status = useSyncStatus();
  const before = useRef(status);
  const [news, setNews] = useState<{ what: News } | null>(null);
  useEffect(() => {
    const what = newsBetween(before.current, status);
    // A link that is being tried says nothing yet: compare with the last certain state.
    before.current = status;
    if (what !== null) setNews({ what });
  }, [status]);
  useEffect(() => {
    if (news === null) return undefined;
    const timer = setTimeout(() => setNews(null), shownForMs);
    return () => clearTimeout(timer);
  }, [news]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[max(0.5rem,env(safe-area-inset-top))] z-20 px-4"
    >
      {news !== null && (
        <p className="mx-auto w-fit max-w-xl rounded-2 bg-ink px-4 py-2.5 text-paper shadow-float">
          {t(`sync.news.${news.what}`)}
        </p>
      )}
    </div>
  );
}
