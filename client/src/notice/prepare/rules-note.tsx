import type { NoticeId } from '@cession/shared/notice/notice.ts';
import { noticeRules } from '@cession/shared/notice/rules/notice-rules.ts';
import { LAWS } from '@cession/shared/notice/wording/laws.ts';
import { useText } from '../../text/use-text.ts';
import { Note, type NoteTone } from '../../ui/note.tsx';
import { dataOf, type Draft } from './use-prepare.ts';

/** Stands for the id the notice will get. */
const NOT_YET = '00000000-0000-0000-0000-000000000000' as NoticeId;

const tones = { block: 'wrong', warn: 'wait', info: 'accent' } as const satisfies Record<string, NoteTone>;

/** What the law and the house make of the form as it stands; an article opens to the words that were read. */
export function RulesNote({ draft, complete }: { draft: Draft; complete: boolean }) {
  const { t, locale } = useText();
  const composed = complete ? dataOf(draft, NOT_YET) : null;
  const findings = composed?.ok === true ? noticeRules(composed.value) : [];
  if (findings.length === 0) return null;
  return (
    <section aria-label={t('notice.new.rules')} className="grid gap-2">
      <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('notice.new.rules')}</h2>
      {findings.map(({ code, severity, article, path }) => {
        const law = article === null ? null : LAWS[article];
        return (
          <Note key={`${code} ${path}`} tone={tones[severity]}>
            <p>{t(`notice.rule.${code}`)}</p>
            {law !== null && (
              <details className="text-1">
                <summary className="min-h-target content-center text-ink-2">{law.article[locale]}</summary>
                <blockquote lang={law.original} className="border-s-2 border-line ps-3 text-ink-2">
                  {law.quote}
                </blockquote>
              </details>
            )}
          </Note>
        );
      })}
    </section>
  );
}
