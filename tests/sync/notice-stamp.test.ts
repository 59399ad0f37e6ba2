import { sealedPaperTable } from '@cession/server/notice/notice-tables.ts';
import type { NoticeWork } from '@cession/server/notice/notice-work.ts';
import { timestampAuthorities } from '@cession/server/notice/seal/timestamp-authority.ts';
import { stampPaper } from '@cession/server/notice/stamp-paper.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeAuthority, startFakeTsa, type Lie } from '../support/fake-tsa.ts';
import { openNoticeWorld, type NoticeCompany, type NoticeWorld } from './notice-world.ts';

let world: NoticeWorld;
let company: NoticeCompany;

beforeAll(async () => {
  world = await openNoticeWorld();
});
beforeEach(async () => {
  world.asked.length = 0;
  world.logged.length = 0;
  company = await world.openCompany();
});
afterAll(() => world.stop());

const clock = () => new Date(world.now());

/** The same work with an authority that may lie. */
async function withAuthority(lie?: Lie): Promise<NoticeWork> {
  const authority = await makeAuthority(clock());
  const tsa = await startFakeTsa(authority, clock, lie);
  onTestFinished(() => tsa.stop());
  return { ...world.work, stamping: stamping([tsa.url], authority.root) };
}

function stamping(urls: readonly string[], root: Uint8Array): NoticeWork['stamping'] {
  const authorities = timestampAuthorities({ urls, timeoutMs: 500, now: clock, trustedRoots: [root] });
  return { authorities, roots: [root] };
}

async function sealed(work: NoticeWork) {
  const device = await company.enrol('anna');
  const notice = await company.prepare('anna');
  const { raw, summary } = await company.play('anna', notice, device);
  world.wait(60);
  await company.send('anna', { raw, summary });
  await company.workOff(work);
  const subject = { companyId: company.companyId, id: summary.ceremonyId };
  expect((await company.ceremony(subject.id)).stage).toBe('sealed');
  expect(world.asked).toEqual([{ kind: 'ceremony-stamp', subject }]);
  return subject;
}

const papers = () => company.ask((tx) => tx.select().from(sealedPaperTable));

describe('the timestamp on a sealed paper', () => {
  test('is added later: both copies stay, and the row knows both hashes', async () => {
    const work = await withAuthority();
    const subject = await sealed(work);
    const before = (await company.ceremony(subject.id)).seal;
    await company.workOff(work);
    const { stage, seal } = await company.ceremony(subject.id);
    expect(stage).toBe('stamped');
    expect(seal).toMatchObject({ level: 'B-T', earlierSha256: [before?.sha256], sealedAt: before?.sealedAt });
    expect(seal?.stampedAt?.slice(0, 10)).toBe(world.now().slice(0, 10));
    expect(new Set((await papers()).map(({ sha256 }) => sha256))).toEqual(new Set([before?.sha256, seal?.sha256]));
  });

  test('is put there once, however often it is asked for', async () => {
    const work = await withAuthority();
    const subject = await sealed(work);
    await Promise.all([stampPaper(work, subject), stampPaper(work, subject)]);
    await stampPaper(work, subject);
    expect(await papers()).toHaveLength(2);
  });

  test.each([
    ['wrong-imprint', 'wrong-imprint'],
    ['wrong-nonce', 'wrong-nonce'],
    ['wrong-time', 'wrong-time'],
    ['bad-signature', 'bad-signature'],
    ['garbage', 'garbage'],
  ] as const)('of an authority that lies is refused, logged and asked for again: %s', async (lie, problem) => {
    const work = await withAuthority(lie);
    const subject = await sealed(work);
    await expect(stampPaper(work, subject)).rejects.toThrow('no authority');
    expect(await company.ceremony(subject.id)).toMatchObject({ stage: 'sealed', seal: { level: 'B-B' } });
    expect(await papers()).toHaveLength(1);
    expect(world.logged.find(({ event }) => event === 'stamp.refused')?.fields).toMatchObject({
      tried: [{ problem }],
    });
  });

  test('waits while the authority is down, and comes when it is back', async () => {
    const authority = await makeAuthority(clock());
    const down = { ...world.work, stamping: stamping(['http://127.0.0.1:9/'], authority.root) };
    const subject = await sealed(down);
    await expect(stampPaper(down, subject)).rejects.toThrow('no authority');
    expect((await company.ceremony(subject.id)).seal?.level).toBe('B-B');
    await stampPaper(await withAuthority(), subject);
    expect((await company.ceremony(subject.id)).seal?.level).toBe('B-T');
  });

  test('is not made up where no authority is configured', async () => {
    const device = await company.enrol('anna');
    const { raw, summary } = await company.play('anna', await company.prepare('anna'), device);
    world.wait(60);
    await company.send('anna', { raw, summary });
    await company.workOff();
    expect(world.asked).toEqual([]);
    expect((await company.ceremony(summary.ceremonyId)).seal).toMatchObject({ level: 'B-B', stampedAt: null });
  });
});
