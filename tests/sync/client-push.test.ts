import type { Reach } from '@cession/client/device/ports.ts';
import type { TransportFailure } from '@cession/client/sync/ports.ts';
import { overallStatus, recordState } from '@cession/client/sync/sync-status.ts';
import { describe, expect, test } from 'vitest';
import { closeNote, createNote, editNote } from './client-notes.ts';
import { fakeId, freshDexie, macrotask, manualTimer, startPhone, type Phone } from './client-world.ts';

const OFFLINE: TransportFailure = { kind: 'unreachable', why: 'network' };

async function withNotes(count: number, options = {}): Promise<{ phone: Phone; ids: string[] }> {
  const phone = await startPhone(options);
  await phone.settle();
  phone.server.down(OFFLINE);
  const ids = Array.from({ length: count }, () => fakeId());
  for (const id of ids) await phone.sync.perform(createNote, { id, title: `Note ${id}` });
  await phone.settle();
  return { phone, ids };
}

const status = (phone: Phone) => overallStatus(phone.sync.mirror, phone.sync.board.facts());
const stateOf = (phone: Phone, id: string) => recordState(phone.sync.mirror, phone.sync.board.facts(), `notes:${id}`);

test('what was saved without signal arrives once when there is one, and says when', async () => {
  const { phone, ids } = await withNotes(3);
  expect(status(phone)).toMatchObject({ waiting: 3, link: 'unreachable', sending: false });
  expect(stateOf(phone, ids[0] ?? '')).toEqual({ state: 'waiting' });
  phone.server.down(null);
  await phone.settle();
  expect([...phone.server.rows().keys()]).toEqual(ids);
  expect(status(phone)).toMatchObject({ waiting: 0, link: 'ok', lastContact: phone.server.now });
  expect(stateOf(phone, ids[0] ?? '')).toEqual({ state: 'sent', at: phone.server.now });
  expect(phone.sync.outbox.items()).toEqual([]);
  expect(phone.surprises).toEqual([]);
  await phone.close();
});

test('an answer that got lost: the same is sent again, and happens once', async () => {
  const { phone } = await withNotes(1);
  const [entry] = phone.sync.mirror.outbox();
  phone.server.down(null);
  phone.server.next('lose-answer');
  await phone.sync.trigger('manual');
  expect(phone.sync.mirror.outbox()[0]?.status).toBe('sent');
  await phone.settle();
  expect(phone.server.effects(entry?.id ?? '')).toBe(1);
  expect(status(phone).waiting).toBe(0);
  await phone.close();
});

test('on a line that loses every second answer the waiting does not grow: whatever was taken starts it anew', async () => {
  const { phone } = await withNotes(120);
  for (let hour = 0; hour < 6; hour += 1) await phone.timer.advance(3_600_000);
  phone.server.down(null);
  phone.server.next('none', 'lose-answer');
  await phone.sync.trigger('manual');
  expect(status(phone)).toMatchObject({ waiting: 70, link: 'unreachable' });
  expect(Math.min(...phone.timer.waiting())).toBeLessThanOrEqual(1000);
  await phone.close();
});

describe('nothing but a verdict of the server ends a mutation', () => {
  const cases: [string, TransportFailure, string][] = [
    ['no network', OFFLINE, 'unreachable'],
    ['no answer in time', { kind: 'unreachable', why: 'timeout' }, 'unreachable'],
    ['a hotel page', { kind: 'unreachable', why: 'captive-portal' }, 'unreachable'],
    ['half an answer', { kind: 'unreachable', why: 'garbled' }, 'unreachable'],
    ['500', { kind: 'busy', status: 500, retryAfterMs: null }, 'unreachable'],
    ['429', { kind: 'busy', status: 429, retryAfterMs: 60_000 }, 'unreachable'],
    ['an expired sign-in', { kind: 'sign-in' }, 'paused-auth'],
    ['a revoked phone', { kind: 'forbidden' }, 'blocked'],
    ['an app too old', { kind: 'upgrade' }, 'needs-update'],
  ];
  test.each(cases)('%s keeps all three items and says so', async (_name, failure, link) => {
    const { phone, ids } = await withNotes(3);
    phone.server.down(failure);
    await phone.settle();
    expect(status(phone)).toMatchObject({ waiting: 3, needsYou: 0, link });
    phone.server.down(null);
    await phone.settle();
    expect([...phone.server.rows().keys()]).toEqual(ids);
    expect(status(phone)).toMatchObject({ waiting: 0, link: 'ok' });
    expect(phone.surprises).toEqual([]);
    await phone.close();
  });
});

