import type { Strokes } from '@cession/shared/notice/paper-document.ts';
import { useState } from 'react';
import { checkMark, checkSignature } from '../pad/ink-check.ts';
import { SignaturePad } from '../pad/signature-pad.tsx';
import { OnlyReceipt, OtherWays } from './letter-acts.tsx';
import { LetterButton, LetterField } from './letter-controls.tsx';
import { LetterPage } from './letter-frame.tsx';
import type { Mark } from './letter-record.ts';
import type { Letter } from './use-letter.ts';

const WAYS = ['drawn', 'typed', 'mark'] as const;
type Way = (typeof WAYS)[number];
const NAME_LENGTH = 120;

/** Draw, type or make a mark: the same weight, whichever a hand can do. Nothing is signed on this page yet. */
export function SignPage({ letter }: { letter: Letter }) {
  const { words, own } = letter;
  const [way, setWay] = useState<Way>('drawn');
  const [strokes, setStrokes] = useState<Strokes | null>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<keyof typeof own.problem | null>(null);
  const goOn = () => {
    const found = problemOf(way, strokes, typed);
    setProblem(found);
    if (found === null) letter.drew(markOf(way, strokes, typed));
  };
  const draw = (drawn: Strokes) => {
    setStrokes(drawn);
    setProblem(null);
  };
  return (
    <LetterPage
      fills
      heading={words.sign.heading}
      actions={
        <>
          <LetterButton onPress={goOn}>{words.reading.goOn}</LetterButton>
          <OtherWays letter={letter} />
        </>
      }
    >
      <OnlyReceipt letter={letter} />
      <Ways
        way={way}
        letter={letter}
        onChoose={(chosen) => {
          setWay(chosen);
          setStrokes(null);
          setProblem(null);
        }}
      />
      <div id="way" role="tabpanel" aria-labelledby={`tab-${way}`} className="flex min-h-0 flex-1 flex-col gap-2">
        {way === 'typed' ? (
          <LetterField
            isName
            label={words.sign.typeLabel}
            value={typed}
            most={NAME_LENGTH}
            onChange={(text) => {
              setTyped(text);
              setProblem(null);
            }}
            error={problem === null ? undefined : own.problem[problem]}
          />
        ) : (
          <>
            <p>{way === 'drawn' ? words.sign.drawHint : words.sign.markHint}</p>
            {problem !== null && (
              <p role="alert" className="font-semibold text-wrong">
                {own.problem[problem]}
              </p>
            )}
            <SignaturePad
              key={way}
              words={{ ...own.pad, undo: words.sign.undo, clear: words.sign.clear }}
              onChange={draw}
            />
          </>
        )}
      </div>
    </LetterPage>
  );
}

function problemOf(way: Way, strokes: Strokes | null, typed: string) {
  if (way === 'typed') return typed.trim() === '' ? 'no-name' : null;
  if (strokes === null) return 'empty';
  return way === 'drawn' ? checkSignature(strokes) : checkMark(strokes);
}

function markOf(way: Way, strokes: Strokes | null, typed: string): Mark {
  if (way === 'typed' || strokes === null) return { method: 'typed', text: typed.trim() };
  return { method: way, strokes };
}

/** Three ways of the same weight. */
function Ways({ way, letter, onChoose }: { way: Way; letter: Letter; onChoose: (way: Way) => void }) {
  const { words } = letter;
  const names = { drawn: words.sign.draw, typed: words.sign.type, mark: words.sign.mark };
  return (
    <div role="tablist" aria-label={words.sign.heading} className="flex flex-wrap gap-1 rounded-2 bg-sunk p-1">
      {WAYS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={way === each}
          aria-controls="way"
          onClick={() => onChoose(each)}
          className="min-h-12 flex-auto rounded-1 px-1 text-[1rem] font-semibold text-ink-2 aria-selected:bg-sheet aria-selected:text-accent"
        >
          {names[each]}
        </button>
      ))}
    </div>
  );
}
