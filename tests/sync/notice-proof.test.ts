import { generateKeyPairSync } from 'node:crypto';
import { rememberServerKey } from '@cession/server/notice/known-server-keys.ts';
import { signerOf } from '@cession/server/notice/server-key.ts';
import { sealCeremony } from '@cession/server/notice/seal-ceremony.ts';
import { verifyCeremony } from '@cession/server/notice/verify-ceremony.ts';
import { sealedPaperTable, bundleTable } from '@cession/server/notice/notice-tables.ts';
import { serverCrypto } from '@cession/server/notice/evidence-crypto.ts';
import { CEREMONY_OUTCOMES, type CeremonyId } from '@cession/shared/notice/notice.ts';
import { verifyReceipt } from '@cession/shared/notice/signed-text.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { must, openNoticeWorld, sha256, SIGNER, type NoticeCompany, type NoticeWorld } from './notice-world.ts';

let world: NoticeWorld;
let company: NoticeCompany;

beforeAll(async () => {
  world = await openNoticeWorld();
});
beforeEach(async () => {
  world.asked.length = 0;
  company = await world.openCompany();
});
afterAll(() => world.stop());

/** Annas's ceremony, sent an hour later. */
async function sent(how: Parameters<NoticeCompany['play']>[3] = {}) {
  const device = await company.enrol('anna');
  const notice = await company.prepare('anna');
  const played = await company.play('anna', notice, device, how);
  world.wait(60);
  expect(await company.send('anna', played)).toMatchObject({ state: 'applied' });
  return { device, notice, played, id: played.summary.ceremonyId };
}

const papersOf = (id: CeremonyId) =>
  company
    .ask((tx) => tx.select().from(sealedPaperTable))
    .then((papers) => papers.filter(({ ceremonyId }) => ceremonyId === id));

