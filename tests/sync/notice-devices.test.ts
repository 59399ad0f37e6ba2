import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { makeDevice } from '@cession/server/notice/cli/made-device.ts';
import type { PlayedDevice } from '@cession/server/notice/cli/play-ceremony.ts';
import { beaconFor, challengeDevice, devicesOf } from '@cession/server/notice/devices.ts';
import { enrolDevice } from '@cession/server/notice/enrol-device.ts';
import { serverCrypto } from '@cession/server/notice/evidence-crypto.ts';
import { revokeDevice } from '@cession/server/notice/revoke-device.ts';
import { readOrMakeServerKey } from '@cession/server/notice/server-key.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { signText, verifyBeacon } from '@cession/shared/notice/signed-text.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openNoticeWorld, type NoticeCompany, type NoticeWorld } from './notice-world.ts';

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

type Name = Parameters<NoticeCompany['who']>[0];

async function bodyFor(name: Name, device: PlayedDevice) {
  const { nonce } = await challengeDevice(world, company.who(name));
  return { nonce, publicKey: device.publicKey, label: 'tablet', build: 'test' };
}

async function inputFor(name: Name, device: PlayedDevice, before?: PlayedDevice) {
  const body = await bodyFor(name, device);
  const replaces = before && { deviceKey: before.id, signature: await signText('replace', body, before.sign) };
  return { ...body, signature: await signText('enrol', body, device.sign), replaces: replaces ?? null };
}

const enrol = (name: Name, input: Parameters<typeof enrolDevice>[2], signedInAt = world.now()) =>
  enrolDevice(world, company.who(name), input, signedInAt);

describe('a device', () => {
  test('is enrolled by its own signature and hears the time, signed by the server', async () => {
    const device = await makeDevice();
    const answer = await enrol('anna', await inputFor('anna', device));
    expect(answer).toMatchObject({ ok: true, value: { deviceKey: device.id, notBefore: world.now() } });
    const heard = await beaconFor(world, company.who('anna'), { deviceKey: device.id });
    if (!heard.ok) throw new Error(heard.error);
    expect(heard.value.revoked).toBe(false);
    expect(await verifyBeacon(heard.value.beacon, heard.value.serverKey.publicKey, serverCrypto)).toBe(true);
    const [listed] = await devicesOf(world, company.who('admin'));
    expect(listed).toMatchObject({ deviceKey: device.id, userName: 'anna', revoked: null });
  });

  test('whose answer was lost asks again and hears the same', async () => {
    const input = await inputFor('anna', await makeDevice());
    const first = await enrol('anna', input);
    world.wait(1);
    const second = await enrol('anna', input);
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value.notBefore).toBe(first.value.notBefore);
  });

  test('is not enrolled with a number that was used, is old, or was given to somebody else', async () => {
    const spent = await inputFor('anna', await makeDevice());
    await enrol('anna', spent);
    const device = await makeDevice();
    const body = { ...(await bodyFor('anna', device)), nonce: spent.nonce };
    const again = { ...body, signature: await signText('enrol', body, device.sign), replaces: null };
    expect(await enrol('anna', again)).toEqual({ ok: false, error: 'device.nonce-spent' });
    const own = await inputFor('anna', device);
    expect(await enrol('bela', own)).toEqual({ ok: false, error: 'device.nonce-spent' });
    world.wait(11);
    expect(await enrol('anna', own)).toEqual({ ok: false, error: 'device.nonce-spent' });
  });

  test('is not enrolled without its key, nor by a session that is not fresh', async () => {
    const input = await inputFor('anna', await makeDevice());
    expect(await enrol('anna', { ...input, label: 'another' })).toEqual({ ok: false, error: 'device.not-proven' });
    const longAgo = msToInstant(Date.parse(world.now()) - 16 * 60_000);
    expect(await enrol('anna', input, longAgo)).toEqual({ ok: false, error: 'device.sign-in-again' });
  });

  test('belongs to one person', async () => {
    const device = await company.enrol('anna');
    expect(await enrol('bela', await inputFor('bela', device))).toEqual({ ok: false, error: 'device.taken' });
    expect(await beaconFor(world, company.who('bela'), { deviceKey: device.id })).toMatchObject({ ok: false });
    const stranger = await world.openCompany();
    expect(await beaconFor(world, stranger.who('anna'), { deviceKey: device.id })).toMatchObject({ ok: false });
    expect(await devicesOf(world, stranger.who('admin'))).toEqual([]);
  });

  test('hands over to its next key with its own signature; the old one then signs no new ceremonies', async () => {
    const [old, next] = [await company.enrol('anna'), await makeDevice()];
    world.wait(60);
    const forged = await inputFor('anna', next, { ...old, sign: next.sign });
    expect(await enrol('anna', forged)).toEqual({ ok: false, error: 'device.not-proven' });
    expect(await enrol('anna', await inputFor('anna', next, old))).toMatchObject({ ok: true });
    world.wait(60);
    const notice = await company.prepare('anna');
    const [byOld, byNext] = [await company.play('anna', notice, old), await company.play('anna', notice, next)];
    world.wait(60);
    await company.send('anna', byOld);
    await company.send('anna', byNext);
    await company.workOff();
    expect((await company.ceremony(byOld.summary.ceremonyId)).stage).toBe('review');
    expect((await company.ceremony(byNext.summary.ceremonyId)).stage).toBe('sealed');
  });
});

