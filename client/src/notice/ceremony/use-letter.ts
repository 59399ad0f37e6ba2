import type { EvidenceOf, SignerIdentity } from '@cession/shared/notice/evidence.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { ceremonyWords, type CeremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import { useEffect, useState } from 'react';
import { debtorWords, type DebtorWords } from './debtor-words.ts';
import { NO_ANSWERS, openAt, stepBefore, type Answers, type LetterPlace, type LetterStep } from './letter-place.ts';
import { consents, declines, identifies, reads, signs, speaks } from './letter-record.ts';
import type { AfterSigning, Declined, HashPaper, Mark } from './letter-record.ts';
import { keepPlace } from './place-note.ts';
import type { SectionRead } from './reading-clock.ts';
import type { Recording } from './recording.ts';

/** Everything a page of the letter can show and do. */
export interface Letter {
  readonly notice: Notice;
  readonly place: LetterPlace;
  readonly words: CeremonyWords;
  readonly own: DebtorWords;
  readonly signer: SignerIdentity | null;
  readonly recording: Recording;
  readonly mark: Mark | null;
  go(step: LetterStep): void;
  back(): void;
  answer(part: Partial<Answers>): void;
  chooseLanguage(language: PaperLanguage): void;
  confirmIdentity(): void;
  consent(): void;
  drew(mark: Mark): void;
  sign(): void;
  decline<T extends Declined>(type: T, data: EvidenceOf<T>['data']): void;
  read(sections: readonly SectionRead[]): void;
}

interface LetterInput {
  readonly notice: Notice;
  readonly recording: Recording;
  readonly kept: LetterPlace | null;
  readonly hashPaper: HashPaper;
}

/** Pages on which the paper, or an answer to it, is on the glass. */
const READING = new Set<LetterStep>(['changes', 'notice', 'answers', 'sign', 'review']);

/** Pages beside the way: from them one comes back to where one was. */
const BESIDE = new Set<LetterStep>(['refuse', 'stamp', 'wrong-person']);

export function useLetter({ notice, recording, kept, hashPaper }: LetterInput): Letter {
  const { state, act, ceremonyId } = recording;
  const [place, setPlace] = useState(() => openAt(state, ceremonyId, kept));
  const [mark, setMark] = useState<Mark | null>(null);
  usePlaceAtHand(place, hashPaper);
  const words = ceremonyWords(place.language);
  const signer = state.prepared?.signers[place.signer] ?? null;
  const change = (part: Partial<LetterPlace>) => setPlace((now) => ({ ...now, ...part }));
  const steps = useSteps(place.step, (step) => change({ step }));
  const goTo = (step: LetterStep) => () => change({ step });
  const answer = (part: Partial<Answers>) => change({ answers: { ...place.answers, ...part } });

  return {
    ...{ notice, place, words, signer, recording, mark, answer, own: debtorWords(place.language) },
    ...steps,
    chooseLanguage: (language) => {
      // What was read and agreed to in one language is read and asked for again in another.
      const isReading = READING.has(place.step);
      const step = place.step === 'language' ? 'identity' : isReading ? 'changes' : place.step;
      const answers = { ...place.answers, consents: false };
      void act(speaks(language, isReading ? hashPaper : null), () => change({ language, step, answers }));
    },
    confirmIdentity: () => void act(identifies(place, signer, hashPaper), goTo('changes')),
    consent: () => void act(consents(notice.data, place), goTo('sign')),
    drew: (drawn) => {
      setMark(drawn);
      change({ step: 'review' });
    },
    sign: () => {
      if (mark === null) return;
      const after: AfterSigning = { decided: false, signer: place.signer };
      void act(signs(place, mark, words.sign.act, after), () => {
        setMark(null);
        change(after.decided ? { step: 'thanks' } : nextTurn(after.signer));
      });
    },
    decline: (type, data) => void act(declines(type, data), goTo('thanks')),
    read: (sections) => {
      if (sections.length > 0) recording.note(reads(sections));
    },
  };
}

function useSteps(here: LetterStep, change: (step: LetterStep) => void): Pick<Letter, 'go' | 'back'> {
  const [cameFrom, setCameFrom] = useState<LetterStep | null>(null);
  return {
    go: (step) => {
      if (BESIDE.has(step) && !BESIDE.has(here)) setCameFrom(here);
      change(step);
    },
    back: () => change(stepBefore(here, cameFrom) ?? here),
  };
}

/** Kept for a tablet that dies; and the paper is ready before "Yes, that is me" asks for it. */
function usePlaceAtHand(place: LetterPlace, hashPaper: HashPaper): void {
  useEffect(() => keepPlace(place), [place]);
  useEffect(() => {
    // Where it cannot be had, the act that needs it says so.
    hashPaper(place.language).catch(() => undefined);
  }, [hashPaper, place.language]);
}

function nextTurn(signer: number): Partial<LetterPlace> {
  return { step: 'next-signer', signer, answers: NO_ANSWERS };
}
