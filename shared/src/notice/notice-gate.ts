import type { Jurisdiction } from '../card/jurisdiction.ts';
import type { Agreement, DebtorLimit, PayeeAccount, Supplier } from './agreement.ts';
import type { Ceremony } from './ceremony.ts';
import type { DatedFact, Notice } from './notice.ts';
import { needsRenewal } from './needs-renewal.ts';
import type { LawKey } from './wording/laws.ts';

/** Everything that may stand between a notice and being active, in the order a person settles it. */
export const NOTICE_GATE_KEYS = [
  'agreement-open',
  'supplier-signature',
  'limit',
  'register-entry',
  'account-released',
  'notice-received',
  'instruction-received',
  'proof-of-assignment',
  'call-back',
  'undisputed',
] as const;
export type NoticeGateKey = (typeof NOTICE_GATE_KEYS)[number];

/** Where a person goes to settle it. */
export type NoticeGatePlace = 'supplier' | 'agreement' | 'limit' | 'account' | 'ceremony' | 'proof' | 'call-back';

export interface NoticeGateLine {
  readonly key: NoticeGateKey;
  readonly met: boolean;
  /** Who asks for it. `article` names the quote to show, there only where the text was read; null is never shown as law. */
  readonly source: { readonly by: 'law' | 'factor' | 'house'; readonly article: LawKey | null };
  readonly place: NoticeGatePlace;
}

export interface NoticeGateFacts {
  readonly notice: Notice;
  readonly supplier: Supplier | null;
  readonly agreement: Agreement | null;
  /** The account the notice instructs to; null where it names none, or where it is not to be found. */
  readonly account: PayeeAccount | null;
  /** The limit of this agreement for this card; null: never asked for. */
  readonly limit: DebtorLimit | null;
  /** The ceremony that decided the notice; null before, and where it was received otherwise. */
  readonly ceremony: Ceremony | null;
}

const factor = { by: 'factor', article: null } as const;
const house = { by: 'house', article: null } as const;
const law = (article: LawKey) => ({ by: 'law', article }) as const;

/**
 * What a notice still lacks before it is active. The same answer on the phone and on the server; nobody is let past it.
 * Only lines that apply are in it: the register entry in Hungary with recourse (Ptk. 6:406: without it the claim does
 * not pass to the factor), the account and the receipt of the instruction when the notice instructs, proof where the
 * factor sent a Hungarian notice or the debtor asked. Receipt counts when its evidence was verified or the post says so
 * with a date; nothing follows from silence, and the debtor's signature is nowhere asked for.
 */
export function noticeGate(facts: NoticeGateFacts): NoticeGateLine[] {
  const { notice, supplier, agreement, ceremony } = facts;
  const { jurisdiction } = notice.data;
  const instructs = notice.accountId !== null;
  return [
    line('agreement-open', agreement?.status === 'open', house, 'agreement'),
    line('supplier-signature', (supplier?.specimenOnFile ?? null) !== null, factor, 'supplier'),
    line('limit', isGranted(facts), factor, 'limit'),
    ...only(needsRegisterEntry(facts), line('register-entry', isRegistered(facts), REGISTER, 'agreement')),
    ...only(instructs, line('account-released', isInForce(facts), house, 'account')),
    line('notice-received', isProven(notice.facts.noticeReceived, ceremony), RECEIPT[jurisdiction].notice, 'ceremony'),
    ...only(
      instructs,
      line(
        'instruction-received',
        isProven(notice.facts.instructionReceived, ceremony),
        RECEIPT[jurisdiction].instruction,
        'ceremony',
      ),
    ),
    ...only(owesProof(notice), line('proof-of-assignment', hasProof(notice), PROOF[jurisdiction], 'proof')),
    line('call-back', isCalledBack(notice), house, 'call-back'),
    line('undisputed', isUndisputed(notice), factor, 'ceremony'),
  ];
}

/** True when nothing stands between the notice and being active. */
export function passesNoticeGate(facts: NoticeGateFacts): boolean {
  return noticeGate(facts).every(({ met }) => met);
}