test('after a failure the loop waits longer each time and not less than the server asked', async () => {
  const { phone } = await withNotes(1);
  phone.server.down({ kind: 'busy', status: 429, retryAfterMs: 60_000 });
  await phone.sync.trigger('manual');
  expect(Math.max(...phone.timer.waiting())).toBeGreaterThanOrEqual(60_000);
  const before = phone.server.seen.pushes.length;
  await phone.sync.trigger('perform');
  expect(phone.server.seen.pushes.length).toBe(before);
  phone.server.down(null);
  await phone.timer.advance(60_000);
  await phone.settle();
  expect(status(phone).waiting).toBe(0);
  await phone.close();
});

test('an alarm that rings a moment early by the other clock still wakes the loop', async () => {
  const exact = manualTimer();
  // Browsers and Node do that: a timer of 1000 ms may ring after 999.6 of the clock that orders everything.
  const timer = { ...exact, after: (ms: number, run: () => void) => exact.after(ms - Math.min(ms, 1), run) };
  const { phone, ids } = await withNotes(1, { timer });
  phone.server.down(null);
  await timer.advance(10 * 60_000);
  await macrotask();
  expect([...phone.server.rows().keys()]).toEqual(ids);
  await phone.close();
});

test('a verdict of refusal stays listed with its reason, and the view says what is true', async () => {
  const { phone, ids } = await withNotes(1);
  const [id = ''] = ids;
  phone.server.down(null);
  phone.server.answer('note.create', { state: 'rejected', refusal: { code: 'note.duplicate' } });
  await phone.settle();
  expect(stateOf(phone, id)).toMatchObject({ state: 'needs-you', refusal: { code: 'note.duplicate' } });
  expect(status(phone)).toMatchObject({ waiting: 0, needsYou: 1 });
  expect(phone.sync.mirror.row(`notes:${id}`)).toBeNull();
  expect(phone.sync.outbox.canSignOut()).toEqual({ ok: false, error: { code: 'outbox.not-empty', count: 1 } });

  phone.server.answer('note.create', null);
  const supersedes = phone.sync.outbox.items()[0]?.id ?? '';
  const again = await phone.sync.perform(createNote, { id, title: 'Better' }, { supersedes });
  expect(again.ok).toBe(true);
  await phone.settle();
  expect(phone.server.seen.pushes.at(-1)?.mutations[0]?.supersedes).toBe(supersedes);
  expect(phone.sync.outbox.canSignOut().ok).toBe(true);
  await phone.close();
});

test('what takes the place of one in review waits for nothing that waits for it', async () => {
  const { phone, ids } = await withNotes(1);
  const [id = ''] = ids;
  phone.server.down(null);
  phone.server.answer('note.edit', { state: 'quarantined', refusal: { code: 'mutation.failed' } });
  await phone.settle();
  await phone.sync.perform(editNote, { id, changes: { title: 'Odd' } });
  await phone.settle();
  const odd = phone.sync.outbox.items()[0]?.id ?? '';
  phone.server.answer('note.edit', { state: 'held', refusal: { code: 'mutation.waits' } });
  await phone.sync.perform(editNote, { id, changes: { phone: 'stands on it' } });
  await phone.sync.perform(editNote, { id, changes: { phone: 'and on that' } });
  await phone.settle();
  const stands = phone.server.seen.pushes.at(-1)?.mutations.at(-1);
  await phone.sync.perform(editNote, { id, changes: { title: 'Even' } }, { supersedes: odd });
  await phone.settle();
  const repaired = phone.server.seen.pushes.at(-1)?.mutations.at(-1);
  expect(stands?.deps).toHaveLength(1);
  expect(repaired).toMatchObject({ supersedes: odd });
  expect(repaired?.deps ?? []).toEqual([]);
  await phone.close();
});

