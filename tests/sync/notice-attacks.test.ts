import { randomUUID } from 'node:crypto';
import type { EvidenceEvent } from '@cession/shared/notice/evidence.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import { verifyCeremony } from '@cession/server/notice/verify-ceremony.ts';
import { sealCeremony } from '@cession/server/notice/seal-ceremony.ts';
import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import { notices } from '@cession/shared/notice/notice.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forge } from './notice-forger.ts';
import { openNoticeWorld, sha256, type NoticeCompany, type NoticeWorld } from './notice-world.ts';

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

type Edit = (event: EvidenceEvent) => EvidenceEvent | null;

async function play(how: Parameters<NoticeCompany['play']>[3] = {}) {
  const device = await company.enrol('anna');
  const notice = await company.prepare('anna');
  const played = await company.play('anna', notice, device, how);
  world.wait(60);
  return { device, notice, played };
}

async function sendForged(edit: Edit, claimed: Parameters<typeof forge>[3] = {}) {
  const { device, notice, played } = await play();
  const forged = await forge(played, device, edit, claimed);
  expect(await company.send('anna', forged)).toMatchObject({ state: 'applied' });
  return { notice, id: forged.summary.ceremonyId };
}

const failedChecks = async (id: string) =>
  (await company.ceremony(id)).checks.flatMap(({ check, ok }) => (ok ? [] : check));
const decide = (id: string, noticeId: string, decision: 'accept' | 'set-aside') =>
  company.perform('cili', 'ceremony.decide', { ceremonyId: id, noticeId, decision, because: 'Looked at it.' });

const withPrepared =
  (change: (data: Extract<EvidenceEvent, { type: 'prepared' }>['data']) => object): Edit =>
  (event) =>
    event.type === 'prepared' ? { ...event, data: { ...event.data, ...change(event.data) } } : event;

describe('evidence at the edges of what can be written', () => {
  test.each([
    ['9999-12-31T23:59:59.999Z', -1],
    ['0001-01-01T00:00:00.000Z', 1],
    ['2026-11-24T12:01:00.000Z', Number.MAX_SAFE_INTEGER],
  ])('closed at %s by a clock %d ms off goes to a person', async (at, offsetMs) => {
    const { id } = await sendForged((event) => {
      if (event.type === 'prepared')
        return { ...event, data: { ...event.data, clock: { ...event.data.clock, offsetMs } } };
      return event.type === 'closed' ? { ...event, at: at as Instant } : event;
    });
    await company.workOff();
    expect((await company.ceremony(id)).stage).toBe('review');
    expect(await failedChecks(id)).toContain('time.order');
  });

  test('a device number no table can hold is evidence all the same', async () => {
    const { id } = await sendForged(withPrepared(() => ({ deviceSeq: Number.MAX_SAFE_INTEGER })));
    await company.workOff();
    expect((await company.ceremony(id)).stage).not.toBe('received');
  });

  test('half of a sign in a note is evidence all the same', async () => {
    const { played } = await play({ outcome: 'refused' });
    const raw = played.raw.replace('"note":""', '"note":"\\ud800"');
    expect(await company.send('anna', { raw, summary: played.summary })).toMatchObject({ state: 'applied' });
    await company.workOff();
    expect(await failedChecks(played.summary.ceremonyId)).toContain('bundle.json');
  });

  test.each(['\u202e987', 'a\u0000b', '\u200b\u2066x\u2069', '👩‍👩‍👧', 'שלום', '\u0007', 'e\u0301\u0301\u0301', '\ufeff'])(
    'a name with signs nobody sees is sealed with the signs spelled out: %j',
    async (sign) => {
      const { id } = await sendForged((event) => {
        if (event.type !== 'signed') return event;
        return { ...event, data: { ...event.data, mark: { method: 'typed', text: `Ilona ${sign}` } } };
      });
      await company.workOff();
      expect(await company.ceremony(id)).toMatchObject({ stage: 'sealed' });
    },
  );

  test.each([[[[[200_000, 200_000], ...Array.from({ length: 900 }, () => [200_000, 200_000])]]], [[[[0, 0]]]], [[]]])(
    'strokes on no pad go to a person, and are sealed when accepted',
    async (s) => {
      const { id, notice } = await sendForged((event) => {
        if (event.type !== 'signed') return event;
        const strokes = { v: 1, w: 1, h: 10_000, u: 16, s: s as [number, number][][] } as const;
        return { ...event, data: { ...event.data, mark: { method: 'drawn', strokes } } };
      });
      await company.workOff();
      expect(await failedChecks(id)).toContain('strokes');
      expect(await decide(id, notice.id, 'accept')).toMatchObject({ state: 'applied' });
      await company.workOff();
      expect((await company.ceremony(id)).stage).toBe('sealed');
    },
  );
});

