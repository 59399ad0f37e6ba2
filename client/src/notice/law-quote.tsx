import { LAWS, type LawKey } from '@cession/shared/notice/wording/laws.ts';
import { useText } from '../text/use-text.ts';

/** An article that opens to the words that were read, in the statute's own language. */
export function LawQuote({ article }: { article: LawKey }) {
  const { locale } = useText();
  const law = LAWS[article];
  return (
    <details className="text-1 text-ink-2">
      <summary className="min-h-target content-center">{law.article[locale]}</summary>
      <blockquote lang={law.original} className="border-s-2 border-line ps-3">
        {law.quote}
      </blockquote>
    </details>
  );
}
