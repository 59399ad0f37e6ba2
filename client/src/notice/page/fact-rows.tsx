import { NOTICE_FACTS, type Notice, type NoticeFact } from '@cession/shared/notice/notice.ts';
import { useText } from '../../text/use-text.ts';
import { Row } from '../../ui/link-row.tsx';
import { RowList } from '../../ui/row-list.tsx';

/** What counts in law, each with its own moment. What is not here has not happened. */
export function FactRows({ notice }: { notice: Notice }) {
  const { t, formatDate, formatTime } = useText();
  const known = NOTICE_FACTS.filter((fact) => notice.facts[fact] !== undefined);
  if (known.length === 0) return <p className="text-ink-2">{t('notice.page.nothing')}</p>;
  const row = (fact: NoticeFact) => {
    const dated = notice.facts[fact];
    if (dated === undefined) return null;
    const note = fact === 'objectionsStated' && dated.note === '' ? t('notice.fact.noObjections') : dated.note;
    const when = `${formatDate(dated.at)}, ${formatTime(dated.at)} · ${t(`notice.fact.by.${dated.by}`)}`;
    return (
      <Row
        key={fact}
        title={t(`notice.fact.${fact}`)}
        detail={
          <>
            {when}
            {note !== '' && <span className="block break-words whitespace-pre-line">{note}</span>}
          </>
        }
      />
    );
  };
  return <RowList title={t('notice.page.facts')}>{known.map(row)}</RowList>;
}
