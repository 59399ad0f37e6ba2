import type { NoticeGateLine } from '@cession/shared/notice/notice-gate.ts';
import { LAWS, type LawKey } from '@cession/shared/notice/wording/laws.ts';
import { useText } from '../../../text/use-text.ts';
import { Pill } from '../../../ui/pill.tsx';
import { RowList } from '../../../ui/row-list.tsx';

/** What must be there before it counts, who asks for it, and the very words where it is the law. */
export function GateLines({ lines }: { lines: readonly NoticeGateLine[] }) {
  const { t } = useText();
  if (lines.length === 0) return null;
  return (
    <RowList title={t('notice.page.gate')}>
      {lines.map(({ key, met, source }) => (
        <li
          key={key}
          data-gate-open={met ? undefined : true}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2.5"
        >
          <span className="min-w-0">
            <span className="block font-semibold">{t(`notice.gate.${key}`)}</span>
            {source.article === null && (
              <span className="block text-1 text-ink-2">{t(`notice.gate.by.${source.by}`)}</span>
            )}
          </span>
          <Pill tone={met ? 'proven' : 'wait'}>{t(met ? 'notice.gate.met' : 'notice.gate.open')}</Pill>
          {source.article !== null && <Quote article={source.article} />}
        </li>
      ))}
    </RowList>
  );
}

/** The statute in its own language, word for word. Only texts that were read have one. */
function Quote({ article }: { article: LawKey }) {
  const { t, locale } = useText();
  const law = LAWS[article];
  return (
    <details className="col-span-full text-1 text-ink-2">
      <summary className="flex min-h-target cursor-pointer items-center gap-1.5 underline decoration-line underline-offset-4 hover:text-ink">
        {t('notice.gate.by.law')} · {law.article[locale]}
      </summary>
      <blockquote lang={law.original} className="border-s-2 border-line ps-3 text-2 text-ink">
        {law.quote}
      </blockquote>
      <p className="ps-3.5 pt-1 pb-1">{law.sourceName}</p>
    </details>
  );
}
