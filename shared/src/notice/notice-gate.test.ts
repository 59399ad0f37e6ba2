import { expect, test } from 'vitest';
import type { Jurisdiction } from '../card/jurisdiction.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Agreement, DebtorLimit, PayeeAccount, Supplier } from './agreement.ts';
import type { Ceremony } from './ceremony.ts';
import type { CallBack, DatedFact, Notice, NoticeFacts } from './notice.ts';
import { noticeGate, passesNoticeGate, type NoticeGateFacts, type NoticeGateKey } from './notice-gate.ts';

const at = '2026-11-20T10:00:00.000Z' as Instant;
const byCeremony: DatedFact = { at, by: 'ceremony', note: '' };
const byPost: DatedFact = { at, by: 'post', note: 'RL 1234' };
const byPerson: DatedFact = { at, by: 'person', note: 'said so' };
const called = { number: '+36 1 555 0100', result: 'confirmed' } as CallBack; // the gate looks at no more of a call

interface Change {
  readonly jurisdiction?: Jurisdiction;
  readonly facts?: NoticeFacts;
  readonly notice?: Partial<Notice>;
  readonly data?: Partial<Notice['data']>;
  readonly agreement?: Partial<Agreement>;
  readonly account?: Partial<PayeeAccount>;
  readonly limit?: Partial<DebtorLimit>;
  readonly stage?: Ceremony['stage'];
  readonly specimen?: Supplier['specimenOnFile'];
}

const received: NoticeFacts = { noticeReceived: byCeremony, instructionReceived: byCeremony };

/** A notice that lacks nothing, then the change. */
function factsWith(change: Change = {}): NoticeGateFacts {
  const { jurisdiction = 'HU', facts = received } = change;
  const data = {
    jurisdiction,
    sender: 'supplier',
    proofAttached: false,
    agreement: { recourse: true },
    ...change.data,
  };
  const notice = {
    id: 'notice',
    cardId: 'card',
    agreementId: 'agreement',
    accountId: 'account',
    status: 'proven',
    replacedBy: null,
    data,
    facts,
    numbersOnFile: ['+36 1 555 0100'],
    callBacks: [called],
    ...change.notice,
  } as unknown as Notice; // as much of a notice as the gate looks at
  const registerEntry = { number: 'HBNY-1', enteredOn: '2026-01-02' };
  const agreement = { id: 'agreement', accountId: 'account', status: 'open', recourse: true, registerEntry };
  return {
    notice,
    supplier: { specimenOnFile: change.specimen === undefined ? { note: 'sheet' } : change.specimen } as Supplier,
    agreement: { ...agreement, ...change.agreement } as Agreement,
    account: { id: 'account', agreementId: 'agreement', status: 'released', ...change.account } as PayeeAccount,
    limit: {
      ...{ agreementId: 'agreement', cardId: 'card', status: 'granted', amountMinor: 1 },
      ...change.limit,
    } as DebtorLimit,
    ceremony: { stage: change.stage ?? 'sealed' } as Ceremony,
  };
}

function lacks(facts: NoticeGateFacts): NoticeGateKey[] {
  return noticeGate(facts)
    .filter(({ met }) => !met)
    .map(({ key }) => key);
}

function articlesOf(jurisdiction: Jurisdiction, data: Change['data'] = {}): Record<string, string | null> {
  const lines = noticeGate(factsWith({ jurisdiction, data }));
  return Object.fromEntries(
    lines.filter(({ source }) => source.by === 'law').map((each) => [each.key, each.source.article]),
  );
}

test.each(['HU', 'RU', 'EU', 'US'] as const)('a notice with everything is let through: %s', (jurisdiction) => {
  expect(passesNoticeGate(factsWith({ jurisdiction }))).toBe(true);
});

