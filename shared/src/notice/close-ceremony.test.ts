import { describe, expect, test } from 'vitest';
import type { Instant } from '../kernel/instant.ts';
import type { ArgsOf, MutationContext } from '../sync/mutator.ts';
import type { Ceremony } from './ceremony.ts';
import { closeCeremony } from './close-ceremony.ts';
import { recordLater } from './record-later.ts';
import type { Notice } from './notice.ts';
import { mayBePresented } from './may-be-presented.ts';

type Args = ArgsOf<typeof closeCeremony>;

const AT = '2026-11-20T10:00:00.000Z' as Instant;
const LATER = '2026-11-23T10:00:00.000Z' as Instant;
const context = (receivedAt: Instant | null = null): MutationContext => ({
  mutationId: 'm',
  actor: { userId: 'rep', companyId: 'company', roles: ['rep'] },
  performedAt: AT,
  receivedAt,
});
const prepared = {
  ...{ id: 'notice', cardId: 'card', ownerId: 'rep', audienceIds: ['rep'], accountId: 'account' },
  ...{ status: 'prepared', outcome: null, ceremonyId: null, attempts: 0, refusals: 0, facts: {}, replacedBy: null },
} as unknown as Notice; // what closing looks at
const said: Args = {
  ...{ ceremonyId: 'one' as Args['ceremonyId'], noticeId: prepared.id, outcome: 'acknowledged', bundle: '{}' },
  ...{ bundleSha256: 'b'.repeat(64), head: 'c'.repeat(64), pdfSha256: 'd'.repeat(64), deviceKey: 'k'.repeat(43) },
  ...{ signerNames: ['Anna'], closedAt: AT, happenedAt: AT, objections: { stated: 'not-stated' } },
  ...{ debtConfirmed: false, defencesWaived: false },
};

function close(args: Partial<Args>, notice = prepared, receivedAt: Instant | null = null) {
  const done = closeCeremony.decide({ notice, same: null }, { ...said, ...args }, context(receivedAt));
  if (!done.ok) throw new Error(done.error.code);
  const rowOf = (table: string) => done.value.find((change) => change.table === table);
  const [ceremony, after] = [rowOf('ceremonies'), rowOf('notices')];
  return {
    ceremony: ceremony?.op === 'put' ? (ceremony.row as Ceremony) : null, // rows of that table
    notice: after?.op === 'put' ? (after.row as Notice) : null, // rows of that table
  };
}

describe('what a ceremony proves is written down fact by fact', () => {
  test('a signed receipt is a receipt and no confirmation of the debt', () => {
    const { notice } = close({});
    expect(Object.keys(notice?.facts ?? {}).toSorted()).toEqual([
      'acknowledged',
      'instructionReceived',
      'noticeReceived',
    ]);
    expect(notice).toMatchObject({ status: 'closed', outcome: 'acknowledged', ceremonyId: 'one', attempts: 1 });
  });

  test('confirming the debt and giving up objections are facts of their own, each only when ticked', () => {
    expect(close({ debtConfirmed: true }).notice?.facts).toHaveProperty('debtConfirmed');
    expect(close({ debtConfirmed: true }).notice?.facts).not.toHaveProperty('defencesWaived');
    expect(close({ defencesWaived: true }).notice?.facts).toHaveProperty('defencesWaived');
  });

  test('a refusal is a receipt all the same, and nothing was acknowledged', () => {
    const { notice } = close({ outcome: 'refused', debtConfirmed: true, signerNames: [] });
    expect(Object.keys(notice?.facts ?? {}).toSorted()).toEqual(['instructionReceived', 'noticeReceived']);
    expect(notice).toMatchObject({ status: 'closed', refusals: 1 });
  });

  test('objections are written down as stated; silence is not "none"', () => {
    expect(close({}).notice?.facts.objectionsStated).toBeUndefined();
    expect(close({ objections: { stated: 'none' } }).notice?.facts.objectionsStated).toMatchObject({ note: '' });
    const listed = close({ outcome: 'with-exceptions', objections: { stated: 'list', text: 'invoice 7 is paid' } });
    expect(listed.notice?.facts.objectionsStated).toMatchObject({ note: 'invoice 7 is paid' });
  });

  test('a notice without an instruction was received without one', () => {
    const { notice } = close({}, { ...prepared, accountId: null });
    expect(notice?.facts).not.toHaveProperty('instructionReceived');
  });

  test.each(['wrong-person', 'absent'] as const)(
    '%s proves no receipt; the notice waits for the next attempt',
    (outcome) => {
      const { notice } = close({ outcome });
      expect(notice).toMatchObject({ status: 'prepared', outcome: null, ceremonyId: null, attempts: 1, facts: {} });
    },
  );

  test('the fact is dated by the clock put right, never later than the server heard of it', () => {
    const right = '2026-11-20T09:30:00.000Z' as Instant;
    expect(close({ happenedAt: right }).notice?.facts.noticeReceived?.at).toBe(right);
    expect(close({ happenedAt: LATER }, prepared, AT).notice?.facts.noticeReceived?.at).toBe(AT);
  });
});

