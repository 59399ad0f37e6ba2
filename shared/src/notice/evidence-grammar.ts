import type { EvidenceEvent, EvidenceOf, EvidenceType } from './evidence.ts';
import type { CeremonyOutcome } from './notice.ts';
import type { PaperLanguage } from './paper-document.ts';

/**
 * Where a ceremony stands:
 * - `empty`: nothing yet; `ready`: prepared, the rep holds the tablet; `handed`: the debtor's side holds it;
 * - `decided`: it is clear how it ends, the debtor's side still holds the tablet; `returned`: and the rep has it back;
 * - `witnessed`: the rep has confirmed; `over`: closed, nothing may follow.
 */
export type CeremonyPlace = 'empty' | 'ready' | 'handed' | 'decided' | 'returned' | 'witnessed' | 'over';

const HANDED: readonly EvidenceType[] = [
  'language-changed',
  'shown',
  'section-read',
  'identified',
  'consented',
  'signed',
  'copy-given',
  'received-only',
  'refused',
  'wrong-person',
  'handed-back',
];

/** What may happen where. An event that is not listed at a place does not belong there. */
const MAY: Readonly<Record<CeremonyPlace, readonly EvidenceType[]>> = {
  empty: ['prepared'],
  // What was said aloud after the tablet was given back counts too: `step` asks that it had been handed over.
  ready: ['handed-over', 'language-changed', 'copy-given', 'received-only', 'refused', 'wrong-person', 'absent'],
  handed: HANDED,
  decided: ['copy-given', 'handed-back'],
  returned: ['copy-given', 'witnessed'],
  witnessed: ['copy-given', 'closed'],
  over: [],
};

/** A ceremony read so far. */
export interface CeremonyState {
  readonly place: CeremonyPlace;
  readonly prepared: EvidenceOf<'prepared'>['data'] | null;
  readonly handedOver: boolean;
  readonly language: PaperLanguage;
  /** Hash of the paper as it was on the glass, by language. */
  readonly shown: Readonly<Partial<Record<PaperLanguage, string>>>;
  readonly identified: readonly number[];
  readonly consented: readonly number[];
  readonly signed: readonly number[];
  readonly objects: boolean;
  /** What the acts so far come to. */
  readonly outcome: CeremonyOutcome | null;
  readonly events: number;
}

export const NO_CEREMONY: CeremonyState = {
  place: 'empty',
  prepared: null,
  handedOver: false,
  language: 'en',
  shown: {},
  identified: [],
  consented: [],
  signed: [],
  objects: false,
  outcome: null,
  events: 0,
};

/** The state after one more event, or in plain words why it cannot come here. House grammar of the ceremony. */
export function nextState(state: CeremonyState, event: EvidenceEvent): CeremonyState | string {
  if (!MAY[state.place].includes(event.type)) return `${event.type} cannot come when the ceremony is ${state.place}`;
  const next = step({ ...state, events: state.events + 1 }, event);
  return next;
}

/** Reads a whole ceremony. The answer is the state at its end, or what does not fit and where (place in the list). */
export function readCeremony(events: readonly EvidenceEvent[]): {
  readonly state: CeremonyState;
  readonly fault: { readonly seq: number; readonly why: string } | null;
} {
  let state = NO_CEREMONY;
  for (const [seq, event] of events.entries()) {
    const next = nextState(state, event);
    if (typeof next === 'string') return { state, fault: { seq, why: next } };
    state = next;
  }
  if (state.place !== 'over') return { state, fault: { seq: events.length, why: `it stops ${state.place}` } };
  return { state, fault: null };
}

function step(state: CeremonyState, event: EvidenceEvent): CeremonyState | string {
  switch (event.type) {
    case 'prepared':
      return { ...state, place: 'ready', prepared: event.data, language: event.data.language };
    case 'handed-over':
      return { ...state, place: 'handed', handedOver: true };
    case 'identified':
      return identify(state, event.data);
    case 'language-changed':
      return { ...state, language: event.data.language };
    case 'shown':
      return show(state, event.data);
    case 'section-read':
      return Object.keys(state.shown).length > 0 ? state : 'nothing was shown to read';
    case 'consented':
      return consent(state, event.data);
    case 'signed':
      return sign(state, event.data);
    case 'received-only':
    case 'refused':
      if (!state.handedOver) return `${event.type} before the tablet was handed over`;
      if (!isSigner(state, event.data.signer)) return 'a signer nobody was prepared for';
      return decide(state, event.type);
    case 'wrong-person':
    case 'absent':
      if (state.signed.length > 0) return `${event.type} after somebody has signed`;
      return decide(state, event.type);
    case 'copy-given':
      return state;
    case 'handed-back':
      return { ...state, place: state.place === 'handed' ? 'ready' : 'returned' };
    case 'witnessed':
      if (event.data.userId !== state.prepared?.witness.userId) return 'witnessed by somebody else';
      return { ...state, place: 'witnessed' };
    case 'closed':
      return close(state, event);
  }
}

function identify(state: CeremonyState, { signer, confirmedName }: EvidenceOf<'identified'>['data']) {
  const named = state.prepared?.signers[signer];
  if (!named) return 'a signer nobody was prepared for';
  if (named.name !== confirmedName) return 'another name was confirmed';
  return { ...state, identified: [...state.identified, signer] };
}

function show(state: CeremonyState, { language, pdfSha256 }: EvidenceOf<'shown'>['data']): CeremonyState | string {
  const before = state.shown[language];
  const prepared = state.prepared;
  const known = before ?? (prepared?.language === language ? prepared.pdfSha256 : pdfSha256);
  if (known !== pdfSha256) return 'one language was shown as two different papers';
  if (language !== state.language) return 'shown in a language that was not chosen';
  return { ...state, shown: { ...state.shown, [language]: pdfSha256 } };
}

function consent(state: CeremonyState, { signer, consent: given }: EvidenceOf<'consented'>['data']) {
  if (!state.identified.includes(signer)) return 'consent of somebody who was not identified';
  if (given.language !== state.language) return 'consent in a language that was not chosen';
  return { ...state, consented: [...state.consented, signer] };
}

function sign(state: CeremonyState, { signer, objections }: EvidenceOf<'signed'>['data']): CeremonyState | string {
  if (!state.identified.includes(signer)) return 'signed by somebody who was not identified';
  if (!state.consented.includes(signer)) return 'signed before the consent';
  if (state.shown[state.language] === undefined) return 'signed before the notice was shown in this language';
  if (state.signed.includes(signer)) return 'signed twice by the same person';
  const signed = [...state.signed, signer];
  const next = { ...state, signed, objects: state.objects || objections.stated === 'list' };
  const needed = state.prepared?.signingRule === 'joint' ? state.prepared.signers.length : 1;
  return signed.length < needed ? next : decide(next, next.objects ? 'with-exceptions' : 'acknowledged');
}

function close(state: CeremonyState, { data }: EvidenceOf<'closed'>): CeremonyState | string {
  if (data.outcome !== state.outcome) return `closed as ${data.outcome}, but it was ${state.outcome ?? 'undecided'}`;
  if (data.count !== state.events) return `closed counts ${data.count} events, there are ${state.events}`;
  return { ...state, place: 'over' };
}

/** The tablet stays where it is. */
function decide(state: CeremonyState, outcome: CeremonyOutcome): CeremonyState {
  return { ...state, outcome, place: state.place === 'handed' ? 'decided' : 'returned' };
}

function isSigner(state: CeremonyState, signer: number | null): boolean {
  return signer === null || state.prepared?.signers[signer] !== undefined;
}
