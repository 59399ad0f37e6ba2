import { createMemoryStore } from '@cession/client/store/memory-store.ts';
import { expect, test, vi } from 'vitest';
import { closeNote, createNote, editNote, notes } from './client-notes.ts';
import { fakeId, freshDexie, macrotask, startPhone } from './client-world.ts';

const OFFLINE = { kind: 'unreachable', why: 'network' } as const;

async function offlinePhone(options = {}) {
  const phone = await startPhone(options);
  phone.server.down(OFFLINE);
  return phone;
}

test('a saved card is in the view and in the outbox, with what it stands on', async () => {
  const phone = await offlinePhone();
  const id = fakeId();
  const created = await phone.sync.perform(createNote, { id, title: 'Volga' });
  const edited = await phone.sync.perform(editNote, { id, changes: { title: 'Volga Trade' } });
  const again = await phone.sync.perform(editNote, { id, changes: { title: 'Volga Trade LLC', phone: '1' } });
  if (!created.ok || !edited.ok || !again.ok) throw new Error('not saved');

  expect(phone.sync.mirror.row(`notes:${id}`)).toMatchObject({ title: 'Volga Trade LLC', phone: '1' });
  const [, second, third] = phone.sync.mirror.outbox();
  expect(second).toMatchObject({ deps: [created.value.mutationId], userId: 'rep', companyId: 'danube' });
  expect(third?.deps).toEqual([edited.value.mutationId]);
  expect(third?.base).toEqual({
    [`notes:${id}`]: { title: { ver: 0, by: edited.value.mutationId }, phone: { ver: 0, by: null } },
  });
  await phone.close();
});

test('a field of a row the server knows is based on the version the person saw', async () => {
  const phone = await startPhone();
  const id = fakeId();
  phone.server.put(id, { id, title: 'Danube', phone: null, closed: false });
  await phone.settle();
  phone.server.down(OFFLINE);
  await phone.sync.perform(editNote, { id, changes: { title: 'Danube Toys' } });
  expect(phone.sync.mirror.outbox()[0]?.base[`notes:${id}`]?.['title']).toMatchObject({ ver: 1 });
  await phone.close();
});

test('what a rule refuses here is told at once and leaves no trace', async () => {
  const phone = await offlinePhone();
  const outcome = await phone.sync.perform(closeNote, { id: fakeId() });
  expect(outcome).toEqual({ ok: false, error: { kind: 'refused', refusal: { code: 'note.not-found' } } });
  const refusal = outcome.ok || outcome.error.kind !== 'refused' ? null : outcome.error.refusal;
  expect(refusal?.code satisfies 'note.not-found' | 'note.closed' | undefined).toBe('note.not-found');
  expect(phone.sync.mirror.outbox()).toEqual([]);
  await phone.close();
});

test('arguments that fit no schema are named by path and not saved', async () => {
  const phone = await offlinePhone();
  const outcome = await phone.sync.perform(createNote, { id: fakeId(), title: '' });
  expect(outcome).toEqual({ ok: false, error: { kind: 'bad-args', paths: ['title'] } });
  await phone.close();
});

test('a ten megabyte paste is refused with its size; half characters and NUL never reach the outbox', async () => {
  const phone = await offlinePhone();
  const outcome = await phone.sync.perform(createNote, { id: fakeId(), title: 'x'.repeat(10_000_000) });
  expect(outcome).toMatchObject({ ok: false, error: { kind: 'too-large' } });
  await phone.sync.perform(createNote, { id: fakeId(), title: 'a\u{d800}b\0c' });
  expect(phone.sync.mirror.outbox()[0]?.args).toMatchObject({ title: 'a\ufffdbc' });
  await phone.close();
});