describe('a second ceremony', () => {
  const refused = close({ outcome: 'refused' }).notice ?? prepared;

  test('after a refusal may end in a signature; the first receipt stands', () => {
    expect(mayBePresented(refused)).toBe(true);
    const { notice } = close({ ceremonyId: 'two' as Args['ceremonyId'], happenedAt: LATER }, refused);
    expect(notice).toMatchObject({ outcome: 'acknowledged', ceremonyId: 'two', attempts: 2 });
    expect(notice?.facts.noticeReceived?.at).toBe(AT);
    expect(notice?.facts.acknowledged?.at).toBe(LATER);
  });

  test('on a notice that is signed is kept beside it and changes nothing', () => {
    const signed = close({}).notice ?? prepared;
    expect(mayBePresented(signed)).toBe(false);
    const second = close({ ceremonyId: 'two' as Args['ceremonyId'], outcome: 'refused' }, signed);
    expect(second.notice).toBeNull();
    expect(second.ceremony).toMatchObject({ id: 'two', stage: 'received', outcome: 'refused' });
  });

  test('is told apart from the same one sent again', () => {
    const decide = (bundleSha256: string) =>
      closeCeremony.decide({ notice: prepared, same: { bundleSha256 } as Ceremony }, said, context());
    expect(decide(said.bundleSha256)).toMatchObject({ error: { code: 'ceremony.kept' } });
    expect(decide('e'.repeat(64))).toMatchObject({ error: { code: 'ceremony.differs' } });
  });

  test('of somebody who has nothing to do with the notice is refused', () => {
    const notice = { ...prepared, ownerId: 'other' as Notice['ownerId'], audienceIds: [] };
    expect(closeCeremony.decide({ notice, same: null }, said, context())).toMatchObject({
      error: { code: 'notice.not-found' },
    });
  });
});

describe('what is learned without the tablet', () => {
  const later = (outcome: ArgsOf<typeof recordLater>['outcome'], notice = prepared, on = AT) =>
    recordLater.decide({ notice }, { noticeId: notice.id, outcome, on, note: 'RL 1234' }, context(LATER));
  const rowAfter = (done: ReturnType<typeof later>) => {
    const [change] = done.ok ? done.value : [];
    return change?.op === 'put' ? (change.row as Notice) : null; // rows of the one table it writes
  };

  test('the post delivers notice and instruction, and takes no signature away', () => {
    expect(rowAfter(later('by-post'))?.facts).toMatchObject({
      noticeReceived: { by: 'post' },
      instructionReceived: {},
    });
    const signed = close({}).notice ?? prepared;
    expect(rowAfter(later('by-post', signed))).toMatchObject({
      outcome: 'acknowledged',
      facts: { noticeReceived: { by: 'ceremony' } },
    });
  });

  test('the post’s word stands where the evidence of a ceremony is in doubt', () => {
    const doubted: Notice = { ...(close({}).notice ?? prepared), status: 'review' };
    expect(rowAfter(later('by-post', doubted))?.facts.noticeReceived).toMatchObject({ by: 'post' });
  });

  test('the first request for proof starts the clock, a second does not set it back', () => {
    const asked = rowAfter(later('proof-requested')) ?? prepared;
    const again = rowAfter(later('proof-requested', asked, '2026-11-22T10:00:00.000Z' as Instant));
    expect(again?.facts.proofRequested?.at).toBe(AT);
  });

  test('nothing has happened tomorrow, and only the coordinator writes down a release', () => {
    expect(later('disputed', prepared, '2027-01-01T00:00:00.000Z' as Instant)).toMatchObject({
      error: { code: 'notice.in-the-future' },
    });
    expect(later('released')).toMatchObject({ error: { code: 'notice.factor-releases' } });
  });
});
