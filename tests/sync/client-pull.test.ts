import { createMemoryStore } from '@cession/client/store/memory-store.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import { overallStatus, recordState } from '@cession/client/sync/sync-status.ts';
import { expect, test } from 'vitest';
import { createFakeServer } from './client-fake-server.ts';
import { closeNote, createNote, editNote, notes } from './client-notes.ts';
import { fakeId, freshDexie, macrotask, startPhone, type Phone } from './client-world.ts';

const OFFLINE = { kind: 'unreachable', why: 'network' } as const;

function serverWith(count: number) {
  const server = createFakeServer();
  const ids = Array.from({ length: count }, () => fakeId());
  for (const id of ids) server.put(id, { id, title: `Note ${id}`, phone: null, closed: false });
  return { server, ids };
}

const titles = (phone: Phone) =>
  new Map(phone.sync.mirror.rows(notes.name).map((row) => [(row as { id: string }).id, row]));

test('the first sync shows how far it is and ends with every row', async () => {
  const { server, ids } = serverWith(25);
  server.pageRows = 10;
  const progress: unknown[] = [];
  const phone = await startPhone({ server });
  phone.sync.mirror.subscribe('meta', () =>
    progress.push(overallStatus(phone.sync.mirror, phone.sync.board.facts()).firstSync),
  );
  await phone.settle();
  expect(progress).toContainEqual({ done: 10, total: 25 });
  expect(progress).toContainEqual({ done: 20, total: 25 });
  expect(progress.at(-1)).toBeNull();
  expect(phone.sync.mirror.rows(notes.name)).toHaveLength(ids.length);
  await phone.close();
});

test('a first sync killed half-way starts again and ends the same', async () => {
  const { server, ids } = serverWith(25);
  server.pageRows = 10;
  const store = createMemoryStore();
  let pages = 0;
  const phone = await startPhone({
    server,
    store,
    step: (name) => {
      if (name === 'after-pull' && (pages += 1) === 2) store.crash();
    },
  });
  void phone.sync.trigger('manual');
  await macrotask();
  const next = await startPhone({ server, store: store.restart() });
  expect(next.sync.mirror.rows(notes.name)).toHaveLength(10);
  expect(next.sync.mirror.meta('server').cursor).toBe(0);
  await next.settle();
  expect(next.sync.mirror.rows(notes.name)).toHaveLength(ids.length);
  await next.close();
});

test('rows and cursor move together: killed before, the pull is repeated; nothing is skipped', async () => {
  const { server, ids } = serverWith(3);
  const store = createMemoryStore();
  const phone = await startPhone({ server, store });
  await phone.settle();
  server.put(ids[0] ?? '', { id: ids[0], title: 'New', phone: null, closed: false });
  store.beforeStep((name) => {
    if (name === 'put confirmed') store.crash();
  });
  void phone.sync.trigger('manual');
  await macrotask();
  const next = await startPhone({ server, store: store.restart() });
  expect(titles(next).get(ids[0] ?? '')).not.toMatchObject({ title: 'New' });
  await next.settle();
  expect(titles(next).get(ids[0] ?? '')).toMatchObject({ title: 'New' });
  await next.close();
});

test('own waiting changes stay on top of what comes from the server', async () => {
  const { server, ids } = serverWith(1);
  const [id = ''] = ids;
  const phone = await startPhone({ server });
  await phone.settle();
  server.next(OFFLINE);
  await phone.sync.perform(editNote, { id, changes: { phone: '06 1' } });
  await macrotask();
  server.put(id, { id, title: 'Renamed by the office', phone: null, closed: false });
  server.next({ kind: 'busy', status: 503, retryAfterMs: null });
  await phone.settle();
  expect(phone.sync.mirror.row(`notes:${id}`)).toMatchObject({ title: 'Renamed by the office', phone: '06 1' });
  expect(server.rows().get(id)?.row).toMatchObject({ phone: '06 1' });
  await phone.close();
});