describe('a person who accepts what can never be sealed', () => {
  test.each<[string, Edit]>([
    ['not closed', (event) => (event.type === 'closed' ? null : event)],
    ['not prepared', (event) => (event.type === 'prepared' ? null : event)],
    [
      'an unknown consent',
      (event) =>
        event.type === 'consented'
          ? { ...event, data: { ...event.data, consent: { ...event.data.consent, version: '1999.1' } } }
          : event,
    ],
    [
      'a signer nobody named',
      (event) => (event.type === 'signed' ? { ...event, data: { ...event.data, signer: 5 } } : event),
    ],
    ['a renderer nobody has', withPrepared(() => ({ renderer: 99 }))],
    [
      'years out of range, in a zone ahead of us',
      (event) => (event.type === 'closed' ? { ...event, at: '9999-12-31T23:59:59.999Z' as Instant } : event),
    ],
  ])('%s: hears so, or it is sealed; nothing is tried for ever', async (_what, edit) => {
    const { id, notice } = await sendForged(edit);
    await company.workOff();
    expect((await company.ceremony(id)).stage).toBe('review');
    const verdict = await decide(id, notice.id, 'accept');
    await company.workOff();
    const { stage } = await company.ceremony(id);
    const ends = verdict.state === 'applied' ? stage : `${stage}, ${verdict.refusal?.code ?? ''}`;
    expect(['sealed', 'review, ceremony.unreadable']).toContain(ends);
  });
});

test('evidence no paper can be made of goes back to a person with the reason, and is not tried for ever', async () => {
  const { notice, played } = await play();
  const raw = '{"not":"evidence"}';
  await company.send('anna', { raw, summary: { ...played.summary, bundleSha256: sha256(raw) } });
  await company.workOff();
  const { ceremonyId: id } = played.summary;
  await world.spine.writeRows(company.companyId, [
    ceremonies.put({ ...(await company.ceremony(id)), stage: 'verified' }),
  ]);
  await sealCeremony(world.work, { companyId: company.companyId, id });
  const { stage, checks } = await company.ceremony(id);
  expect(stage).toBe('review');
  expect(checks.find(({ check }) => check === 'paper.match')?.detail).toContain('cannot be drawn');
  expect((await company.notice(notice.id)).status).toBe('review');
});

test('evidence that trips the checks themselves goes to a person, and is not tried for ever', async () => {
  const { notice, played } = await play();
  await company.send('anna', played);
  const { ceremonyId: id } = played.summary;
  const tripping = Object.defineProperty({ ...world.signer }, 'keyId', {
    get: () => {
      throw new RangeError('out of all bounds');
    },
  });
  await verifyCeremony({ ...world.work, signer: tripping }, { companyId: company.companyId, id });
  expect((await company.ceremony(id)).stage).toBe('review');
  expect(await failedChecks(id)).toEqual(['bundle.schema']);
  expect((await company.notice(notice.id)).status).toBe('review');
});