test('a full phone says so, shows nothing as saved and keeps the draft', async () => {
  const store = createMemoryStore();
  const phone = await offlinePhone({ store });
  phone.sync.drafts.save('new-note', { title: 'Half' });
  await phone.sync.drafts.flush();
  store.failWrites('full');
  const id = fakeId();
  const outcome = await phone.sync.perform(createNote, { id, title: 'Half' }, { draft: 'new-note' });
  expect(outcome).toEqual({ ok: false, error: { kind: 'storage', fault: 'full' } });
  expect(phone.sync.mirror.row(`notes:${id}`)).toBeNull();
  store.failWrites(null);
  expect(await phone.sync.drafts.read('new-note')).toEqual({ title: 'Half' });
  await phone.close();
});

test('a save takes its draft along, and no late keystroke brings it back', async () => {
  const phone = await offlinePhone();
  phone.sync.drafts.save('new-note', { title: 'Ha' });
  await phone.sync.drafts.flush();
  phone.sync.drafts.save('new-note', { title: 'Half' });
  await phone.sync.perform(createNote, { id: fakeId(), title: 'Half' }, { draft: 'new-note' });
  await phone.timer.advance(1000);
  expect(await phone.sync.drafts.read('new-note')).toBeNull();
  await phone.close();
});

/** Saves a note on a phone that dies at the given step, and looks at what its disk holds afterwards. */
async function killedAt(step: number) {
  const store = createMemoryStore();
  const phone = await offlinePhone({ store });
  phone.sync.drafts.save('new-note', { title: 'Half' });
  await phone.sync.drafts.flush();
  await phone.settle();
  let steps = 0;
  let acknowledged = false;
  store.beforeStep(() => {
    steps += 1;
    if (steps === step) store.crash();
  });
  const id = fakeId();
  void phone.sync.perform(createNote, { id, title: 'Half' }, { draft: 'new-note' }).then(() => (acknowledged = true));
  await macrotask();
  const next = await offlinePhone({ store: store.restart() });
  return {
    survived: steps < step,
    acknowledged,
    kept: [
      next.sync.mirror.outbox().length === 1,
      next.sync.mirror.row(`notes:${id}`) !== null,
      (await next.sync.drafts.read('new-note')) === null,
    ],
  };
}

test('a tab killed at any step of a save leaves all of it or nothing', async () => {
  const runs = [];
  do runs.push(await killedAt(runs.length + 1));
  while (!runs.at(-1)?.survived);
  expect(runs.length).toBeGreaterThan(6);
  for (const { kept } of runs) expect(new Set(kept).size).toBe(1);
  for (const { kept } of runs.filter((run) => run.acknowledged)) expect(kept[0]).toBe(true);
});

test('an aborted transaction of the real store leaves nothing and reports the phone, not the person', async () => {
  const store = freshDexie();
  const phone = await offlinePhone({ store });
  const id = fakeId();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('disk', 'QuotaExceededError');
  });
  const outcome = await phone.sync.perform(createNote, { id, title: 'Danube' });
  put.mockRestore();
  expect(outcome).toEqual({ ok: false, error: { kind: 'storage', fault: 'full' } });
  expect(await store.db.outbox.count()).toBe(0);
  await phone.close();
});

test('a broken connection is opened again behind the save', async () => {
  const store = freshDexie();
  const phone = await offlinePhone({ store });
  store.db.close({ disableAutoOpen: false });
  const outcome = await phone.sync.perform(createNote, { id: fakeId(), title: 'Danube' });
  expect(outcome.ok).toBe(true);
  await phone.close();
});

test('rows and outbox come back after a restart', async () => {
  const store = freshDexie('restart');
  const phone = await offlinePhone({ store });
  const id = fakeId();
  await phone.sync.perform(createNote, { id, title: 'Danube' });
  await phone.close();
  const next = await offlinePhone({ store: freshDexie('restart') });
  expect(next.sync.mirror.rows(notes.name)).toEqual([{ id, title: 'Danube', phone: null, closed: false }]);
  expect(next.sync.deviceId).toBe(phone.sync.deviceId);
  await next.close();
});
