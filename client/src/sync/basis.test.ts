import { expect, test } from 'vitest';
import { StorageFailure } from '../store/local-store.ts';
import { createBasis } from './basis.ts';
import type { SyncPorts } from './ports.ts';

test('a phone that could not be read at first is read when somebody asks again', async () => {
  let reads = 0;
  const ports = {
    store: {
      tx: async () => {
        reads += 1;
        if (reads === 1) throw new StorageFailure('closed', 'the system took the connection');
        const none = { meta: new Map(), view: new Map(), outbox: new Map(), sent: new Map() };
        return { rev: 0, records: none };
      },
    },
    channel: { post: () => undefined, listen: () => () => undefined, close: () => undefined },
  } as unknown as SyncPorts; // only what reading needs
  const basis = createBasis(ports);
  await expect(basis.load()).rejects.toThrow(StorageFailure);
  await basis.load();
  await basis.load();
  expect(reads).toBe(2);
});
