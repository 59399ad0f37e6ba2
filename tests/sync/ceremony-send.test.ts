import 'fake-indexeddb/auto';
import { releaseProven } from '@cession/client/notice/ceremony-record/release-proven.ts';
import { allCeremonies } from '@cession/client/notice/ceremony-record/ceremony-shelf.ts';
import { resumeCeremony } from '@cession/client/notice/ceremony-record/resume-ceremony.ts';
import { sendCeremony, sendClosed } from '@cession/client/notice/ceremony-record/send-ceremony.ts';
import { startCeremony } from '@cession/client/notice/ceremony-record/start-ceremony.ts';
import { createEnrolmentKeeper } from '@cession/client/notice/device-key/keep-enrolled.ts';
import { watchDevice } from '@cession/client/notice/device-key/watch-device.ts';
import { exportRaw } from '@cession/client/store/rescue-export.ts';
import { rowKey } from '@cession/client/store/local-records.ts';
import { ceremonies, type Ceremony, type Receipt } from '@cession/shared/notice/ceremony.ts';
import { closeCeremony } from '@cession/shared/notice/close-ceremony.ts';
import * as sample from '@cession/shared/notice/evidence.fixture.ts';
import { notices, type Notice } from '@cession/shared/notice/notice.ts';
import { sampleNoticeData } from '@cession/shared/notice/wording/sample-notice.ts';
import { conflicts } from '@cession/shared/sync/conflict.ts';
import { describe, expect, test } from 'vitest';
import { ACTS, enrolledTablet, INPUT, newDeviceServer, newSigner, openPage, play } from './ceremony-world.ts';
import { createFakeServer } from './client-fake-server.ts';
import { freshDexie, macrotask, startPhone } from './client-world.ts';

const { SAMPLE } = sample;

describe('a closed ceremony', () => {
  test('goes into the outbox once, however often it is sent', async () => {
    const { parts, phone, closed } = await closedCeremony();
    const first = await sendCeremony(parts, phone.sync, closed.ceremonyId);
    expect(first.ok).toBe(true);
    await sendCeremony(parts, phone.sync, closed.ceremonyId);
    await sendClosed(parts, phone.sync);
    expect(phone.sync.mirror.outbox().map(({ args }) => args)).toEqual([closed]);
  });

  test('killed between closing and sending, is found and sent at the next start', async () => {
    const { reopen, phone, closed } = await closedCeremony();
    await sendClosed(reopen(), phone.sync);
    expect(phone.sync.mirror.outbox()).toHaveLength(1);
    expect(rowOf(phone, closed.ceremonyId)).toMatchObject({ stage: 'received', receipt: null });
  });

  test('the rule refuses stays on the tablet with all its evidence', async () => {
    const { parts, phone, closed } = await closedCeremony({
      ownerId: SAMPLE.companyId as unknown as Notice['ownerId'],
      audienceIds: [],
    });
    const sent = await sendCeremony(parts, phone.sync, closed.ceremonyId);
    expect(sent).toMatchObject({ ok: false, error: { kind: 'refused', refusal: { code: 'notice.not-found' } } });
    expect(await kept(parts)).toEqual([closed]);
  });

  test('can be carried out of a database that does not open any more', async () => {
    const { name, closed } = await closedCeremony();
    expect(await exportRaw(name)).toContain(closed.bundleSha256);
  });
});

describe('I15: evidence leaves the tablet', () => {
  test('only when a receipt signed by the server names exactly these bytes and this head', async () => {
    const { parts, phone, closed, server, arrive } = await closedCeremony();
    await sendCeremony(parts, phone.sync, closed.ceremonyId);
    const right = await server.receipt(closed);
    const stranger = await newSigner();
    const forged: readonly (Receipt | null)[] = [
      null,
      { ...right, signature: (await server.receipt({ ...closed, head: 'ab'.repeat(32) })).signature },
      await server.receipt({ ...closed, head: 'ab'.repeat(32) }),
      await server.receipt({ ...closed, bundleSha256: 'ab'.repeat(32) }),
      await server.receipt(closed, stranger),
      { ...(await server.receipt(closed, stranger)), keyId: right.keyId },
      {
        ...right,
        receivedAt: SAMPLE.startsAt,
        signature: right.signature.replace(/^./, (char) => (char === 'A' ? 'B' : 'A')),
      },
    ];
    for (const receipt of forged) {
      await arrive(receipt);
      expect(await releaseProven(parts, phone.sync)).toBe(0);
      expect(await kept(parts)).toEqual([closed]);
    }
    await arrive(right);
    expect(await releaseProven(parts, phone.sync)).toBe(1);
    expect(await kept(parts)).toEqual([]);
    expect(await parts.store.tx('r', (tx) => tx.all('event:'))).toEqual([]);
  });

  test('an open ceremony stays, whatever row there is', async () => {
    const { parts, phone, server, closed, arrive } = await closedCeremony();
    const open = await startCeremony(parts, INPUT);
    await arrive(await server.receipt(closed), open.ceremonyId);
    expect(await releaseProven(parts, phone.sync)).toBe(0);
    expect((await resumeCeremony(parts, open.ceremonyId)).events).toHaveLength(1);
  });

  test('its number is not given again', async () => {
    const { parts, phone, closed, server, arrive } = await closedCeremony();
    await arrive(await server.receipt(closed));
    await releaseProven(parts, phone.sync);
    expect((await startCeremony(parts, INPUT)).state.prepared?.deviceSeq).toBe(1);
  });
});

