import { nextState, NO_CEREMONY, type CeremonyState } from '@cession/shared/notice/evidence-grammar.ts';
import type { Objections, SignedEvent } from '@cession/shared/notice/evidence.ts';
import { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import * as z from 'zod/mini';

/** The pages of the letter, in their order; the last ones are beside the way. */
export const LETTER_STEPS = [
  'language',
  'next-signer',
  'identity',
  'not-me',
  'changes',
  'notice',
  'answers',
  'sign',
  'review',
  'refuse',
  'stamp',
  'wrong-person',
  'thanks',
] as const;
export type LetterStep = (typeof LETTER_STEPS)[number];

/** What a signer has answered so far; nothing is answered for them. */
export const Answers = z.object({
  consents: z.boolean(),
  objections: z.nullable(z.enum(['none', 'list', 'not-stated'])),
  list: z.string(),
  confirmsDebt: z.boolean(),
  waivesDefences: z.boolean(),
});
export type Answers = z.infer<typeof Answers>;
export const NO_ANSWERS: Answers = {
  consents: false,
  objections: null,
  list: '',
  confirmsDebt: false,
  waivesDefences: false,
};

/** Where the reader was, kept on the device so that a tablet that dies opens at the same page. The pad is then empty. */
export const LetterPlace = z.object({
  ceremonyId: z.string(),
  signer: z.int(),
  step: z.enum(LETTER_STEPS),
  language: PaperLanguage,
  answers: Answers,
});
export type LetterPlace = z.infer<typeof LetterPlace>;

export function stateOf(events: readonly SignedEvent[]): CeremonyState {
  let state = NO_CEREMONY;
  for (const { body } of events) {
    const next = nextState(state, body);
    // What was recorded here was checked when it was; a reader after us checks again.
    if (typeof next !== 'string') state = next;
  }
  return state;
}

/** Whose turn it is, by place among those prepared for. */
export function signerAt(state: CeremonyState): number {
  const count = state.prepared?.signers.length ?? 0;
  const next = Array.from({ length: count }, (_, at) => at).find((at) => !state.signed.includes(at));
  return next ?? Math.max(0, count - 1);
}

/** Where to open: what is recorded decides, what was kept on the device only refines it. */
export function openAt(state: CeremonyState, ceremonyId: string, kept: LetterPlace | null): LetterPlace {
  const signer = signerAt(state);
  const fresh = { ceremonyId, signer, language: state.language, answers: NO_ANSWERS };
  if (state.place === 'decided') return { ...fresh, step: 'thanks' };
  const same = kept?.ceremonyId === ceremonyId && kept.signer === signer ? kept : null;
  if (same === null) return { ...fresh, step: state.signed.length > 0 ? 'next-signer' : 'language' };
  return { ...same, language: same.step === 'language' ? state.language : same.language, step: openStep(same.step) };
}

/** What was drawn is not kept, so a review has nothing to show. Thanks without a decision were not recorded. */
function openStep(step: LetterStep): LetterStep {
  if (step === 'review') return 'sign';
  return step === 'thanks' ? 'language' : step;
}

const BACK: Readonly<Partial<Record<LetterStep, LetterStep>>> = {
  identity: 'language',
  'not-me': 'identity',
  changes: 'identity',
  notice: 'changes',
  answers: 'notice',
  sign: 'answers',
  review: 'sign',
  refuse: 'notice',
  stamp: 'refuse',
  'wrong-person': 'identity',
};

/** The page before; null where Back leads nowhere. Who looked at another way out comes back to where they were. */
export function stepBefore(step: LetterStep, cameFrom: LetterStep | null): LetterStep | null {
  const isWayOut = step === 'refuse' || step === 'wrong-person';
  return (isWayOut ? cameFrom : null) ?? BACK[step] ?? null;
}

/** No answer is no statement: it is recorded as exactly that. */
export function objectionsIn(answers: Answers): Objections {
  if (answers.objections === 'list') return { stated: 'list', text: answers.list.trim() };
  return { stated: answers.objections ?? 'not-stated' };
}

export type AnswerGap = 'consent' | 'objections';

/** What keeps the reader from signing here; refusing is always open. */
export function gapsIn(answers: Answers): readonly AnswerGap[] {
  const gaps: AnswerGap[] = [];
  if (!answers.consents) gaps.push('consent');
  if (answers.objections === 'list' && answers.list.trim() === '') gaps.push('objections');
  return gaps;
}