test('a waiting change that newer rows forbid still travels, and is marked here', async () => {
  const { server, ids } = serverWith(1);
  const [id = ''] = ids;
  const phone = await startPhone({ server });
  await phone.settle();
  server.answer('note.edit', { state: 'held' });
  await phone.sync.perform(editNote, { id, changes: { phone: '06 1' } });
  await phone.settle();
  server.put(id, { id, title: 'Closed by the office', phone: null, closed: true });
  await phone.settle();
  expect(phone.sync.mirror.row(`notes:${id}`)).toMatchObject({ closed: true, phone: null });
  expect(phone.sync.outbox.items()[0]).toMatchObject({ status: 'held', refusedHere: { code: 'note.closed' } });
  await phone.close();
});

test('an applied change never blinks back while its row is on the way home', async () => {
  const { server, ids } = serverWith(1);
  const [id = ''] = ids;
  const phone = await startPhone({ server });
  await phone.settle();
  server.next('none', OFFLINE);
  await phone.sync.perform(closeNote, { id });
  await macrotask();
  expect(phone.sync.mirror.outbox()[0]?.status).toBe('applied');
  expect(phone.sync.mirror.row(`notes:${id}`)).toMatchObject({ closed: true });
  expect(phone.sync.outbox.items()).toEqual([]);
  await phone.settle();
  expect(phone.sync.mirror.outbox()).toEqual([]);
  expect(phone.sync.mirror.row(`notes:${id}`)).toMatchObject({ closed: true });
  await phone.close();
});

test('a row that is no longer mine goes, and what I still had to say about it is delivered', async () => {
  const { server, ids } = serverWith(2);
  const [id = ''] = ids;
  const phone = await startPhone({ server });
  await phone.settle();
  server.down(OFFLINE);
  await phone.sync.perform(editNote, { id, changes: { phone: '06 1' } });
  server.depart(id);
  server.down(null);
  await phone.settle();
  expect(phone.sync.mirror.row(`notes:${id}`)).toBeNull();
  expect(phone.sync.outbox.items()[0]).toMatchObject({ status: 'rejected', refusal: { code: 'note.not-found' } });
  await phone.close();
});

test.each(['scope', 'too-old'] as const)('reset %s drops the cache and never the outbox', async (why) => {
  const { server, ids } = serverWith(3);
  const phone = await startPhone({ server });
  await phone.settle();
  server.answer('note.create', { state: 'held' });
  const mine = fakeId();
  await phone.sync.perform(createNote, { id: mine, title: 'Mine' });
  await phone.settle();
  server.rows();
  server.depart(ids[0] ?? '');
  server.reset(why);
  await phone.settle();
  expect([...titles(phone).keys()].toSorted()).toEqual([...ids.slice(1), mine].toSorted());
  expect(phone.sync.outbox.items()).toHaveLength(1);
  await phone.close();
});

test.each([
  ['and said so', true],
  ['and nobody said so', false],
])('a server restored from an old backup, %s, is filled again from the phone', async (_, said) => {
  const phone = await startPhone();
  const id = fakeId();
  await phone.settle();
  await phone.sync.perform(createNote, { id, title: 'Volga' });
  await phone.settle();
  await phone.sync.perform(editNote, { id, changes: { phone: '8 800' } });
  await phone.settle();
  expect(phone.sync.mirror.outbox()).toEqual([]);
  phone.server.restoreEmpty(said);
  await phone.settle();
  await phone.settle();
  expect(phone.server.rows().get(id)?.row).toMatchObject({ title: 'Volga', phone: '8 800' });
  expect(phone.sync.mirror.row(`notes:${id}`)).toMatchObject({ title: 'Volga', phone: '8 800' });
  expect(phone.sync.mirror.meta('server').reconcile).toBe(false);
  expect(phone.sync.mirror.outbox()).toEqual([]);
  await phone.close();
});

