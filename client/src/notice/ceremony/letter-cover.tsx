import type { CeremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import { useLayoutEffect, useRef } from 'react';
import { LetterButton } from './letter-controls.tsx';

/** Over a letter nobody touches: no name, no number, nothing that was read. */
export function LetterCover({ words, lang, goOn }: { words: CeremonyWords; lang: string; goOn: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <div
      lang={lang}
      className="fixed inset-0 z-30 grid place-content-center gap-5 overflow-y-auto bg-paper px-6 py-10 text-center text-[1.1875rem]/[1.55]"
    >
      <title>{words.greeting.heading}</title>
      <h1 ref={title} tabIndex={-1} className="text-[1.75rem]/[1.2] font-semibold">
        {words.greeting.heading}
      </h1>
      <p className="max-w-[30rem] text-ink-2">{words.cover.text}</p>
      <LetterButton onPress={goOn}>{words.cover.goOn}</LetterButton>
    </div>
  );
}
