import 'fake-indexeddb/auto';
import { readFact } from '@cession/client/notice/device-key/device-facts.ts';
import { readDeviceState } from '@cession/client/notice/device-key/device-state.ts';
import { createEnrolmentKeeper } from '@cession/client/notice/device-key/keep-enrolled.ts';
import { startCeremony } from '@cession/client/notice/ceremony-record/start-ceremony.ts';
import { defineDb } from '@cession/client/store/db.ts';
import { exportRaw } from '@cession/client/store/rescue-export.ts';
import { describe, expect, test } from 'vitest';
import { ACTS, enrolledTablet, INPUT, judge, namedLocks, newDeviceServer, openPage, play } from './ceremony-world.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

describe('the key of a device', () => {
  test('is made once, proven to the server and does not leave the browser', async () => {
    const { name, parts, state, keeper, server } = await enrolledTablet();
    expect(state).toMatchObject({ kind: 'ready', renewal: 'not-due' });
    const { current } = await parts.store.tx('r', (tx) => readFact(tx, 'device'));
    expect([...server.devices.keys()]).toEqual([current]);
    const pair = await parts.store.key(current ?? '');
    expect(pair?.privateKey.extractable).toBe(false);
    await keeper.check('hourly');
    expect(server.devices.size).toBe(1);
    expect(await exportRaw(name)).not.toContain('"d"');
  });

  test('two tabs at once enrol one key', async () => {
    const clock = { ms: Date.parse('2026-11-20T09:00:00.000Z'), off: 0 };
    const server = await newDeviceServer(clock);
    const locks = namedLocks();
    const tabs = ['one', 'two'].map(() => createEnrolmentKeeper(openPage('two-tabs', server, clock, locks)));
    const states = await Promise.all(tabs.map((tab) => tab.check('hourly')));
    expect(states.map(({ kind }) => kind)).toEqual(['ready', 'ready']);
    expect(server.devices.size).toBe(1);
  });

  test('whose enrolment was answered into the void is enrolled once all the same', async () => {
    const clock = { ms: Date.parse('2026-11-20T09:00:00.000Z'), off: 0 };
    const server = await newDeviceServer(clock);
    server.loseAnswer = true;
    const parts = openPage('lost-answer', server, clock);
    expect(await createEnrolmentKeeper(parts).check('hourly')).toEqual({ kind: 'not-enrolled', why: 'no-contact' });
    expect(await createEnrolmentKeeper(openPage('lost-answer', server, clock)).check('hourly')).toMatchObject({
      kind: 'ready',
    });
    expect(server.devices.size).toBe(1);
  });

  test('waits for a signal, and for a fresh sign-in where the server wants one', async () => {
    const clock = { ms: Date.parse('2026-11-20T09:00:00.000Z'), off: 0 };
    const server = await newDeviceServer(clock);
    const parts = openPage('waits', server, clock);
    const keeper = createEnrolmentKeeper(parts);
    server.fault = 'unreachable';
    expect(await keeper.check('hourly')).toEqual({ kind: 'not-enrolled', why: 'no-contact' });
    await expect(startCeremony(parts, INPUT)).rejects.toMatchObject({ code: 'ceremony.not-enrolled' });
    server.fault = 'device.sign-in-again';
    expect(await keeper.check('hourly')).toEqual({ kind: 'not-enrolled', why: 'sign-in-again' });
    server.fault = null;
    expect(await keeper.check('hourly')).toMatchObject({ kind: 'ready' });
  });

  test('that was revoked begins no ceremony, and no new key is enrolled in its place', async () => {
    const { parts, keeper, server, clock } = await enrolledTablet();
    for (const device of server.devices.values()) device.revoked = true;
    clock.ms += 2 * HOUR_MS;
    expect(await keeper.check('hourly')).toEqual({ kind: 'revoked' });
    await expect(startCeremony(parts, INPUT)).rejects.toMatchObject({ code: 'ceremony.revoked' });
    await keeper.check('hourly');
    expect(server.devices.size).toBe(1);
  });

  test('is changed after 90 days, but not in the middle of a ceremony, which counts with the old one', async () => {
    const { parts, keeper, server, clock } = await enrolledTablet();
    clock.ms += 91 * DAY_MS;
    await keeper.check('ceremony');
    expect(server.devices.size).toBe(2);
    const recorder = await startCeremony(parts, INPUT);
    clock.ms += 91 * DAY_MS;
    expect(await keeper.check('hourly')).toMatchObject({ kind: 'ready', renewal: 'due' });
    expect(server.devices.size).toBe(2);
    clock.ms -= 91 * DAY_MS;
    await play(recorder, ACTS, clock);
    const closed = await recorder.close('acknowledged');
    clock.ms += 91 * DAY_MS;
    expect(await keeper.check('hourly')).toMatchObject({ kind: 'ready', renewal: 'not-due' });
    expect(server.devices.size).toBe(3);
    const { checks } = await judge(closed, server, clock);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('the server has forgotten is offered again', async () => {
    const { keeper, server, clock } = await enrolledTablet();
    const [id] = server.devices.keys();
    server.devices.clear();
    clock.ms += 2 * HOUR_MS;
    await keeper.check('hourly');
    expect(await keeper.check('hourly')).toMatchObject({ kind: 'ready', deviceKey: id });
  });

  test('cannot be held by a browser without WebCrypto or one that keeps no keys', async () => {
    const clock = { ms: 0, off: 0 };
    const server = await newDeviceServer(clock);
    const bare = { ...openPage('bare', server, clock), subtle: null };
    expect(await createEnrolmentKeeper(bare).check('hourly')).toEqual({ kind: 'no-key', why: 'no-crypto' });
    const page = openPage('lockdown', server, clock);
    const keepKey = () => Promise.reject(new DOMException('The object can not be cloned.', 'DataCloneError'));
    const lockdown = { ...page, store: { ...page.store, keepKey } };
    expect(await createEnrolmentKeeper(lockdown).check('hourly')).toEqual({ kind: 'no-key', why: 'not-kept' });
    await expect(startCeremony(bare, INPUT)).rejects.toMatchObject({ code: 'ceremony.no-key' });
  });
});

describe('the last contact with the server', () => {
  test('is an hour old at most while there is a signal, five minutes before a ceremony', async () => {
    const { keeper, server, clock } = await enrolledTablet();
    const beacons = () => server.asked.filter((name) => name === 'device.beacon').length;
    clock.ms += HOUR_MS / 2;
    await keeper.check('hourly');
    expect(beacons()).toBe(0);
    await keeper.check('ceremony');
    expect(beacons()).toBe(1);
    clock.ms += HOUR_MS + 1;
    await keeper.check('hourly');
    expect(beacons()).toBe(2);
  });

  test('says how far the clock of the tablet is off, and the ceremony is judged by our time', async () => {
    const clock = { ms: Date.parse('2026-11-20T09:00:00.000Z'), off: 5 * HOUR_MS };
    const server = await newDeviceServer(clock);
    const parts = openPage('clock-off', server, clock);
    await createEnrolmentKeeper(parts).check('hourly');
    const recorder = await startCeremony(parts, INPUT);
    expect(recorder.state.prepared?.clock.offsetMs).toBe(5 * HOUR_MS);
    await play(recorder, ACTS, clock);
    const { ok, remarks } = await judge(await recorder.close('acknowledged'), server, clock);
    expect({ ok, remarks }).toEqual({ ok: true, remarks: ['clock-off'] });
  });

  test('is read back after a restart, from the same disk', async () => {
    const { reopen, state } = await enrolledTablet();
    expect(await readDeviceState(reopen())).toEqual(state);
  });
});

test('a key lies in a store without any index', () => {
  const { schema } = defineDb('schema-only').keys;
  expect(schema.indexes).toEqual([]);
});
