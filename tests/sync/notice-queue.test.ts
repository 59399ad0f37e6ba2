import { enqueueNoticeHandoff } from '@cession/server/handoff/enqueue-notice-handoff.ts';
import { listNoticeQueue } from '@cession/server/handoff/list-notice-queue.ts';
import { showNoticeHandoff } from '@cession/server/handoff/show-notice-handoff.ts';
import { showNotice } from '@cession/server/notice/show-notice.ts';
import type { NoticeWork } from '@cession/server/notice/notice-work.ts';
import { payeeAccounts } from '@cession/shared/notice/agreement.ts';
import { notices, type CeremonyId, type CeremonyOutcome, type Notice } from '@cession/shared/notice/notice.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, openNoticeWorld, type NoticeCompany, type NoticeWorld } from './notice-world.ts';

let world: NoticeWorld;
let work: NoticeWork;
beforeAll(async () => {
  world = await openNoticeWorld();
  work = { ...world.work, enqueueNoticeHandoff };
});
afterAll(() => world.stop());

type Show = 'waiting' | 'mine' | 'done';
type Who = 'dora' | 'emil' | 'cili';
const list = (company: NoticeCompany, who: Who, show: Show = 'waiting', search = '') =>
  listNoticeQueue(world, company.who(who), { show, search });
const item = (company: NoticeCompany, ceremonyId: CeremonyId) =>
  showNoticeHandoff(world, company.who('dora'), { ceremonyId });

/** Presented by Anna with this outcome, arrived and proven. */
async function presented(company: NoticeCompany, outcome: CeremonyOutcome = 'acknowledged') {
  const notice = await company.prepare('anna');
  const played = await company.play('anna', notice, await company.enrol('anna'), { outcome });
  world.wait(10);
  expect((await company.send('anna', played)).state).toBe('applied');
  await company.workOff(work);
  return { notice, ceremonyId: played.bundle.ceremonyId };
}

describe('a proven notice comes before accounting', () => {
  test('with the hashes of what was sealed, due within one business day of the seal', async () => {
    const company = await world.openCompany();
    const { notice, ceremonyId } = await presented(company);
    const { rows, counts } = await list(company, 'dora');
    expect(rows).toMatchObject([{ ceremonyId, number: notice.number, outcome: 'acknowledged', ownerName: 'anna' }]);
    expect(counts).toEqual({ waiting: 1, pastDue: 0, mine: 0, done: 0 });
    const { handoff, accountInForce, data } = must(await item(company, ceremonyId));
    const ceremony = await company.ceremony(ceremonyId);
    expect(handoff).toMatchObject({
      ...{ sealedSha256: ceremony.seal?.sha256, dataSha256: notice.dataSha256, head: ceremony.head },
      ...{ bundleSha256: ceremony.bundleSha256, accountId: notice.accountId, accountVersion: 1 },
    });
    // Sealed on a Tuesday at ten past one in Budapest.
    expect(handoff.dueAt).toBe('2026-11-25T12:10:00.000Z');
    expect(accountInForce).toBe(true);
    expect(data).toEqual(notice.data);
  });

  test('once, however often the sealing job runs', async () => {
    const company = await world.openCompany();
    const { ceremonyId } = await presented(company);
    await company.perform('dora', 'notice.take', { ceremonyId });
    for (const kind of ['ceremony-prove', 'ceremony-prove'])
      world.asked.push({ kind, subject: { companyId: company.companyId, id: ceremonyId } });
    await company.workOff(work);
    expect((await list(company, 'dora', 'mine')).rows.map((row) => row.ceremonyId)).toEqual([ceremonyId]);
    expect((await list(company, 'dora')).rows).toHaveLength(1);
  });

  test('or not at all: a seal without its place in the queue is not kept either', async () => {
    const company = await world.openCompany();
    const notice = await company.prepare('anna');
    const played = await company.play('anna', notice, await company.enrol('anna'));
    world.wait(10);
    await company.send('anna', played);
    const killed: NoticeWork = { ...work, enqueueNoticeHandoff: () => Promise.reject(new Error('killed')) };
    const again = [...world.asked];
    await expect(company.workOff(killed)).rejects.toThrow('killed');
    expect((await company.ceremony(played.bundle.ceremonyId)).seal).toBeNull();
    expect((await list(company, 'dora')).rows).toEqual([]);
    world.asked.push(...again);
    await company.workOff(work);
    expect((await list(company, 'dora')).rows).toHaveLength(1);
  });

  test.each([
    ['with-exceptions', 1],
    ['received-only', 1],
    ['refused', 1],
    ['wrong-person', 0],
    ['absent', 0],
  ] as const)('%s: %d in the queue', async (outcome, expected) => {
    const company = await world.openCompany();
    await presented(company, outcome);
    expect((await list(company, 'dora')).rows.map((row) => row.outcome)).toEqual(expected === 1 ? [outcome] : []);
  });

  test('found by the name of the debtor or the number, and by nobody of another company', async () => {
    const [company, other] = [await world.openCompany(), await world.openCompany()];
    const { notice, ceremonyId } = await presented(company);
    expect((await list(company, 'dora', 'waiting', notice.number.slice(0, 5))).rows).toHaveLength(1);
    expect((await list(company, 'dora', 'waiting', notice.data.debtor.legalName.slice(2, 9))).rows).toHaveLength(1);
    expect((await list(company, 'dora', 'waiting', 'nobody%')).rows).toEqual([]);
    expect((await list(other, 'dora')).rows).toEqual([]);
    expect(await item(other, ceremonyId)).toBeNull();
    expect((await other.perform('dora', 'notice.take', { ceremonyId })).refusal?.code).toBe('queue.not-waiting');
    expect(await showNotice(world.database, other.who('cili'), { noticeId: notice.id })).toBeNull();
  });
});