type Source = NoticeGateLine['source'];

/** Ptk. 6:406: an unregistered factoring leaves the claim with the supplier. */
const REGISTER: Source = law('ptk-6-406');

/**
 * Two facts with two times. Hungary: the notice freezes the contract (6:197(2)), the instruction moves the money
 * (6:198(1)). Elsewhere one paper does both. EU: the law of the contract decides, of which no text was read.
 */
const RECEIPT: Readonly<Record<Jurisdiction, { readonly notice: Source; readonly instruction: Source }>> = {
  HU: { notice: law('ptk-6-197-2'), instruction: law('ptk-6-198-1') },
  RU: { notice: law('gk-830-1'), instruction: law('gk-830-1') },
  EU: { notice: factor, instruction: factor },
  US: { notice: law('ucc-9-406-a'), instruction: law('ucc-9-406-a') },
};

/** Hungary: 6:197(3), a factor's notice without proof has no effect. Russia 830(2), UCC 9-406(c): on request. */
const PROOF: Readonly<Record<Jurisdiction, Source>> = {
  HU: law('ptk-6-197-3'),
  RU: law('gk-830-2'),
  EU: factor,
  US: law('ucc-9-406-c'),
};

function line(key: NoticeGateKey, met: boolean, source: Source, place: NoticeGatePlace): NoticeGateLine {
  return { key, met, source, place };
}

function only(applies: boolean, each: NoticeGateLine): NoticeGateLine[] {
  return applies ? [each] : [];
}

function isGranted({ notice, limit }: NoticeGateFacts): boolean {
  if (limit === null || limit.agreementId !== notice.agreementId || limit.cardId !== notice.cardId) return false;
  return limit.status === 'granted' && limit.amountMinor > 0;
}

/** What the paper says counts, and so does the agreement as it stands: recourse agreed later asks for the entry too. */
function needsRegisterEntry({ notice, agreement }: NoticeGateFacts): boolean {
  const recourse = notice.data.agreement.recourse || (agreement?.recourse ?? false);
  return notice.data.jurisdiction === 'HU' && recourse;
}

function isRegistered({ agreement }: NoticeGateFacts): boolean {
  return (agreement?.registerEntry ?? null) !== null;
}

function isInForce({ notice, agreement, account }: NoticeGateFacts): boolean {
  if (account === null || account.id !== notice.accountId || account.agreementId !== notice.agreementId) return false;
  return agreement?.accountId === account.id && !needsRenewal(notice, [account]);
}

/** Word of the post counts with its date; the tablet's only once the server has verified it; a mere person's does not. */
function isProven(fact: DatedFact | undefined, ceremony: Ceremony | null): boolean {
  if (fact === undefined) return false;
  if (fact.by === 'post') return true;
  return fact.by === 'ceremony' && ceremony !== null && VERIFIED.includes(ceremony.stage);
}

const VERIFIED: readonly Ceremony['stage'][] = ['verified', 'sealed', 'stamped'];

function owesProof({ data, facts }: Notice): boolean {
  return facts.proofRequested !== undefined || (data.jurisdiction === 'HU' && data.sender === 'factor');
}

/** What went with the notice answers the factor's duty; a request that came afterwards wants an answer of its own. */
function hasProof({ data, facts }: Notice): boolean {
  if (facts.proofGiven !== undefined) return true;
  return facts.proofRequested === undefined && data.proofAttached;
}

/** Nothing that came later takes it back: a dispute, the post's return, the factor's release. */
function isUndisputed({ facts }: Notice): boolean {
  return facts.disputed === undefined && facts.returned === undefined && facts.released === undefined;
}

/** Somebody of the debtor confirmed it on a number that was on the card before the notice was prepared. */
function isCalledBack({ callBacks, numbersOnFile }: Notice): boolean {
  const onFile = callBacks.filter(({ number }) => numbersOnFile.includes(number));
  const last = onFile.findLast(({ result }) => result !== 'no-answer');
  return last?.result === 'confirmed';
}