test('what was refused is put before a restored server too, so that nothing that stands on it waits for ever', async () => {
  const phone = await startPhone();
  phone.server.answer('note.create', { state: 'rejected', refusal: { code: 'note.duplicate' } });
  const saved = await phone.sync.perform(createNote, { id: fakeId(), title: 'Volga' });
  const mutationId = saved.ok ? saved.value.mutationId : '';
  await phone.settle();
  phone.server.restoreEmpty();
  const before = phone.server.seen.pushes.length;
  await phone.settle();
  await phone.settle();
  const since = phone.server.seen.pushes.slice(before).flatMap(({ mutations }) => mutations.map(({ id }) => id));
  expect(since).toEqual([mutationId]);
  expect(phone.sync.outbox.items()).toMatchObject([{ id: mutationId, status: 'rejected' }]);
  await phone.close();
});

test('nothing sent to a restored server waits there for what the person has taken back since', async () => {
  const phone = await startPhone();
  const id = fakeId();
  phone.server.answer('note.edit', { state: 'rejected', refusal: { code: 'note.closed' } });
  await phone.sync.perform(createNote, { id, title: 'Volga' });
  const refused = await phone.sync.perform(editNote, { id, changes: { phone: '8 800' } });
  const closing = await phone.sync.perform(closeNote, { id });
  await phone.settle();
  if (!refused.ok || !closing.ok) throw new Error('not saved');
  const sent = () => phone.server.seen.pushes.flatMap(({ mutations }) => mutations);
  expect(sent().find((one) => one.id === closing.value.mutationId)?.deps).toContain(refused.value.mutationId);
  await phone.sync.outbox.discard(refused.value.mutationId);
  const before = sent().length;
  phone.server.restoreEmpty();
  await phone.settle();
  await phone.settle();
  const again = sent().slice(before);
  expect(again.map(({ name }) => name)).toEqual(['note.create', 'note.close']);
  expect(again.flatMap(({ deps = [] }) => deps)).toEqual([]);
  await phone.close();
});

test('a row this app cannot read stays out of sight until an app that can is installed', async () => {
  const server = createFakeServer();
  const id = fakeId();
  server.put(id, { id, title: 5, phone: null, closed: false });
  const phone = await startPhone({ server, store: freshDexie('unreadable') });
  await phone.settle();
  expect(phone.sync.mirror.row(`notes:${id}`)).toBeNull();
  expect(phone.sync.mirror.meta('link')).toBe('ok');
  await phone.close();
  const next = await startPhone({ server, store: freshDexie('unreadable'), appVersion: '2.0.0' });
  expect(next.sync.mirror.find('app')).toEqual({ version: '2.0.0' });
  await next.close();
});

test('a phone that cannot write the verdict down hears the same one again', async () => {
  const inner = createMemoryStore();
  let refuse = 0;
  const store: LocalStore = {
    ...inner,
    tx: (mode, stores, work) => {
      const isVerdict = mode === 'rw' && stores.includes('confirmed') && !stores.includes('drafts') && refuse > 0;
      if (isVerdict) refuse -= 1;
      inner.failWrites(isVerdict ? 'broken' : null);
      return inner.tx(mode, stores, work);
    },
  };
  const phone = await startPhone({ store });
  await phone.settle();
  const id = fakeId();
  phone.server.down(OFFLINE);
  const saved = await phone.sync.perform(createNote, { id, title: 'Danube' });
  phone.server.down(null);
  refuse = 2;
  await phone.settle();
  await phone.settle();
  expect(phone.server.effects(saved.ok ? saved.value.mutationId : '')).toBe(1);
  expect(phone.sync.outbox.items()).toEqual([]);
  expect(phone.surprises).toEqual([]);
  await phone.close();
});

