import { startNoticeWork } from '@cession/server/notice/start-notice-work.ts';
import type { NoticeWork } from '@cession/server/notice/notice-work.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPerson } from '@cession/server/people/create-person.ts';
import { createAuth } from '@cession/server/people/auth.ts';
import { openNoticeWorld, type NoticeCompany, type NoticeWorld } from './notice-world.ts';

const DAYS = 24 * 60;
let world: NoticeWorld;
let company: NoticeCompany;

beforeAll(async () => {
  world = await openNoticeWorld();
  company = await world.openCompany();
  // The look at what was left behind goes through the companies that have members.
  const auth = createAuth({
    ...{ database: world.database, publicUrl: 'http://localhost:8787', addressHeader: 'x' },
    secret: 'a secret that is long enough for a test',
  });
  const person = { name: 'anna', email: 'anna@minta.example', password: 'a long password' };
  const { companyId } = company;
  await createPerson({ database: world.database, auth }, { ...person, companyId, roles: ['rep'] });
});
beforeEach(() => {
  world.asked.length = 0;
  world.logged.length = 0;
});
afterAll(() => world.stop());

async function startAgain(): Promise<void> {
  const jobs = { ...world.work.jobs, work: async () => undefined, stop: async () => undefined };
  const work: NoticeWork & { jobs: typeof jobs } = { ...world.work, jobs };
  const running = await startNoticeWork(work, { after: () => ({ cancel: () => undefined }) });
  await running.stop();
}

describe('a start of the server', () => {
  test('asks again for what the queue has lost', async () => {
    const device = await company.enrol('anna');
    const played = await company.play('anna', await company.prepare('anna'), device);
    world.wait(60);
    await company.send('anna', played);
    world.asked.length = 0;
    await startAgain();
    const subject = { companyId: company.companyId, id: played.summary.ceremonyId };
    expect(world.asked).toEqual([{ kind: 'ceremony-prove', subject }]);
    await company.workOff();
    await startAgain();
    expect(world.asked).toEqual([]);
  });

  test('says in the log when the seal ends soon, and that nothing is sealed once it has ended', async () => {
    await startAgain();
    expect(world.logged.filter(({ event }) => event.startsWith('seal.'))).toEqual([]);
    world.wait(680 * DAYS);
    await startAgain();
    expect(world.logged.map(({ event }) => event)).toEqual(['seal.expires-soon']);
    world.wait(60 * DAYS);
    await startAgain();
    expect(world.logged.map(({ event }) => event)).toContain('seal.expired');
  });
});