describe('two accountants', () => {
  test('never hold one notice: twenty times both open it in the same moment', async () => {
    const company = await world.openCompany();
    const { ceremonyId } = await presented(company);
    for (let round = 0; round < 20; round += 1) {
      const verdicts = await Promise.all(
        (['dora', 'emil'] as const).map((who) => company.perform(who, 'notice.take', { ceremonyId })),
      );
      const states = verdicts.map(({ state }) => state);
      expect(states.toSorted()).toEqual(['applied', 'rejected']);
      const winner = states[0] === 'applied' ? 'dora' : 'emil';
      const refused = verdicts.find(({ state }) => state === 'rejected');
      expect(refused?.refusal).toEqual({ code: 'queue.held', by: company.who(winner).userId });
      expect((await company.perform(winner, 'notice.put-back', { ceremonyId })).state).toBe('applied');
    }
  });

  test('the second may take it once fifteen minutes have passed without work', async () => {
    const company = await world.openCompany();
    const { ceremonyId } = await presented(company);
    await company.perform('dora', 'notice.take', { ceremonyId });
    world.wait(10);
    // Work on it: the lease begins again.
    await company.perform('dora', 'notice.take', { ceremonyId });
    world.wait(14);
    expect((await company.perform('emil', 'notice.take', { ceremonyId })).refusal?.code).toBe('queue.held');
    world.wait(2);
    expect((await company.perform('emil', 'notice.take', { ceremonyId })).state).toBe('applied');
    const late = await company.perform('dora', 'notice.file', { ceremonyId, note: '' });
    expect(late.refusal?.code).toBe('queue.not-yours');
  });
});

describe('filing', () => {
  test('is done by whoever holds it, with a note, and for good', async () => {
    const company = await world.openCompany();
    const { ceremonyId } = await presented(company);
    const file = (who: 'dora' | 'emil') => company.perform(who, 'notice.file', { ceremonyId, note: ' Ledger 311-04 ' });
    expect((await file('dora')).refusal?.code).toBe('queue.not-yours');
    await company.perform('dora', 'notice.take', { ceremonyId });
    expect((await file('emil')).refusal?.code).toBe('queue.not-yours');
    expect((await file('dora')).state).toBe('applied');
    expect((await file('dora')).refusal?.code).toBe('queue.not-yours');
    expect((await company.perform('dora', 'notice.take', { ceremonyId })).refusal?.code).toBe('queue.not-waiting');
    expect((await list(company, 'dora')).rows).toEqual([]);
    const { row, handoff } = must(await item(company, ceremonyId));
    expect(row).toMatchObject({ state: 'done', heldBy: null, filedByName: 'dora', filedAt: world.now() });
    expect(handoff.note).toBe('Ledger 311-04');
  });

  test('is accounting’s alone: neither the rep nor the coordinator can', async () => {
    const company = await world.openCompany();
    const { ceremonyId } = await presented(company);
    for (const who of ['anna', 'cili', 'admin'] as const)
      for (const name of ['notice.take', 'notice.put-back', 'notice.file'])
        expect((await company.perform(who, name, { ceremonyId, note: '' })).refusal?.code).toBe('permission.denied');
  });
});

describe('what the desk sees of a notice', () => {
  test('tells accounting when the account in it is not in force any more', async () => {
    const company = await world.openCompany();
    const { notice, ceremonyId } = await presented(company);
    await supersede(company, notice);
    expect(must(await item(company, ceremonyId)).accountInForce).toBe(false);
    expect(must(await showNotice(world.database, company.who('cili'), { noticeId: notice.id })).needsRenewal).toBe(
      true,
    );
  });

  test('gives the debtor’s telephone numbers to the coordinator, and to accounting none', async () => {
    const company = await world.openCompany();
    const { notice } = await presented(company);
    await world.spine.changeRows(company.companyId, async ({ load }) => {
      const row = must(await load(notices.ref(notice.id)));
      return [notices.put({ ...row, numbersOnFile: ['+36 1 555 0142'] })];
    });
    const of = async (who: 'cili' | 'dora') =>
      must(await showNotice(world.database, company.who(who), { noticeId: notice.id }));
    expect(await of('cili')).toMatchObject({ numbersHidden: false, notice: { numbersOnFile: ['+36 1 555 0142'] } });
    expect(await of('dora')).toMatchObject({ numbersHidden: true, notice: { numbersOnFile: [] } });
    expect((await of('cili')).gate.filter(({ met }) => met).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['notice-received', 'instruction-received', 'account-released']),
    );
  });

  test('counts two business days for a proof the debtor asked for, until it is given', async () => {
    const company = await world.openCompany();
    const { notice } = await presented(company);
    const asked = async () =>
      (await showNotice(world.database, company.who('cili'), { noticeId: notice.id }))?.proofAsked;
    // A Tuesday at noon: due on Thursday at noon.
    const later = (outcome: string) =>
      company.perform('cili', 'notice.record-later', { noticeId: notice.id, outcome, on: ASKED_AT, note: 'letter' });
    expect(await asked()).toBeNull();
    await later('proof-requested');
    expect(await asked()).toEqual({ at: ASKED_AT, dueAt: '2026-11-26T11:00:00.000Z' });
    await later('proof-given');
    expect(await asked()).toBeNull();
  });
});

const ASKED_AT = '2026-11-24T11:00:00.000Z';

/** What a released successor does to the account a notice names. */
function supersede(company: NoticeCompany, { accountId }: Notice): Promise<void> {
  return world.spine.changeRows(company.companyId, async ({ load }) => {
    const account = must(await load(payeeAccounts.ref(must(accountId))));
    return [payeeAccounts.put({ ...account, status: 'superseded' })];
  });
}
