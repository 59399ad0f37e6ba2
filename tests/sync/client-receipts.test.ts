import { createMemoryStore } from '@cession/client/store/memory-store.ts';
import { instantToMs, msToInstant } from '@cession/shared/kernel/instant.ts';
import { expect, test } from 'vitest';
import { createFakeServer } from './client-fake-server.ts';
import { createNote } from './client-notes.ts';
import { fakeId, startPhone } from './client-world.ts';

const OFFLINE = { kind: 'unreachable', why: 'network' } as const;
const DAY_MS = 24 * 60 * 60 * 1000;

test('a signal that comes and goes all day has the phone look through its receipts once that day, and drop the old ones', async () => {
  const server = createFakeServer();
  const store = createMemoryStore();
  const phone = await startPhone({ server, store });
  const start = instantToMs(server.now);
  await phone.sync.perform(createNote, { id: fakeId(), title: 'Kept for thirty days' });
  await phone.settle();

  let looks = 0;
  store.beforeStep((name) => {
    if (name === 'all receipts') looks += 1;
  });
  const comeAndGo = async () => {
    server.down(OFFLINE);
    await phone.settle();
    server.down(null);
    await phone.settle();
  };
  server.now = msToInstant(start + DAY_MS);
  for (let times = 0; times < 5; times += 1) await comeAndGo();
  expect(looks).toBe(1);

  server.now = msToInstant(start + 32 * DAY_MS);
  await comeAndGo();
  expect(await store.tx('r', ['receipts'], (tx) => tx.all('receipts'))).toEqual([]);
  await phone.close();
});