test('a key has one successor, though two asked at once', async () => {
  const old = await company.enrol('anna');
  const heirs = await Promise.all([makeDevice(), makeDevice()]);
  const inputs = await Promise.all(heirs.map((heir) => inputFor('anna', heir, old)));
  const answers = await Promise.all(inputs.map((input) => enrol('anna', input)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

describe('a device that was revoked', () => {
  const revoke = (deviceKey: string, compromisedSince: string | null = null) =>
    revokeDevice(world, company.who('admin'), {
      deviceKey,
      because: 'left in a taxi',
      compromisedSince: compromisedSince as never, // an instant or null
    });

  test('is told so, once and for good', async () => {
    const device = await company.enrol('anna');
    expect(await revoke(device.id)).toEqual({ ok: true, value: { revokedAt: world.now() } });
    expect(await revoke(device.id)).toEqual({ ok: false, error: 'device.revoked' });
    const heard = await beaconFor(world, company.who('anna'), { deviceKey: device.id });
    expect(heard).toMatchObject({ ok: true, value: { revoked: true } });
    expect(await enrol('anna', await inputFor('anna', device))).toEqual({ ok: false, error: 'device.revoked' });
  });

  test('has what it sends later put into quarantine, never to be sealed without a person', async () => {
    const device = await company.enrol('anna');
    const played = await company.play('anna', await company.prepare('anna'), device);
    world.wait(60);
    const lost = world.now();
    world.wait(60);
    await revoke(device.id, lost);
    world.wait(60);
    expect(await company.send('anna', played)).toMatchObject({ state: 'applied' });
    await company.workOff();
    const ceremony = await company.ceremony(played.summary.ceremonyId);
    expect(ceremony).toMatchObject({ stage: 'quarantined', seal: null, remarks: ['before-compromise'] });
    expect(ceremony.receipt).not.toBeNull();
    expect(ceremony.checks.find(({ ok }) => !ok)?.check).toBe('device.valid-then');
  });

  test('since before it signed: what waits is quarantined, what is sealed keeps its seal and says so', async () => {
    const device = await company.enrol('anna');
    const lost = world.now();
    world.wait(1);
    const done = await company.play('anna', await company.prepare('anna'), device);
    const waiting = await company.play('anna', await company.prepare('anna'), device);
    world.wait(60);
    await company.send('anna', done);
    await company.workOff();
    await company.send('anna', waiting);
    await revoke(device.id, lost);
    await company.workOff();
    const kept = await company.ceremony(done.summary.ceremonyId);
    expect(kept).toMatchObject({ stage: 'sealed', remarks: ['device-compromised'] });
    expect(await company.ceremony(waiting.summary.ceremonyId)).toMatchObject({ stage: 'quarantined', seal: null });
    expect((await company.notice(waiting.summary.noticeId)).status).toBe('review');
  });

  test('of another company cannot be revoked from here', async () => {
    const device = await company.enrol('anna');
    company = await world.openCompany();
    expect(await revoke(device.id)).toEqual({ ok: false, error: 'device.unknown' });
  });
});

describe("the server's key", () => {
  test('is made once, however many processes start on one folder, and is readable by its owner only', async () => {
    const dataDir = mkdtempSync(`${tmpdir()}/cession-key-`);
    const keys = await Promise.all(Array.from({ length: 5 }, () => readOrMakeServerKey({ dataDir })));
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(1);
    expect(statSync(`${dataDir}/server-key.pem`).mode & 0o777).toBe(0o600);
  });

  test('can be given as a file, so that several machines share it', async () => {
    const dataDir = mkdtempSync(`${tmpdir()}/cession-key-`);
    const made = await readOrMakeServerKey({ dataDir });
    const file = `${dataDir}/server-key.pem`;
    const other = mkdtempSync(`${tmpdir()}/cession-key-`);
    expect((await readOrMakeServerKey({ dataDir: other, serverKeyFile: file })).keyId).toBe(made.keyId);
    expect(readFileSync(file, 'utf8')).toContain('PRIVATE KEY');
    await expect(readOrMakeServerKey({ dataDir, serverKeyFile: `${dataDir}/none.pem` })).rejects.toThrow('none.pem');
  });
});