describe('a short form that lies', () => {
  test('says nothing of the notice once a person accepted the evidence beside it', async () => {
    const { notice, played } = await play({ outcome: 'refused' });
    const lie = {
      ...played.summary,
      signerNames: ['Kovacs'],
      outcome: 'acknowledged',
      debtConfirmed: true,
      defencesWaived: true,
    } as const;
    await company.send('anna', { raw: played.raw, summary: lie });
    await company.workOff();
    const { ceremonyId } = played.summary;
    expect(await decide(ceremonyId, notice.id, 'accept')).toMatchObject({ state: 'applied' });
    await company.workOff();
    expect(await company.ceremony(ceremonyId)).toMatchObject({ stage: 'sealed', outcome: 'refused' });
    const { outcome, facts } = await company.notice(notice.id);
    expect(outcome).toBe('refused');
    expect(Object.keys(facts).toSorted()).toEqual(['instructionReceived', 'noticeReceived']);
  });

  test('set aside, leaves nothing behind, whatever the clock said', async () => {
    const { notice, played } = await play();
    const lie = { ...played.summary, happenedAt: '2026-11-24T03:00:00.000Z' as Instant };
    await company.send('anna', { raw: played.raw, summary: lie });
    await company.workOff();
    await decide(lie.ceremonyId, notice.id, 'set-aside');
    const { facts, ...rest } = await company.notice(notice.id);
    expect(facts).toEqual({});
    expect(rest).toMatchObject({ status: 'prepared', ceremonyId: null });
  });

  test('set aside after another ceremony, leaves the moment of that one', async () => {
    const { device, notice, played } = await play({ outcome: 'refused' });
    const lie = { ...played.summary, happenedAt: '2026-11-24T03:00:00.000Z' as Instant };
    await company.send('anna', { raw: played.raw, summary: lie });
    const signed = await company.play('anna', notice, device);
    world.wait(60);
    await company.send('anna', signed);
    await company.workOff();
    await decide(lie.ceremonyId, notice.id, 'set-aside');
    const { facts, ceremonyId, status } = await company.notice(notice.id);
    expect({ ceremonyId, status }).toEqual({ ceremonyId: signed.summary.ceremonyId, status: 'proven' });
    expect(facts.noticeReceived).toMatchObject({ at: signed.summary.happenedAt, ceremonyId });
    expect(facts.instructionReceived).toEqual(facts.noticeReceived);
  });

  test('accepted after another ceremony, keeps its place at the moment of the evidence', async () => {
    const { device, notice, played } = await play({ outcome: 'refused' });
    const lie = { ...played.summary, happenedAt: '2026-11-24T03:00:00.000Z' as Instant };
    await company.send('anna', { raw: played.raw, summary: lie });
    const signed = await company.play('anna', notice, device);
    world.wait(60);
    await company.send('anna', signed);
    await company.workOff();
    await decide(lie.ceremonyId, notice.id, 'accept');
    await company.workOff();
    const { facts, ceremonyId } = await company.notice(notice.id);
    expect(ceremonyId).toBe(signed.summary.ceremonyId);
    expect(facts.noticeReceived).toMatchObject({ at: played.summary.happenedAt, ceremonyId: lie.ceremonyId });
  });
});

describe('evidence of another notice', () => {
  test('is never sealed for this one, whoever accepts it', async () => {
    const { played } = await play();
    const other = await company.prepare('anna');
    await company.send('anna', { raw: played.raw, summary: { ...played.summary, noticeId: other.id } });
    await company.workOff();
    const { ceremonyId } = played.summary;
    expect(await failedChecks(ceremonyId)).toContain('notice.match');
    expect(await decide(ceremonyId, other.id, 'accept')).toMatchObject({ refusal: { code: 'ceremony.of-another' } });
  });

  test('of another company is not sealed here either', async () => {
    const { played } = await play();
    const stranger = await world.openCompany();
    const own = await stranger.prepare('anna');
    await stranger.send('anna', { raw: played.raw, summary: { ...played.summary, noticeId: own.id } });
    await stranger.workOff();
    const args = { ceremonyId: played.summary.ceremonyId, noticeId: own.id, decision: 'accept', because: 'ours' };
    expect(await stranger.perform('cili', 'ceremony.decide', args)).toMatchObject({
      refusal: { code: 'ceremony.of-another' },
    });
  });
});

