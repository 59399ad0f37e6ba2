import { noticePaper } from '@cession/shared/notice/wording/notice-paper.ts';
import { whatChanges } from '@cession/shared/notice/wording/what-changes.ts';
import type { Block } from '@cession/shared/notice/paper-document.ts';
import { useMemo, useState, type ReactNode } from 'react';
import { mono } from '../../device/clock.ts';
import { NotStored, OtherWays } from './letter-acts.tsx';
import { LetterButton } from './letter-controls.tsx';
import { LetterPage } from './letter-frame.tsx';
import { PaperView } from './paper-view.tsx';
import { createReadingClock } from './reading-clock.ts';
import type { Letter } from './use-letter.ts';
import { useReading } from './use-reading.ts';

interface ReadingProps {
  letter: Letter;
  covered: boolean;
}

/** The page that matters most: what was before, what is from now on. */
export function ChangesPage({ letter, covered }: ReadingProps) {
  const { notice, place, signer, words } = letter;
  const blocks = useMemo(() => whatChanges(notice.data, place.language), [notice, place.language]);
  const company = notice.data.debtor.legalName;
  return (
    <ReadingPage
      key={place.language}
      heading={signer === null ? company : `${signer.name} · ${company}`}
      letter={letter}
      covered={covered}
      blocks={blocks}
      next={{ words: words.reading.goOn, go: () => letter.go('notice') }}
    >
      <p className="text-ink-2">{words.reading.hint}</p>
    </ReadingPage>
  );
}

/** The whole notice, word for word what the PDF says. */
export function NoticePage({ letter, covered }: ReadingProps) {
  const { notice, place, words } = letter;
  const code = notice.dataSha256.slice(0, 8);
  const blocks = useMemo(
    () => afterFirstPage(noticePaper(notice.data, place.language, code).blocks),
    [notice, place.language, code],
  );
  return (
    <ReadingPage
      key={place.language}
      heading={words.reading.heading}
      letter={letter}
      covered={covered}
      blocks={blocks}
      next={{ words: words.reading.goOn, go: () => letter.go('answers') }}
    >
      <p className="text-ink-2">{words.reading.code(code)}</p>
    </ReadingPage>
  );
}

interface ReadingPageProps extends ReadingProps {
  heading: string;
  blocks: readonly Block[];
  next: { readonly words: string; readonly go: () => void };
  children: ReactNode;
}

/** Reading to the end is offered, never forced: the one button leads there first, and then on. */
function ReadingPage({ heading, letter, covered, blocks, next, children }: ReadingPageProps) {
  const [clock] = useState(() => createReadingClock(mono, sectionsTold(letter)));
  const { atEnd, section, sectionEnd, paperEnd } = useReading(clock, covered, letter.read);
  const toEnd = () => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    document.getElementById('paper-end')?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'end' });
  };
  return (
    <LetterPage
      heading={heading}
      actions={
        <>
          {atEnd ? (
            <LetterButton disabled={letter.recording.busy} onPress={next.go}>
              {next.words}
            </LetterButton>
          ) : (
            <LetterButton onPress={toEnd}>{letter.own.toEnd}</LetterButton>
          )}
          <OtherWays letter={letter} />
        </>
      }
    >
      {children}
      <PaperView blocks={blocks} sectionRef={section} endRef={sectionEnd} />
      <div id="paper-end" className="scroll-mb-72">
        <p ref={paperEnd} className="text-ink-2">
          {letter.words.reading.allRead}
        </p>
      </div>
      <NotStored letter={letter} />
    </LetterPage>
  );
}

/** What was read since this signer took the tablet: told once each. */
function sectionsTold({ recording }: Letter): string[] {
  const bodies = recording.events.map(({ body }) => body);
  const since = bodies.findLastIndex(({ type }) => type === 'identified');
  return bodies.slice(since + 1).flatMap((body) => (body.type === 'section-read' ? [body.data.section] : []));
}

/** The first page of the paper is the page that was just read: it is not read twice. */
function afterFirstPage(paper: readonly Block[]): readonly Block[] {
  const first = paper.findIndex(({ kind }) => kind === 'page-break');
  return [...paper.slice(0, 1), ...paper.slice(first + 1)];
}