test('what the office has to look into stays in sight and holds up nothing else', async () => {
  const { phone, ids } = await withNotes(2);
  phone.server.down(null);
  phone.server.answer('note.create', { state: 'quarantined', refusal: { code: 'mutation.failed' } });
  await phone.settle();
  phone.server.answer('note.create', null);
  expect(stateOf(phone, ids[0] ?? '')).toEqual({ state: 'in-review' });
  expect(phone.sync.mirror.row(`notes:${ids[0]}`)).not.toBeNull();
  const other = fakeId();
  await phone.sync.perform(createNote, { id: other, title: 'Other' });
  await phone.settle();
  expect(phone.server.rows().has(other)).toBe(true);
  await phone.close();
});

test('what is safe on the server but not applied is asked for, not sent again and again', async () => {
  const { phone } = await withNotes(1);
  phone.server.down(null);
  phone.server.answer('note.create', { state: 'received' });
  await phone.settle();
  const sent = phone.server.seen.pushes.length;
  phone.server.answer('note.create', null);
  await phone.settle();
  expect(phone.server.seen.pushes.length).toBe(sent);
  expect(phone.server.seen.pulls.at(-1)?.verdictsFor.length).toBe(1);
  expect(status(phone).waiting).toBe(1);
  await phone.timer.advance(5 * 60_000);
  await phone.settle();
  expect(status(phone).waiting).toBe(0);
  await phone.close();
});

test('a copied phone gets a new name and sends the same mutations under it', async () => {
  const { phone, ids } = await withNotes(2);
  const before = phone.sync.mirror.find('device');
  phone.server.down(null);
  phone.server.next({ kind: 'forked' });
  await phone.settle();
  expect(phone.sync.mirror.find('device')?.deviceId).toBe(before?.deviceId);
  expect(phone.sync.mirror.find('device')?.incarnation).not.toBe(before?.incarnation);
  expect([...phone.server.rows().keys()]).toEqual(ids);
  await phone.close();
});

test('a batch too large is halved; one that never fits needs a person and holds up nobody', async () => {
  const { phone, ids } = await withNotes(3);
  phone.server.down(null);
  phone.server.next({ kind: 'too-large' }, 'none', { kind: 'too-large' });
  await phone.settle();
  const left = phone.sync.outbox.items();
  expect(left).toHaveLength(1);
  expect(left[0]).toMatchObject({ refusal: { code: 'outbox.too-large' }, canDiscard: true });
  expect([...phone.server.rows().keys()]).toEqual(ids.slice(0, 2));
  expect(stateOf(phone, ids[2] ?? '')).toMatchObject({ state: 'needs-you' });
  await phone.sync.outbox.unpark(left[0]?.id ?? '');
  await phone.settle();
  expect([...phone.server.rows().keys()]).toEqual(ids);
  await phone.close();
});

test('a hundred and twenty saves travel in three batches, in order', async () => {
  const { phone, ids } = await withNotes(120);
  phone.server.down(null);
  await phone.settle();
  expect(phone.server.seen.pushes.map((push) => push.mutations.length)).toEqual([50, 50, 20]);
  expect([...phone.server.rows().keys()]).toEqual(ids);
  expect(phone.server.seen.pushes[0]?.pending).toMatchObject({ count: 120 });
  await phone.close();
});

test('a device clock three days wrong, either way, changes nothing', async () => {
  const day = 24 * 60 * 60 * 1000;
  let wrong = 3 * day;
  const { phone, ids } = await withNotes(1, { now: () => Date.UTC(2026, 10, 20) + wrong });
  phone.server.down({ kind: 'busy', status: 503, retryAfterMs: null });
  await phone.settle();
  wrong = -3 * day;
  phone.server.down(null);
  await phone.timer.advance(5 * 60_000);
  await phone.sync.perform(closeNote, { id: ids[0] ?? '' });
  await phone.settle();
  expect(phone.server.rows().get(ids[0] ?? '')?.row).toMatchObject({ closed: true });
  expect(status(phone).waiting).toBe(0);
  await phone.close();
});

