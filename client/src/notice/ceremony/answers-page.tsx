import { ceremonyLaw, type SeparateAct } from '@cession/shared/notice/wording/ceremony-words.ts';
import { consentText } from '@cession/shared/notice/wording/consent.ts';
import { lawBlock } from '@cession/shared/notice/wording/laws.ts';
import { useState } from 'react';
import { NotStored, OtherWays } from './letter-acts.tsx';
import { LetterButton, LetterCheck, LetterChoice, LetterField } from './letter-controls.tsx';
import { LetterPage } from './letter-frame.tsx';
import { gapsIn } from './letter-place.ts';
import { PaperView } from './paper-view.tsx';
import type { Letter } from './use-letter.ts';

/** Agreement to sign here, known objections, and two heavier acts that stand apart. Nothing is ticked for anybody. */
export function AnswersPage({ letter }: { letter: Letter }) {
  const { words, own, place, notice, recording } = letter;
  const { answers } = place;
  const [asked, setAsked] = useState(false);
  const gaps = asked ? gapsIn(answers) : [];
  const goOn = () => {
    setAsked(true);
    if (gapsIn(answers).length === 0) letter.consent();
    else document.getElementById(gapsIn(answers).includes('consent') ? 'consent' : 'objections')?.scrollIntoView();
  };
  return (
    <LetterPage
      heading={words.consent.heading}
      actions={
        <>
          <LetterButton disabled={recording.busy} onPress={goOn}>
            {words.reading.goOn}
          </LetterButton>
          <OtherWays letter={letter} />
        </>
      }
    >
      <div id="consent" className="grid grid-cols-1 gap-1">
        <LetterCheck
          label={words.consent.tick}
          checked={answers.consents}
          onChange={(consents) => letter.answer({ consents })}
          error={gaps.includes('consent') ? own.needConsent : undefined}
        >
          <p className="text-[1rem]/[1.5] text-ink-2">{words.consent.paper}</p>
        </LetterCheck>
        <ConsentDetails letter={letter} />
      </div>
      <hr className="border-line" />
      <section id="objections" aria-label={words.objections.heading} className="grid grid-cols-1 gap-3">
        <h2 className="text-[1.25rem] font-semibold">{words.objections.heading}</h2>
        <LetterChoice
          legend={words.objections.question}
          value={answers.objections}
          choices={(['none', 'list', 'not-stated'] as const).map((value) => ({
            value,
            label: words.objections.choice[value],
          }))}
          onChange={(objections) => letter.answer({ objections })}
        />
        {answers.objections === 'list' && (
          <LetterField
            long
            label={words.objections.listLabel}
            value={answers.list}
            most={2000}
            onChange={(list) => letter.answer({ list })}
            error={gaps.includes('objections') ? own.needObjections : undefined}
          />
        )}
        <p className="text-[1rem]/[1.5] text-ink-2">{words.objections.hint[notice.data.jurisdiction]}</p>
      </section>
      <hr className="border-line" />
      <HeavierAct letter={letter} kind="debt" act={words.debt} />
      <HeavierAct letter={letter} kind="waiver" act={words.waiver} />
      <NotStored letter={letter} />
    </LetterPage>
  );
}

function ConsentDetails({ letter }: { letter: Letter }) {
  const { notice, place, own } = letter;
  const text = consentText(notice.data, place.language);
  return (
    <details className="ps-10.5">
      <summary className="min-h-12 py-2 font-semibold text-accent underline-offset-4 hover:underline">
        {own.consentText}
      </summary>
      <div className="grid grid-cols-1 gap-2.5 rounded-3 border border-line bg-sheet px-4 py-3.5 text-[1rem]/[1.55]">
        <p className="font-semibold">{text.heading}</p>
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </details>
  );
}

interface HeavierActProps {
  letter: Letter;
  kind: 'debt' | 'waiver';
  act: SeparateAct;
}

function HeavierAct({ letter, kind, act }: HeavierActProps) {
  const { notice, place, own } = letter;
  const { jurisdiction } = notice.data;
  const checked = kind === 'debt' ? place.answers.confirmsDebt : place.answers.waivesDefences;
  const law = ceremonyLaw(jurisdiction, kind);
  return (
    <div className="grid">
      <LetterCheck
        label={`${act.tick} (${own.optional})`}
        checked={checked}
        onChange={(value) => letter.answer(kind === 'debt' ? { confirmsDebt: value } : { waivesDefences: value })}
      >
        <p>{act.statement}</p>
        <p className="text-[1rem]/[1.5] text-ink-2">{act.consequence[jurisdiction]}</p>
        {law !== null && (
          <div className="text-[1rem]/[1.5]">
            <PaperView blocks={[lawBlock(law, place.language)]} />
          </div>
        )}
        <p className="text-[1rem]/[1.5] text-ink-2">{act.optional}</p>
      </LetterCheck>
    </div>
  );
}
