import type { Agreement, PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { expect, test } from 'vitest';
import { agreementNeeds, changedFrom } from './agreement-state.ts';

const agreement = { id: 'a', accountId: '1', status: 'open', jurisdiction: 'HU', recourse: true, registerEntry: null };
const open = agreement as Agreement; // as much of an agreement as the list looks at
const version = (id: string, status: PayeeAccount['status']) =>
  ({ id, agreementId: 'a', version: Number(id), status }) as PayeeAccount; // no more is looked at

test('an agreement says everything it waits for, and an ended one nothing', () => {
  expect(agreementNeeds({ ...open, accountId: null }, [])).toEqual(['account', 'register-entry']);
  expect(agreementNeeds(open, [version('1', 'released'), version('2', 'proposed')])).toEqual([
    'second-signature',
    'register-entry',
  ]);
  expect(agreementNeeds({ ...open, status: 'ended' }, [])).toEqual([]);
  expect(agreementNeeds({ ...open, jurisdiction: 'EU' }, [version('1', 'released')])).toEqual([]);
});

test('a version is compared with the one that was in force, not with one that was turned down', () => {
  const versions = [version('3', 'proposed'), version('2', 'rejected'), version('1', 'released')];
  expect(versions.map((each) => changedFrom(each, versions)?.id)).toEqual(['1', '1', undefined]);
});