describe('evidence that arrives', () => {
  test('is kept to the byte, and the receipt for it verifies with the key the phone was given', async () => {
    const { played, id } = await sent();
    const ceremony = await company.ceremony(id);
    const receipt = must(ceremony.receipt);
    expect(receipt).toMatchObject({ bundleSha256: sha256(played.raw), head: played.summary.head });
    expect(await verifyReceipt(receipt, world.signer.publicKey, serverCrypto)).toBe(true);
    expect(await verifyReceipt({ ...receipt, head: sha256('x') }, world.signer.publicKey, serverCrypto)).toBe(false);
    expect((await company.file(id))?.kept.raw).toBe(played.raw);
    expect(ceremony).toMatchObject({ stage: 'received', receivedAt: receipt.receivedAt });
  });

  test('twice is kept once, with one receipt and one seal', async () => {
    const { played, id } = await sent();
    const before = await company.ceremony(id);
    expect(await company.send('anna', played)).toMatchObject({ state: 'rejected', refusal: { code: 'ceremony.kept' } });
    expect(await company.ceremony(id)).toEqual(before);
    await company.workOff();
    expect(await papersOf(id)).toHaveLength(1);
  });

  test('under an id that is taken is refused, and kept all the same for a person to look at', async () => {
    const { notice, device, id } = await sent();
    const other = await company.play('anna', notice, device, { ceremonyId: id, outcome: 'refused' });
    expect(await company.send('anna', other)).toMatchObject({ refusal: { code: 'ceremony.differs' } });
    const kept = await company.ask((tx) => tx.select().from(bundleTable));
    expect(kept.map(({ raw }) => raw)).toContain(other.raw);
    await company.workOff();
    expect(await company.ceremony(id)).toMatchObject({ stage: 'sealed', remarks: ['second-bundle'] });
  });

  test.each(CEREMONY_OUTCOMES)('is verified and sealed, however it ended: %s', async (outcome) => {
    const { id, notice } = await sent({ outcome });
    world.handedOff.length = 0;
    await company.workOff();
    const ceremony = await company.ceremony(id);
    expect(ceremony.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(ceremony).toMatchObject({ stage: 'sealed', seal: { level: 'B-B', stampedAt: null } });
    const [paper] = await papersOf(id);
    expect(paper?.sha256).toBe(ceremony.seal?.sha256);
    expect(sha256(must(paper ?? null).bytes)).toBe(paper?.sha256);
    const reached = outcome !== 'absent' && outcome !== 'wrong-person';
    expect((await company.notice(notice.id)).status).toBe(reached ? 'proven' : 'prepared');
    expect(world.handedOff).toEqual(reached ? [id] : []);
  });

  test.each(['typed', 'mark'] as const)('is sealed when the name was given otherwise: %s', async (method) => {
    const { id } = await sent({ method });
    await company.workOff();
    expect((await company.ceremony(id)).stage).toBe('sealed');
  });
});

describe('a process that dies', () => {
  test('between verifying and sealing leaves the rest to the next', async () => {
    const { id } = await sent();
    const subject = { companyId: company.companyId, id };
    await verifyCeremony(world.work, subject);
    expect((await company.ceremony(id)).stage).toBe('verified');
    await company.workOff();
    expect((await company.ceremony(id)).stage).toBe('sealed');
  });

  test('I16: between sealing and storing leaves no seal behind, and the next makes the only one', async () => {
    const { id } = await sent();
    const subject = { companyId: company.companyId, id };
    await verifyCeremony(world.work, subject);
    const dying = {
      ...world.work,
      enqueueNoticeHandoff: () => Promise.reject(new Error('killed')),
    };
    await expect(sealCeremony(dying, subject)).rejects.toThrow('killed');
    expect(await papersOf(id)).toEqual([]);
    expect((await company.ceremony(id)).stage).toBe('verified');
    await sealCeremony(world.work, subject);
    expect(await papersOf(id)).toHaveLength(1);
  });

  test('I16: is not missed by two that do its work at once: one seal, one row', async () => {
    const { id } = await sent();
    const subject = { companyId: company.companyId, id };
    await Promise.all([verifyCeremony(world.work, subject), verifyCeremony(world.work, subject)]);
    await Promise.all([sealCeremony(world.work, subject), sealCeremony(world.work, subject)]);
    const papers = await papersOf(id);
    expect(papers).toHaveLength(1);
    expect((await company.ceremony(id)).seal?.sha256).toBe(papers[0]?.sha256);
  });
});

describe('evidence that does not fit', () => {
  const failedCheck = async (id: string) => (await company.ceremony(id)).checks.find(({ ok }) => !ok)?.check;

  test('waits for a person, with the exact check, and so does its notice', async () => {
    const device = await company.enrol('anna');
    const notice = await company.prepare('anna');
    const played = await company.play('anna', notice, device);
    const events = played.bundle.events.map((event, place) =>
      place === 3 && event.body.type === 'section-read'
        ? { ...event, body: { ...event.body, data: { ...event.body.data, ms: 1 } } }
        : event,
    );
    const { canonicalJson } = await import('@cession/shared/kernel/canonical-json.ts');
    const raw = canonicalJson({ ...played.bundle, events });
    await company.send('anna', { raw, summary: { ...played.summary, bundleSha256: sha256(raw) } });
    await company.workOff();
    expect(await company.ceremony(played.summary.ceremonyId)).toMatchObject({ stage: 'review', seal: null });
    expect(await failedCheck(played.summary.ceremonyId)).toBe('chain.hashes');
    expect((await company.notice(notice.id)).status).toBe('review');
  });

  test('because the summary beside it says something else is named so', async () => {
    const device = await company.enrol('anna');
    const notice = await company.prepare('anna');
    const { raw, summary } = await company.play('anna', notice, device, { outcome: 'refused' });
    world.wait(60);
    await company.send('anna', { raw, summary: { ...summary, outcome: 'acknowledged' } });
    await company.workOff();
    expect(await failedCheck(summary.ceremonyId)).toBe('summary.match');
  });

  test('because nobody enrolled the device is named so', async () => {
    const { makeDevice } = await import('@cession/server/notice/cli/made-device.ts');
    const notice = await company.prepare('anna');
    const { raw, summary } = await company.play('anna', notice, await makeDevice());
    await company.send('anna', { raw, summary });
    await company.workOff();
    expect(await failedCheck(summary.ceremonyId)).toBe('device.known');
  });

  test('because it is no evidence at all is kept and named so, and can only be set aside', async () => {
    const device = await company.enrol('anna');
    const notice = await company.prepare('anna');
    const { summary } = await company.play('anna', notice, device);
    const raw = '{"not":"evidence"}';
    await company.send('anna', { raw, summary: { ...summary, bundleSha256: sha256(raw) } });
    await company.workOff();
    const { ceremonyId } = summary;
    expect(await failedCheck(ceremonyId)).toBe('bundle.schema');
    const decide = (decision: string) =>
      company.perform('cili', 'ceremony.decide', { ceremonyId, noticeId: notice.id, decision, because: 'looked' });
    expect(await decide('accept')).toMatchObject({ refusal: { code: 'ceremony.unreadable' } });
    expect(await decide('set-aside')).toMatchObject({ state: 'applied' });
    expect(await company.notice(notice.id)).toMatchObject({ status: 'prepared', ceremonyId: null, facts: {} });
  });

  test('is sealed once a coordinator accepts it, who is not its witness', async () => {
    const device = await company.enrol('anna');
    const notice = await company.prepare('anna');
    const { raw, summary } = await company.play('anna', notice, device);
    world.wait(60);
    await company.send('anna', { raw, summary: { ...summary, signerNames: ['Somebody Else'] } });
    await company.workOff();
    const { ceremonyId } = summary;
    const args = { ceremonyId, noticeId: notice.id, decision: 'accept', because: 'The name was corrected by hand.' };
    expect(await company.perform('anna', 'ceremony.decide', args)).toMatchObject({
      refusal: { code: 'permission.denied' },
    });
    expect(await company.perform('cili', 'ceremony.decide', args)).toMatchObject({ state: 'applied' });
    await company.workOff();
    const ceremony = await company.ceremony(ceremonyId);
    expect(ceremony).toMatchObject({ stage: 'sealed', decided: { decision: 'accept' } });
    expect(ceremony.checks.find(({ ok }) => !ok)?.check).toBe('summary.match');
    expect((await company.notice(notice.id)).status).toBe('proven');
    expect(await company.perform('cili', 'ceremony.decide', args)).toMatchObject({
      refusal: { code: 'ceremony.not-waiting' },
    });
  });

  test('of another company is not there at all', async () => {
    const { id, notice, played } = await sent();
    const stranger = await world.openCompany();
    expect(await stranger.file(id)).toBeNull();
    expect(await stranger.ask((tx) => tx.select().from(bundleTable))).toEqual([]);
    expect(await stranger.send('anna', played)).toMatchObject({ refusal: { code: 'notice.not-found' } });
    const args = { ceremonyId: id, noticeId: notice.id, decision: 'accept', because: 'ours' };
    expect(await stranger.perform('cili', 'ceremony.decide', args)).toMatchObject({
      refusal: { code: 'ceremony.not-found' },
    });
  });
});

describe('a server whose key was changed', () => {
  test('still knows the beacons of the one before, and no others', async () => {
    const before = await signerOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    const { id } = await sent({ beacon: await before.beacon(world.now(), 'nonce') });
    const { id: later } = await sent({ beacon: await before.beacon(world.now(), 'nonce') });
    const subject = { companyId: company.companyId, id };
    await verifyCeremony(world.work, subject);
    expect((await company.ceremony(id)).checks.find(({ ok }) => !ok)?.check).toBe('beacon.signature');
    await rememberServerKey(world.database, before, world.now());
    await verifyCeremony(world.work, { ...subject, id: later });
    expect((await company.ceremony(later)).stage).toBe('verified');
  });
});

describe('what was typed with signs no font has', () => {
  test('is sealed all the same, with the sign spelled out', async () => {
    const { id, played } = await sent({ signers: [{ ...SIGNER, title: 'CFO 😀\nBudapest' }] });
    await company.workOff();
    expect(played.raw).toContain('😀');
    expect((await company.ceremony(id)).stage).toBe('sealed');
  });
});