const withoutOne: readonly (readonly [NoticeGateKey, string, Change])[] = [
  ['agreement-open', 'the agreement ended', { agreement: { status: 'ended' } }],
  ['supplier-signature', 'no specimen lies with the factor', { specimen: null }],
  ['limit', 'the limit is only asked for', { limit: { status: 'requested' } }],
  ['limit', 'the limit is zero', { limit: { amountMinor: 0 } }],
  ['limit', 'the limit is for another debtor', { limit: { cardId: 'other' as DebtorLimit['cardId'] } }],
  ['limit', 'the limit is of another agreement', { limit: { agreementId: 'other' as Agreement['id'] } }],
  ['register-entry', 'recourse is not registered', { agreement: { registerEntry: null } }],
  ['account-released', 'the account was superseded', { account: { status: 'superseded' } }],
  ['account-released', 'the account waits for its second person', { account: { status: 'proposed' } }],
  ['account-released', 'another account is in force', { agreement: { accountId: 'new' as PayeeAccount['id'] } }],
  ['notice-received', 'nothing says it was received', { facts: { instructionReceived: byPost } }],
  ['notice-received', 'only a person says so', { facts: { noticeReceived: byPerson, instructionReceived: byPost } }],
  ['instruction-received', 'the instruction did not arrive', { facts: { noticeReceived: byPost } }],
  ['call-back', 'nobody called', { notice: { callBacks: [] } }],
  ['call-back', 'nobody answered', { notice: { callBacks: [{ ...called, result: 'no-answer' }] } }],
  ['call-back', 'it was denied later', { notice: { callBacks: [called, { ...called, result: 'denied' }] } }],
  ['call-back', 'the number was not on file', { notice: { callBacks: [{ ...called, number: '+36 20 555 0000' }] } }],
  ['undisputed', 'the debtor disputes it', { facts: { ...received, disputed: byPerson } }],
  ['undisputed', 'the post brought it back', { facts: { ...received, returned: byPost } }],
  ['undisputed', 'the factor released it', { facts: { ...received, released: byPerson } }],
  ['proof-of-assignment', 'a Hungarian notice of the factor came without proof', { data: { sender: 'factor' } }],
];

test.each(withoutOne)('%s stops a notice when %s', (key, _when, change) => {
  expect(lacks(factsWith(change))).toEqual([key]);
});

test.each(['received', 'review', 'quarantined', 'set-aside'] as const)(
  'evidence that is %s proves no receipt',
  (stage) => {
    expect(lacks(factsWith({ stage }))).toEqual(['notice-received', 'instruction-received']);
  },
);

test('a dated fact of the post needs no ceremony, and a signature of the debtor is never asked for', () => {
  const facts = factsWith({ facts: { noticeReceived: byPost, instructionReceived: byPost } });
  expect(passesNoticeGate({ ...facts, ceremony: null })).toBe(true);
});

test('the register entry is asked for in Hungary with recourse, and nowhere else', () => {
  const without = { registerEntry: null };
  expect(lacks(factsWith({ jurisdiction: 'RU', agreement: without }))).toEqual([]);
  const noRecourse = { agreement: { recourse: false } } as Partial<Notice['data']>; // no more of it is looked at
  expect(lacks(factsWith({ data: noRecourse, agreement: { ...without, recourse: false } }))).toEqual([]);
  expect(lacks(factsWith({ data: noRecourse, agreement: without }))).toEqual(['register-entry']);
});

test('a notice that leaves the instruction to the factor is not asked for an account or its receipt', () => {
  const facts = factsWith({ notice: { accountId: null }, facts: { noticeReceived: byPost } });
  const lines = noticeGate({ ...facts, account: null });
  expect(lines.map(({ key }) => key)).not.toContain('account-released');
  expect(lines.every(({ met }) => met)).toBe(true);
});

test('whoever asks for proof gets an answer of its own before the notice is active', () => {
  const asking = { noticeReceived: byPost, instructionReceived: byPost, proofRequested: byPerson };
  const asked = factsWith({ jurisdiction: 'US', facts: asking, data: { proofAttached: true } });
  expect(lacks(asked)).toEqual(['proof-of-assignment']);
  const answered = factsWith({ jurisdiction: 'US', facts: { ...asking, proofGiven: byPerson } });
  expect(lacks(answered)).toEqual([]);
});

test('law is cited only where its text was read', () => {
  expect(articlesOf('HU')).toEqual({
    'register-entry': 'ptk-6-406',
    'notice-received': 'ptk-6-197-2',
    'instruction-received': 'ptk-6-198-1',
  });
  expect(articlesOf('HU', { sender: 'factor' })).toMatchObject({ 'proof-of-assignment': 'ptk-6-197-3' });
  expect(articlesOf('RU')).toEqual({ 'notice-received': 'gk-830-1', 'instruction-received': 'gk-830-1' });
  expect(articlesOf('US')).toEqual({ 'notice-received': 'ucc-9-406-a', 'instruction-received': 'ucc-9-406-a' });
  expect(articlesOf('EU')).toEqual({});
});

test('nothing on file at all is answered with every line, never with a throw', () => {
  const { notice } = factsWith({ facts: {}, notice: { callBacks: [] } });
  const nothing = { notice, supplier: null, agreement: null, account: null, limit: null, ceremony: null };
  // Nothing is known against it either.
  expect(noticeGate(nothing).flatMap(({ key, met }) => (met ? [key] : []))).toEqual(['undisputed']);
  expect(noticeGate(nothing)).toHaveLength(9);
});