test('killed between any two steps of a round, the next start brings it to the same end', async () => {
  const steps = [
    ...['before-perform', 'after-perform', 'before-push', 'after-push', 'after-verdicts'],
    ...['before-pull', 'after-pull', 'after-apply'],
  ];
  for (const at of steps) {
    const server = createFakeServer();
    const store = createMemoryStore();
    let armed = false;
    const died = Promise.withResolvers<void>();
    const step = (name: string) => {
      if (!armed || name !== at) return;
      store.crash();
      died.resolve();
      return new Promise<void>(() => {});
    };
    const phone = await startPhone({ server, store, step });
    await phone.settle();
    const id = fakeId();
    armed = true;
    void phone.sync.perform(createNote, { id, title: 'Volga' });
    await died.promise;

    const next = await startPhone({ server, store: store.restart() });
    await next.settle();
    const kept = at === 'before-perform' ? 0 : 1;
    expect([at, server.rows().size, next.sync.mirror.rows(notes.name).length]).toEqual([at, kept, kept]);
    expect([at, next.sync.mirror.outbox()]).toEqual([at, []]);
    const effects = server.seen.pushes.flatMap((push) => push.mutations.map((one) => server.effects(one.id)));
    expect([at, effects.every((count) => count === 1)]).toEqual([at, true]);
  }
});

test('two people changed one field: both hear that a person has to decide', async () => {
  const { server, ids } = serverWith(1);
  const [id = ''] = ids;
  const phone = await startPhone({ server });
  await phone.settle();
  server.answer('note.edit', { state: 'conflict', ver: 99, conflicts: [fakeId()] });
  await phone.sync.perform(editNote, { id, changes: { title: 'Mine' } });
  await phone.settle();
  expect(recordState(phone.sync.mirror, phone.sync.board.facts(), `notes:${id}`)).toEqual({ state: 'conflict' });
  expect(phone.sync.outbox.canSignOut().ok).toBe(true);
  await phone.close();
});

test('while it is on the wire a record says so', async () => {
  const phone = await startPhone();
  await phone.settle();
  const id = fakeId();
  const said: unknown[] = [];
  phone.sync.board.subscribe(() =>
    said.push(recordState(phone.sync.mirror, phone.sync.board.facts(), `notes:${id}`)?.state),
  );
  await phone.sync.perform(createNote, { id, title: 'Volga' });
  said.push(recordState(phone.sync.mirror, phone.sync.board.facts(), `notes:${id}`)?.state);
  await phone.settle();
  const order = said.filter((state, at) => state !== undefined && state !== said[at - 1]);
  expect(order.slice(-2)).toEqual(['sending', 'sent']);
  expect(said).toContain('saved-here');
  await phone.close();
});

test('what a restored server had taken in, to decide it later, is sent again at once', async () => {
  const phone = await startPhone();
  const id = fakeId();
  phone.server.answer('note.create', { state: 'held', refusal: { code: 'mutation.waits' } });
  await phone.sync.perform(createNote, { id, title: 'Volga' });
  await phone.settle();
  phone.server.answer('note.create', null);
  phone.server.restoreEmpty();
  await phone.settle();
  await phone.settle();
  expect(phone.server.rows().get(id)?.row).toMatchObject({ title: 'Volga' });
  expect(phone.sync.mirror.outbox()).toEqual([]);
  await phone.close();
});

test('nor does what still waited when the server was restored wait for what was replaced and then taken back', async () => {
  const phone = await startPhone();
  const id = fakeId();
  phone.server.answer('note.create', { state: 'rejected', refusal: { code: 'note.duplicate' } });
  phone.server.answer('note.edit', { state: 'held', refusal: { code: 'mutation.waits' } });
  const refused = await phone.sync.perform(createNote, { id, title: 'Volga' });
  await phone.sync.perform(editNote, { id, changes: { phone: '8 800' } });
  await phone.settle();
  if (!refused.ok) throw new Error('not saved');
  const supersedes = refused.value.mutationId;
  const again = await phone.sync.perform(createNote, { id, title: 'Volga Kft.' }, { supersedes });
  await phone.settle();
  const taken = await phone.sync.outbox.discard(again.ok ? again.value.mutationId : '');
  const before = phone.server.seen.pushes.length;
  phone.server.restoreEmpty();
  await phone.settle();
  await phone.settle();
  const sent = phone.server.seen.pushes.slice(before).flatMap(({ mutations }) => mutations);
  expect(taken.ok).toBe(true);
  expect(sent.map(({ name }) => name)).toEqual(['note.edit']);
  expect(sent[0]?.deps ?? []).toEqual([]);
  await phone.close();
});