describe('an open phone', () => {
  test('sends what was closed, and lets go of it when the receipt comes, without being asked', async () => {
    const { parts, keeper, phone, closed, server, arrive } = await closedCeremony();
    const stop = watchDevice({ parts, keeper }, phone.sync);
    await expect.poll(() => phone.sync.mirror.outbox()).toHaveLength(1);
    await arrive(await server.receipt(closed));
    await expect.poll(() => kept(parts)).toEqual([]);
    stop();
  });

  test('enrols its device as soon as the server answers, not before, and stops when it is closed', async () => {
    const clock = { ms: Date.parse('2026-11-20T09:00:00.000Z'), off: 0 };
    const server = await newDeviceServer(clock);
    const parts = openPage('watched', server, clock);
    const keeper = createEnrolmentKeeper(parts);
    const spine = createFakeServer();
    spine.down({ kind: 'unreachable', why: 'network' });
    const phone = await startPhone({ store: freshDexie('watched'), server: spine });
    const stop = watchDevice({ parts, keeper }, phone.sync);
    await phone.settle();
    await macrotask();
    expect(server.asked).toEqual([]);
    spine.down(null);
    await phone.settle();
    await expect.poll(() => keeper.state()).toMatchObject({ kind: 'ready' });
    stop();
    const asked = server.asked.length;
    clock.ms += 7_200_000;
    await phone.settle();
    await macrotask();
    expect(server.asked).toHaveLength(asked);
  });
});

/** A tablet with one ceremony just closed, and its phone's spine on the same disk, without a signal. */
async function closedCeremony(change: Partial<Notice> = {}) {
  const tablet = await enrolledTablet();
  const { parts, clock, name } = tablet;
  const store = freshDexie(name);
  await store.tx('rw', ['view', 'confirmed'], async (tx) => {
    const row = { ...notice(), ...change };
    const key = rowKey(notices.name, row.id);
    await tx.put('confirmed', [{ key, table: notices.name, id: row.id, ver: 1, meta: {}, row }]);
    await tx.put('view', [{ key, table: notices.name, id: row.id, row }]);
  });
  const phone = await startPhone({
    ...{ store, now: () => clock.ms, mutators: [closeCeremony], tables: [notices, ceremonies, conflicts] },
    profile: { userId: SAMPLE.userId, companyId: SAMPLE.companyId, roles: ['rep'] },
    transport: NO_SIGNAL,
    reach: () => 'unreachable',
  });
  const recorder = await startCeremony(parts, INPUT);
  await play(recorder, ACTS, clock);
  const closed = await recorder.close('acknowledged');
  const arrive = async (receipt: Receipt | null, id = closed.ceremonyId) => {
    const row: Ceremony = { ...CEREMONY, ...short(closed), id, receipt };
    await store.tx('rw', ['view'], (tx) =>
      tx.put('view', [{ key: rowKey(ceremonies.name, id), table: ceremonies.name, id, row }]),
    );
    await phone.sync.mirror.load();
  };
  return { ...tablet, phone, closed, arrive };
}

function short({
  outcome,
  bundleSha256,
  head,
  pdfSha256,
  deviceKey,
  signerNames,
  closedAt,
}: Awaited<ReturnType<typeof kept>>[number]) {
  return { outcome, bundleSha256, head, pdfSha256, deviceKey, signerNames, closedAt };
}

async function kept(parts: Awaited<ReturnType<typeof enrolledTablet>>['parts']) {
  return (await parts.store.tx('r', allCeremonies)).flatMap(({ closed }) => (closed === null ? [] : [closed]));
}

function rowOf(phone: Awaited<ReturnType<typeof startPhone>>, id: string): unknown {
  return phone.sync.mirror.row(rowKey(ceremonies.name, id));
}

const unreachable = async () => ({ ok: false, error: { kind: 'unreachable', why: 'network' } }) as const;
const NO_SIGNAL = { push: unreachable, pull: unreachable, reconcile: unreachable };

const CEREMONY = {
  ...{
    noticeId: SAMPLE.noticeId,
    cardId: SAMPLE.noticeId as unknown as Ceremony['cardId'],
    audienceIds: [SAMPLE.userId],
  },
  ...{ receivedAt: SAMPLE.startsAt, stage: 'received', checks: [], remarks: [], seal: null, decided: null },
} as const satisfies Partial<Ceremony>;

/** Ids are sample ids; only their nouns differ. */
function notice(): Notice {
  const data = { ...sampleNoticeData('HU'), noticeId: SAMPLE.noticeId };
  return {
    ...{ id: SAMPLE.noticeId, cardId: SAMPLE.noticeId as unknown as Notice['cardId'] },
    ...{ agreementId: SAMPLE.noticeId as unknown as Notice['agreementId'], accountId: null },
    ...{ ownerId: SAMPLE.userId, audienceIds: [SAMPLE.userId], number: data.number, language: 'hu', data },
    ...{ dataSha256: SAMPLE.dataSha256, numbersOnFile: [], status: 'prepared', outcome: null, ceremonyId: null },
    ...{ attempts: 0, refusals: 0, facts: {}, callBacks: [], activatedBy: null, activatedAt: null, replacedBy: null },
    ...{ preparedBy: SAMPLE.userId, preparedAt: SAMPLE.startsAt },
  };
}
