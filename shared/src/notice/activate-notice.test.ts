import { expect, test } from 'vitest';
import type { Instant } from '../kernel/instant.ts';
import type { MutationContext } from '../sync/mutator.ts';
import { activateNotice } from './activate-notice.ts';
import type { Notice } from './notice.ts';

const context: MutationContext = {
  mutationId: 'm',
  actor: { userId: 'coordinator', companyId: 'company', roles: ['coordinator'] },
  performedAt: '2026-11-20T09:00:00.000Z' as Instant,
  receivedAt: null,
};
const args = {
  noticeId: 'notice' as Notice['id'],
  agreementId: 'agreement' as Notice['agreementId'],
  ...{ accountId: null, limitId: null, ceremonyId: null },
};
const nothing = { supplier: null, agreement: null, account: null, limit: null, ceremony: null };
const bare = {
  ...{ id: 'notice', cardId: 'card', agreementId: 'agreement', accountId: null, ceremonyId: null, status: 'proven' },
  ...{ replacedBy: null, activatedAt: null, facts: {}, callBacks: [], numbersOnFile: [] },
  data: { jurisdiction: 'HU', sender: 'supplier', agreement: { recourse: true } },
} as unknown as Notice; // what activating looks at

const activate = (notice: Notice | null) => activateNotice.decide({ notice, ...nothing }, args, context);

test('a notice is not made active while its gate lacks a line, and the lines are named', () => {
  const missing = expect.arrayContaining([
    'supplier-signature',
    'limit',
    'register-entry',
    'notice-received',
    'call-back',
  ]);
  expect(activate(bare)).toMatchObject({ ok: false, error: { code: 'notice.gate', missing } });
});

test.each([
  [{ status: 'withdrawn' }, 'notice.withdrawn'],
  [{ replacedBy: 'newer' }, 'notice.replaced'],
])('a notice with %o is not made active at all', (change, code) => {
  expect(activate({ ...bare, ...change } as Notice)).toMatchObject({ ok: false, error: { code } });
});

test('an active notice stays as it is, and one nobody knows is refused', () => {
  const active = { ...bare, activatedAt: '2026-11-19T09:00:00.000Z' as Instant };
  expect(activate(active)).toEqual({ ok: true, value: [] });
  expect(activate(null)).toMatchObject({ error: { code: 'notice.not-found' } });
});
