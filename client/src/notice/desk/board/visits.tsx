import type { NoticeView } from '@cession/shared/notice/notice-procedures.ts';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { useText } from '../../../text/use-text.ts';
import { LinkRow, Row } from '../../../ui/link-row.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { ceremonyStage } from '../../page/notice-words.ts';

/** Every time it was presented; each leads to its evidence. */
export function Visits({ view: { ceremonies } }: { view: NoticeView }) {
  const { t, formatDate, formatTime } = useText();
  const may = useMay();
  if (ceremonies.length === 0) return null;
  return (
    <RowList title={t('notice.page.attempts')}>
      {ceremonies.map((ceremony) => {
        const { words, tone } = ceremonyStage(t, ceremony);
        const row = {
          title: t(`notice.outcome.${ceremony.outcome}`),
          detail: [`${formatDate(ceremony.closedAt)} ${formatTime(ceremony.closedAt)}`, ...ceremony.signerNames].join(
            ' · ',
          ),
          end: <Pill tone={tone}>{words}</Pill>,
        };
        return may('notice.evidence') ? (
          <LinkRow key={ceremony.id} href={`/desk/evidence/${ceremony.id}`} {...row} />
        ) : (
          <Row key={ceremony.id} {...row} />
        );
      })}
    </RowList>
  );
}