describe('a notice that says what is not on file', () => {
  const lying = async (change: (data: NoticeData) => NoticeData, verifyAddress: string | null = null) => {
    const device = await company.enrol('anna');
    const notice = await company.prepare('anna', change);
    const played = await company.play('anna', notice, device);
    world.wait(60);
    await company.send('anna', played);
    await company.workOff({ ...world.work, verifyAddress });
    const { stage, checks } = await company.ceremony(played.summary.ceremonyId);
    return { stage, failed: checks.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`) };
  };
  const OURS = 'https://cession.example/verify';

  test('sends the debtor to another site to check it: a person decides', async () => {
    for (const verifyAddress of ['https://evil.example/verify', 'https://localhost@evil.example/verify', 'x'])
      expect(await lying((data) => ({ ...data, verifyAddress }), OURS)).toEqual({
        stage: 'review',
        failed: [`data.match: the paper is checked at ${verifyAddress}, which is not ours`],
      });
    expect(await lying((data) => ({ ...data, verifyAddress: OURS }), OURS)).toEqual({ stage: 'sealed', failed: [] });
  });

  test.each<[string, (data: NoticeData) => NoticeData]>([
    ['the name of the factor', (data) => ({ ...data, factor: { ...data.factor, legalName: 'Other Zrt.' } })],
    [
      'the contact of the factor',
      (data) => ({ ...data, factor: { ...data.factor, contact: { ...data.factor.contact, phone: '+36 1 000 0000' } } }),
    ],
    ['the name of the supplier', (data) => ({ ...data, supplier: { ...data.supplier, legalName: 'Other Kft.' } })],
    ['the number of the agreement', (data) => ({ ...data, agreement: { ...data.agreement, number: 'F-0' } })],
    ['the name of the debtor', (data) => ({ ...data, debtor: { ...data.debtor, legalName: 'A friend Bt.' } })],
  ])('%s: a person decides, and the paper was compared all the same', async (what, change) => {
    expect(await lying(change)).toEqual({ stage: 'review', failed: [`data.match: ${what} is not what is on file`] });
  });
});

describe('a call to the debtor', () => {
  const call = (who: 'cili', noticeId: string, number: string) =>
    company.perform(who, 'notice.log-call-back', {
      noticeId,
      number,
      spokeWith: 'Ilona',
      result: 'confirmed',
      note: '',
    });

  test('is not made by whoever presented the notice, though somebody else prepared it', async () => {
    const device = await company.enrol('cili');
    const notice = await company.prepare('anna');
    const number = '+36 1 555 0100';
    await world.spine.writeRows(company.companyId, [notices.put({ ...notice, numbersOnFile: [number] })]);
    await company.send('cili', await company.play('cili', notice, device));
    expect(await call('cili', notice.id, number)).toMatchObject({ refusal: { code: 'call-back.by-somebody-else' } });
  });
});

describe("a colleague's tablet", () => {
  test('is named', async () => {
    const device = await company.enrol('bela');
    const notice = await company.prepare('anna');
    const played = await company.play('anna', notice, device);
    world.wait(60);
    await company.send('anna', played);
    await company.workOff();
    expect(await failedChecks(played.summary.ceremonyId)).toContain('device.known');
  });

  test('a number is used up under the key that signed, whatever key was named beside it', async () => {
    const device = await company.enrol('anna');
    const notice = await company.prepare('anna');
    const one = await company.play('anna', notice, device, { deviceSeq: 7, outcome: 'refused' });
    const two = await company.play('anna', notice, device, { deviceSeq: 7 });
    world.wait(60);
    await company.send('anna', { ...one, summary: { ...one.summary, deviceKey: 'A'.repeat(43) } });
    await company.send('anna', two);
    await company.workOff();
    expect(await failedChecks(two.summary.ceremonyId)).toContain('device.sequence');
  });

  test('the same number twice is named', async () => {
    const device = await company.enrol('anna');
    const notice = await company.prepare('anna');
    const one = await company.play('anna', notice, device, { deviceSeq: 7, outcome: 'refused' });
    const two = await company.play('anna', notice, device, { deviceSeq: 7, ceremonyId: randomUUID() as never });
    world.wait(60);
    await company.send('anna', one);
    await company.send('anna', two);
    await company.workOff();
    expect(await failedChecks(two.summary.ceremonyId)).toContain('device.sequence');
  });
});
