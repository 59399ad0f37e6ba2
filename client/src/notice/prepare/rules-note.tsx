import type { NoticeId } from '@cession/shared/notice/notice.ts';
import { noticeRules } from '@cession/shared/notice/rules/notice-rules.ts';
import { useText } from '../../text/use-text.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Note, type NoteTone } from '../../ui/note.tsx';
import { LawQuote } from '../law-quote.tsx';
import { notComposedText } from './not-composed-text.ts';
import { dataOf, type Draft } from './use-prepare.ts';

/** Stands for the id the notice will get. */
const NOT_YET = '00000000-0000-0000-0000-000000000000' as NoticeId;

const tones = { block: 'wrong', warn: 'wait', info: 'accent' } as const satisfies Record<string, NoteTone>;

/** What the law and the house make of the form as it stands; an article opens to the words that were read. */
export function RulesNote({ draft, complete }: { draft: Draft; complete: boolean }) {
  const { t } = useText();
  const composed = complete ? dataOf(draft, NOT_YET) : null;
  if (composed?.ok === false) {
    const isCard = composed.error.code === 'notice.debtor-incomplete';
    return (
      <Note
        tone="wrong"
        actions={
          isCard && (
            <ButtonLink look="plain" href={`/cards/${draft.card.id}/check`}>
              {t('notice.new.toCard')}
            </ButtonLink>
          )
        }
      >
        <p>{notComposedText(t, composed.error)}</p>
      </Note>
    );
  }
  const findings = composed === null ? [] : noticeRules(composed.value);
  if (findings.length === 0) return null;
  return (
    <section aria-label={t('notice.new.rules')} className="grid gap-2">
      <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('notice.new.rules')}</h2>
      {findings.map(({ code, severity, article, path }) => {
        return (
          <Note key={`${code} ${path}`} tone={tones[severity]}>
            <p>{t(`notice.rule.${code}`)}</p>
            {article !== null && <LawQuote article={article} />}
          </Note>
        );
      })}
    </section>
  );
}
