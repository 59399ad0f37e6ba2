import { overallStatus } from '@cession/client/sync/sync-status.ts';
import { expect, test } from 'vitest';
import { createFakeServer } from './client-fake-server.ts';
import { createNote, editNote, notes } from './client-notes.ts';
import {
  channelHub,
  fakeId,
  freshDexie,
  lockHub,
  macrotask,
  manualLife,
  manualTimer,
  startPhone,
} from './client-world.ts';

async function twoTabs(name: string) {
  const hub = channelHub();
  const shared = { server: createFakeServer(), timer: manualTimer(), locks: lockHub() };
  const lives = [manualLife(), manualLife()] as const;
  const first = await startPhone({ ...shared, channel: hub.join(), store: freshDexie(name), life: lives[0] });
  await first.settle();
  const second = await startPhone({ ...shared, channel: hub.join(), store: freshDexie(name), life: lives[1] });
  await macrotask();
  return { first, second, lives, ...shared };
}

test('two tabs save at once: both are kept, each sees the other, one sends', async () => {
  const { first, second, server } = await twoTabs('two-tabs');
  const ids = Array.from({ length: 10 }, () => fakeId());
  await Promise.all(ids.map((id, at) => (at % 2 ? first : second).sync.perform(createNote, { id, title: 'T' })));
  await macrotask();
  await first.settle();
  await macrotask();
  expect([...server.rows().keys()].toSorted()).toEqual(ids.toSorted());
  for (const tab of [first, second]) {
    expect(tab.sync.mirror.rows(notes.name)).toHaveLength(10);
    expect(overallStatus(tab.sync.mirror, tab.sync.board.facts()).waiting).toBe(0);
    expect(tab.surprises).toEqual([]);
  }
  await first.close();
  await second.close();
});

test('two tabs edit one card: the later change stands on the earlier', async () => {
  const { first, second, server } = await twoTabs('one-card');
  const id = fakeId();
  await first.sync.perform(createNote, { id, title: 'A' });
  await second.sync.perform(editNote, { id, changes: { title: 'B' } });
  await first.sync.perform(editNote, { id, changes: { title: 'C' } });
  await first.settle();
  expect(server.rows().get(id)?.row).toMatchObject({ title: 'C' });
  await first.close();
  await second.close();
});

test('when the sending tab is hidden the other takes over', async () => {
  const { first, second, lives, server } = await twoTabs('hand-over');
  lives[0].show(false);
  await macrotask();
  const id = fakeId();
  await second.sync.perform(createNote, { id, title: 'T' });
  await second.settle();
  expect(server.rows().has(id)).toBe(true);
  await first.close();
  await second.close();
});

test('a tab that missed messages while it was frozen catches up when it is seen again', async () => {
  const server = createFakeServer();
  const [a, b] = [channelHub().join(), channelHub().join()];
  const first = await startPhone({ server, channel: a, store: freshDexie('frozen') });
  const second = await startPhone({ server, channel: b, store: freshDexie('frozen') });
  const id = fakeId();
  await first.sync.perform(createNote, { id, title: 'T' });
  expect(second.sync.mirror.row(`notes:${id}`)).toBeNull();
  second.life.show(false);
  second.life.show(true);
  await macrotask();
  expect(second.sync.mirror.row(`notes:${id}`)).not.toBeNull();
  await first.close();
  await second.close();
});

test('a draft is on the disk when the page is hidden, and back after a kill', async () => {
  const phone = await startPhone({ store: freshDexie('draft') });
  phone.sync.drafts.save('card:new', { title: 'Dan' });
  expect(phone.sync.drafts.state('card:new')).toBe('typing');
  phone.life.show(false);
  await macrotask();
  expect(phone.sync.drafts.state('card:new')).toBe('saved');
  const next = await startPhone({ store: freshDexie('draft') });
  expect(await next.sync.drafts.read('card:new')).toEqual({ title: 'Dan' });
  const undo = await next.sync.drafts.discard('card:new');
  expect(await next.sync.drafts.read('card:new')).toBeNull();
  undo();
  await next.timer.advance(300);
  await macrotask();
  expect(await next.sync.drafts.list()).toHaveLength(1);
  await phone.close();
  await next.close();
});
