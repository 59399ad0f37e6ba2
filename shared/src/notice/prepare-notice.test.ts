import { expect, test } from 'vitest';
import type { Card } from '../card/card.ts';
import type { Instant } from '../kernel/instant.ts';
import type { MutationContext } from '../sync/mutator.ts';
import type { Agreement, PayeeAccount } from './agreement.ts';
import type { NoticeData } from './notice-data.ts';
import type { Notice } from './notice.ts';
import { prepareNotice } from './prepare-notice.ts';
import { sampleNoticeData } from './wording/sample-notice.ts';

const rep = { userId: 'rep', companyId: 'company', roles: ['rep'] };
const context: MutationContext = {
  mutationId: 'm',
  actor: rep,
  performedAt: '2026-11-20T09:00:00.000Z' as Instant,
  receivedAt: null,
};
const data = sampleNoticeData('HU');
const payee = data.payee ?? never();
const card = { id: 'card', ownerId: 'rep', helpers: [], values: {} } as unknown as Card; // what preparing looks at
const agreement = { id: 'agreement', status: 'open', jurisdiction: 'HU' } as Agreement;
const account = {
  ...{ id: payee.accountId, agreementId: 'agreement', version: payee.version, status: 'released' },
  ...{ holderName: payee.holderName, bankName: payee.bankName, currency: payee.currency, numbers: payee.numbers },
} as PayeeAccount;

function prepare(change: {
  data?: NoticeData;
  account?: Partial<PayeeAccount> | null;
  agreement?: Partial<Agreement>;
  card?: Partial<Card>;
  replaced?: Notice;
}) {
  const said = change.data ?? data;
  const args = {
    ...{ noticeId: said.noticeId, cardId: card.id, agreementId: agreement.id, language: 'hu' as const, data: said },
    ...{ dataSha256: 'a'.repeat(64), replaces: change.replaced?.id ?? null },
  };
  const rows = {
    card: { ...card, ...change.card },
    agreement: { ...agreement, ...change.agreement },
    account: change.account === null ? null : { ...account, ...change.account },
    same: null,
    replaced: change.replaced ?? null,
  };
  return prepareNotice.decide(rows, args, context);
}

test('a notice on the released account is frozen as it is said', () => {
  const done = prepare({});
  expect(done).toMatchObject({ ok: true });
  const [change] = done.ok ? done.value : [];
  expect(change).toMatchObject({ op: 'put', table: 'notices', row: { data, status: 'prepared', facts: {} } });
});

test.each([
  ['a digit of the account', { numbers: { ...payee.numbers, iban: 'HU00000000000000000000000000' } }],
  ['the holder', { holderName: `${payee.holderName}.` }],
  ['the bank', { bankName: 'Another Bank' }],
  ['the version', { version: payee.version + 1 }],
  ['the currency', { currency: 'EUR' }],
])('I17: %s that differs from the released row is refused', (_what, row) => {
  expect(prepare({ account: row })).toEqual({
    ok: false,
    error: { code: 'notice.account-differs' },
  });
});

test.each(['proposed', 'rejected'] as const)('I17: an account that is only %s is on no notice', (status) => {
  expect(prepare({ account: { status } })).toMatchObject({ ok: false, error: { code: 'notice.account-differs' } });
});

test('I17: neither is the account of another agreement, nor one nobody knows', () => {
  const other = { agreementId: 'other' as PayeeAccount['agreementId'] };
  expect(prepare({ account: other })).toMatchObject({ ok: false, error: { code: 'notice.account-differs' } });
  expect(prepare({ account: null })).toMatchObject({ ok: false, error: { code: 'notice.account-differs' } });
});

test('a version superseded while the phone had no signal is let through: its paper may be signed already', () => {
  expect(prepare({ account: { status: 'superseded' } })).toMatchObject({ ok: true });
});

test('a text that the law would not let stand is refused with the rules it breaks', () => {
  const [first] = data.scope.kind === 'list' ? data.scope.rows : [];
  const late = { ...(first ?? never()), dueOn: '2020-01-01' };
  const done = prepare({
    data: { ...data, sender: 'factor', proofAttached: false, scope: { kind: 'list', rows: [late] } },
  });
  const rules = expect.arrayContaining(['sender-without-proof']);
  expect(done).toMatchObject({ ok: false, error: { code: 'notice.rules', rules } });
});

test('somebody else’s card, an ended agreement and another law are refused', () => {
  expect(prepare({ card: { ownerId: 'colleague' as Card['ownerId'] } })).toMatchObject({
    error: { code: 'card.not-found' },
  });
  expect(prepare({ agreement: { status: 'ended' } })).toMatchObject({ error: { code: 'notice.agreement-ended' } });
  expect(prepare({ agreement: { jurisdiction: 'RU' } })).toMatchObject({ error: { code: 'notice.text-differs' } });
});

test('a notice that takes the place of another says so on both', () => {
  const replaced = { id: 'old', cardId: 'card', replacedBy: null } as unknown as Notice; // as much as is looked at
  const done = prepare({ replaced });
  expect(done.ok && done.value[1]).toMatchObject({ table: 'notices', row: { id: 'old', replacedBy: data.noticeId } });
  const foreign = { ...replaced, cardId: 'other' as Notice['cardId'] };
  expect(prepare({ replaced: foreign })).toMatchObject({ error: { code: 'notice.not-found' } });
});

function never(): never {
  throw new Error('the sample has it');
}
