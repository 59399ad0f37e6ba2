import { expect, test } from 'vitest';
import { accountLines, checkAccountNumbers, lastFour } from './account-numbers.ts';
import type { AccountNumbers, Agreement, PayeeAccount } from './agreement.ts';
import { accountInForce, needsRenewal, openProposal } from './needs-renewal.ts';

const strict = { allowSamples: false } as const;
const hungarian: AccountNumbers = {
  kind: 'iban',
  iban: 'HU53 1030 0105 2481 6370 4902 0002',
  bic: 'mkkbhuhb',
  giro: '10300105 24816370 49020002',
};
const russian: AccountNumbers = {
  kind: 'ru',
  bik: '042202786',
  account: '40702810600000418273',
  corrAccount: '30101810500000000786',
};

test('numbers are kept as the bank writes them, however they were typed', () => {
  expect(checkAccountNumbers(hungarian, { ...strict, jurisdiction: 'HU' })).toEqual({
    ok: true,
    value: {
      kind: 'iban',
      iban: 'HU53103001052481637049020002',
      bic: 'MKKBHUHB',
      giro: '10300105-24816370-49020002',
    },
  });
});

test('a slip in any number is named, all of them at once', () => {
  const slip = { ...russian, account: '40702810600000418274', corrAccount: '30101810500000000787' };
  const checked = checkAccountNumbers(slip, { ...strict, jurisdiction: 'RU' });
  expect(checked.ok ? [] : checked.error.map(({ part }) => part)).toEqual(['account', 'corrAccount']);
});

test('a domestic number of one country is no account under the law of another', () => {
  const checked = checkAccountNumbers(russian, { ...strict, jurisdiction: 'EU' });
  expect(checked.ok ? [] : checked.error.map(({ part }) => part)).toEqual(['kind']);
});

test('a GIRO number that names another account than the IBAN is caught', () => {
  const other = { ...hungarian, giro: '11600006-02481630-75000008' };
  const checked = checkAccountNumbers(other, { ...strict, jurisdiction: 'HU' });
  expect(checked.ok ? [] : checked.error).toEqual([{ part: 'giro', kind: null, problem: { code: 'contradiction' } }]);
});

test('numbers are read out in groups, and told apart in a list by their last four', () => {
  expect(accountLines(russian).map(({ text }) => text)).toEqual([
    '042 202 786',
    '4070 2810 6000 0041 8273',
    '3010 1810 5000 0000 0786',
  ]);
  expect(lastFour(russian)).toBe('8273');
});

const agreement = { id: 'a', accountId: '2' } as Agreement; // no more is looked at
const account = (id: string, status: PayeeAccount['status'], agreementId = 'a') =>
  ({ id, agreementId, version: Number(id), status }) as PayeeAccount; // no more is looked at
const notice = { accountId: '2' as PayeeAccount['id'], status: 'proven', replacedBy: null } as const;

test('only the released account the agreement names is in force, and only the newest proposal waits', () => {
  const accounts = [account('1', 'superseded'), account('2', 'released'), account('3', 'proposed')];
  expect(accountInForce(agreement, accounts)?.id).toBe('2');
  expect(openProposal(agreement, accounts)?.id).toBe('3');
  expect(accountInForce(agreement, [account('2', 'proposed')])).toBeNull();
  expect(accountInForce(agreement, [account('2', 'released', 'other')])).toBeNull();
});

test('a notice must be renewed once its account is out of force, unless another one has taken its place', () => {
  expect(needsRenewal(notice, [account('2', 'released')])).toBe(false);
  expect(needsRenewal(notice, [account('2', 'superseded')])).toBe(true);
  expect(needsRenewal(notice, [])).toBe(true);
  expect(needsRenewal({ ...notice, status: 'withdrawn' }, [])).toBe(false);
  expect(needsRenewal({ ...notice, accountId: null }, [])).toBe(false);
});
