import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import { useMemo } from 'react';
import { useRows } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { Row } from '../../ui/link-row.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { ceremonyStage } from './notice-words.ts';

/** Every time it was presented, and how far the proof of it has come. */
export function Attempts({ notice }: { notice: Notice }) {
  const { t, formatDate, formatTime } = useText();
  const all = useRows(ceremonies);
  const own = useMemo(
    () => all.filter(({ noticeId }) => noticeId === notice.id).toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    [all, notice.id],
  );
  if (own.length === 0) return null;
  return (
    <RowList title={t('notice.page.attempts')}>
      {own.map((ceremony) => {
        const { words, tone } = ceremonyStage(t, ceremony);
        const when = `${formatDate(ceremony.closedAt)}, ${formatTime(ceremony.closedAt)}`;
        return (
          <Row
            key={ceremony.id}
            title={t(`notice.outcome.${ceremony.outcome}`)}
            detail={[when, ...ceremony.signerNames].join(' · ')}
            end={<Pill tone={tone}>{words}</Pill>}
          />
        );
      })}
    </RowList>
  );
}