test('another person on this phone neither sees nor sends what the first one left', async () => {
  const { phone } = await withNotes(3, { store: freshDexie('shared-phone') });
  await phone.close();
  const server = phone.server;
  server.down(null);
  const other = { userId: 'other', companyId: 'danube', roles: ['rep'] };
  const next = await startPhone({ server, profile: other, store: freshDexie('shared-phone') });
  await next.settle();
  expect(server.rows().size).toBe(0);
  await next.close();
  const back = await startPhone({ server, store: freshDexie('shared-phone') });
  await back.settle();
  expect(server.rows().size).toBe(3);
  await back.close();
});

test('an unsent item can be taken back with all that stands on it, and comes back as it was', async () => {
  const { phone, ids } = await withNotes(1, {});
  const [id = ''] = ids;
  phone.server.down({ kind: 'sign-in' });
  const fresh = fakeId();
  const created = await phone.sync.perform(createNote, { id: fresh, title: 'Fresh' });
  await phone.sync.perform(editNote, { id: fresh, changes: { phone: '1' } });
  await phone.settle();
  const before = phone.sync.outbox.items();
  expect(before.find((item) => item.writes[0] === `notes:${id}`)?.canDiscard).toBe(false);
  const taken = await phone.sync.outbox.discard(created.ok ? created.value.mutationId : '');
  if (!taken.ok) throw new Error(taken.error.code);
  expect(phone.sync.mirror.row(`notes:${fresh}`)).toBeNull();
  expect(phone.sync.outbox.items()).toHaveLength(1);
  await taken.value();
  expect(phone.sync.outbox.items()).toEqual(before);
  expect(phone.sync.mirror.row(`notes:${fresh}`)).toMatchObject({ phone: '1' });
  await phone.close();
});

test('the person hears of something that waits for a quarter of an hour although the server answers', async () => {
  const { phone } = await withNotes(1);
  phone.server.down(null);
  phone.server.answer('note.create', { state: 'held' });
  await phone.settle();
  await phone.timer.advance(16 * 60_000);
  await phone.settle();
  expect(status(phone).stuck).toBe(true);
  await phone.close();
});

test('the export holds every unconfirmed item with its arguments', async () => {
  const { phone, ids } = await withNotes(2);
  const text = await phone.sync.outbox.exportJson();
  expect(ids.every((id) => text.includes(id))).toBe(true);
  await phone.close();
});

test('while the way is known to be closed nothing counts as perhaps sent, and all of it can be taken back', async () => {
  let reach: Reach = 'reachable';
  const { phone } = await withNotes(1, { reach: () => reach });
  reach = 'captive-portal';
  const id = fakeId();
  await phone.sync.perform(createNote, { id, title: 'Fresh' });
  await phone.settle();
  expect(phone.sync.outbox.items().map((item) => item.canDiscard)).toEqual([false, true]);
  expect(stateOf(phone, id)).toEqual({ state: 'waiting' });
  reach = 'reachable';
  phone.server.down(null);
  await phone.settle();
  expect(status(phone)).toMatchObject({ waiting: 0, link: 'ok' });
  await phone.close();
});

test('the network is back, and the first question is lost: the phone asks again within a second', async () => {
  let [reach, isBack]: [Reach, () => void] = ['reachable', () => undefined];
  const { phone } = await withNotes(1, { reach: () => reach, online: (back: () => void) => void (isBack = back) });
  // Long enough without a signal for the next try to be minutes away.
  for (let tries = 0; tries < 12; tries += 1) await phone.settle();
  phone.server.down(null);
  reach = 'unreachable';
  isBack();
  await macrotask();
  expect(status(phone).waiting).toBe(1);
  reach = 'reachable';
  await phone.timer.advance(1000);
  await macrotask();
  expect(status(phone)).toMatchObject({ waiting: 0, link: 'ok' });
  await phone.close();
});
