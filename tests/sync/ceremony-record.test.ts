import { CannotRecord } from '@cession/client/notice/ceremony-record/cannot-record.ts';
import {
  abandonCeremony,
  openCeremonies,
  resumeCeremony,
} from '@cession/client/notice/ceremony-record/resume-ceremony.ts';
import { startCeremony } from '@cession/client/notice/ceremony-record/start-ceremony.ts';
import { BUNDLE_BYTES } from '@cession/shared/notice/evidence.ts';
import { utf8Length } from '@cession/shared/notice/evidence-bytes.ts';
import * as sample from '@cession/shared/notice/evidence.fixture.ts';
import type { Strokes } from '@cession/shared/notice/paper-document.ts';
import { describe, expect, test } from 'vitest';
import { ACTS, enrolledTablet, INPUT, judge, namedLocks, openPage, play } from './ceremony-world.ts';
import { macrotask, type ManualTimer } from './client-world.ts';

describe('a ceremony on the tablet', () => {
  test('recorded from beginning to end, it passes every check of the server', async () => {
    const { parts, server, clock } = await enrolledTablet();
    const recorder = await startCeremony(parts, INPUT);
    await play(recorder, ACTS, clock);
    const closed = await recorder.close('acknowledged');
    const { checks, remarks } = await judge(closed, server, clock);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(remarks).toEqual([]);
    expect(await openCeremonies(parts)).toEqual([]);
  });

  test('killed between any two events, it goes on with a new page and is whole', async () => {
    for (let killedAfter = 0; killedAfter <= ACTS.length; killedAfter += 1) {
      const { parts, server, clock, reopen } = await enrolledTablet();
      const first = await startCeremony(parts, INPUT);
      await play(first, ACTS.slice(0, killedAfter), clock);
      clock.ms += 30_000;

      const page = reopen();
      const [open] = await openCeremonies(page);
      expect(open?.id).toBe(first.ceremonyId);
      const recorder = await resumeCeremony(page, first.ceremonyId);
      expect(recorder.events).toHaveLength(killedAfter + 1);
      await play(recorder, ACTS.slice(killedAfter), clock);
      const result = await judge(await recorder.close('acknowledged'), server, clock);
      expect(result.checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(result.remarks).toEqual(['interrupted']);
    }
  });

  test('two quick taps are chained one after the other', async () => {
    const { parts, clock } = await enrolledTablet();
    const recorder = await startCeremony(parts, INPUT);
    await Promise.all(
      ACTS.slice(0, 3).map(({ type, data }) => recorder.record(type as 'shown', data as never)), // the pairs come from Happening
    );
    expect(recorder.events.map(({ body }) => body.seq)).toEqual([0, 1, 2, 3]);
    expect(recorder.events.slice(1).map(({ body }) => body.prev)).toEqual(
      recorder.events.slice(0, -1).map(({ hash }) => hash),
    );
    expect(clock.ms).toBeGreaterThan(0);
  });

  test('closed twice at once, it is closed once', async () => {
    const { parts, clock } = await enrolledTablet();
    const recorder = await startCeremony(parts, INPUT);
    await play(recorder, ACTS, clock);
    const [first, second] = await Promise.all([recorder.close('acknowledged'), recorder.close('acknowledged')]);
    expect(second).toEqual(first);
    expect(recorder.events.filter(({ body }) => body.type === 'closed')).toHaveLength(1);
    await expect(resumeCeremony(parts, recorder.ceremonyId)).rejects.toMatchObject({ code: 'ceremony.closed' });
  });

  test('what cannot come yet is not recorded, and what can still can', async () => {
    const { parts, clock } = await enrolledTablet();
    const recorder = await startCeremony(parts, INPUT);
    await play(recorder, ACTS.slice(0, 2), clock);
    const signed = sample.signed(0).data as Parameters<typeof recorder.record<'signed'>>[1]; // made for `signed`
    await expect(recorder.record('signed', signed)).rejects.toMatchObject({ code: 'ceremony.out-of-order' });
    await expect(recorder.close('acknowledged')).rejects.toBeInstanceOf(CannotRecord);
    await play(recorder, ACTS.slice(2), clock);
    expect((await recorder.close('acknowledged')).outcome).toBe('acknowledged');
  });

  test('each ceremony of the tablet has the next number, whoever starts at once', async () => {
    const { parts } = await enrolledTablet();
    const started = await Promise.all([1, 2, 3].map(() => startCeremony(parts, INPUT)));
    const numbers = new Set(started.map(({ state }) => state.prepared?.deviceSeq));
    expect(numbers).toEqual(new Set([0, 1, 2]));
  });

  test('one that never reached the debtor can be thrown away, another cannot', async () => {
    const { parts, clock } = await enrolledTablet();
    const idle = await startCeremony(parts, INPUT);
    await abandonCeremony(parts, idle.ceremonyId);
    const handed = await startCeremony(parts, INPUT);
    await play(handed, ACTS.slice(0, 1), clock);
    await expect(abandonCeremony(parts, handed.ceremonyId)).rejects.toMatchObject({ code: 'ceremony.begun' });
    expect((await openCeremonies(parts)).map(({ id, deviceSeq }) => [id, deviceSeq])).toEqual([[handed.ceremonyId, 1]]);
  });
});

describe('two tabs', () => {
  test('a second one is refused as long as the first holds the ceremony', async () => {
    const { name, server, clock } = await enrolledTablet();
    const locks = namedLocks();
    const [one, two] = [openPage(name, server, clock, locks), openPage(name, server, clock, locks)];
    const recorder = await startCeremony(one, INPUT);
    const refused = resumeCeremony(two, recorder.ceremonyId);
    refused.catch(() => undefined);
    await (two.timer as ManualTimer).advance(1000); // openPage gives a manual one
    await expect(refused).rejects.toMatchObject({ code: 'ceremony.elsewhere' });
    recorder.release();
    await macrotask();
    expect((await resumeCeremony(two, recorder.ceremonyId)).events).toHaveLength(1);
  });

  test('where the browser has no locks, the one who comes second for a place is refused', async () => {
    const { parts, clock, reopen } = await enrolledTablet();
    const first = await startCeremony(parts, INPUT);
    const second = await resumeCeremony(reopen(), first.ceremonyId);
    await play(first, ACTS.slice(0, 1), clock);
    await expect(second.record('handed-over', {})).rejects.toMatchObject({ code: 'ceremony.elsewhere' });
  });
});

describe('room', () => {
  test('two signatures of 720 points each fit, with the longest words around them', async () => {
    const { parts, server, clock } = await enrolledTablet();
    const signers = [sample.signer('Szabó Péter'), sample.signer('Nagy Éva')];
    const recorder = await startCeremony(parts, { ...INPUT, signers, signingRule: 'joint' });
    const strokes = scribble(720);
    const acts = sample.signingJointly({ method: 'drawn', strokes }).map((act): sample.Happening => {
      if (act.type === 'witnessed') return { ...act, data: { ...act.data, note: 'ж'.repeat(1900) } };
      if (act.type === 'signed')
        return { ...act, data: { ...act.data, objections: { stated: 'list', text: 'ő'.repeat(500) } } };
      return act;
    });
    await play(recorder, acts, clock);
    const closed = await recorder.close('with-exceptions');
    expect(utf8Length(closed.bundle)).toBeLessThanOrEqual(BUNDLE_BYTES);
    expect((await judge(closed, server, clock)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('one signature of 720 points travels as it was drawn', async () => {
    const { parts, clock } = await enrolledTablet();
    const recorder = await startCeremony(parts, INPUT);
    const strokes = scribble(720);
    const acts = ACTS.map((act) =>
      act.type === 'signed' ? sample.signed(0, { mark: { method: 'drawn', strokes } }) : act,
    );
    await play(recorder, acts, clock);
    const closed = await recorder.close('acknowledged');
    const signed = recorder.events.map(({ body }) => body).find(({ type }) => type === 'signed');
    expect(signed?.data).toMatchObject({ mark: { strokes } });
    expect(utf8Length(closed.bundle)).toBeLessThanOrEqual(BUNDLE_BYTES);
  });

  test('reading a paper of many parts for hours never crowds out the signature', async () => {
    const { parts, server, clock } = await enrolledTablet();
    const recorder = await startCeremony(parts, INPUT);
    await play(recorder, ACTS.slice(0, 3), clock);
    for (let section = 0; section < 120; section += 1) {
      clock.ms += 1000;
      await recorder.record('section-read', { section: `part-${section}`, ms: 1000 });
    }
    await play(recorder, ACTS.slice(3), clock);
    const closed = await recorder.close('acknowledged');
    expect(recorder.events.length).toBeLessThan(40);
    expect((await judge(closed, server, clock)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

/** A flowing line such as a pen at 240 Hz leaves it. */
function scribble(points: number): Strokes {
  const at = (n: number): [number, number] => [
    Math.round(1600 + n * 9 + 500 * Math.sin(n / 9)),
    Math.round(1900 + 900 * Math.sin(n / 23) + 300 * Math.cos(n / 5)),
  ];
  const all = Array.from({ length: points }, (_, n) => at(n));
  const steps = all.map(([x, y], n): [number, number] => {
    const before = all[n - 1];
    return before ? [x - before[0], y - before[1]] : [x, y];
  });
  return { v: 1, w: 600, h: 240, u: 16, s: [steps] };
}
