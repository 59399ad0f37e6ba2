import { expect, test } from 'vitest';
import { createMemoryStore } from '../store/memory-store.ts';
import { createWrite } from './write.ts';

test('a screen that breaks while it is told does not make a save look lost', async () => {
  const store = createMemoryStore();
  const surprises: unknown[] = [];
  const channel = { post: () => {}, listen: () => () => {}, close: () => {} };
  const write = createWrite({ store, channel, report: (surprise) => surprises.push(surprise) }, () => {
    throw new Error('broken screen');
  });
  await expect(write(['sent'], async (tx) => tx.put('sent', []))).resolves.toBeUndefined();
  expect(surprises).toHaveLength(1);
});

test('other tabs hear which rows changed and nothing of what is in them', async () => {
  const store = createMemoryStore();
  const posted: unknown[] = [];
  const channel = { post: (message: unknown) => posted.push(message), listen: () => () => {}, close: () => {} };
  const write = createWrite({ store, channel, report: () => {} }, () => {});
  await write(['view'], (tx) => tx.put('view', [{ key: 'cards:1', table: 'cards', id: '1', row: 'Danube Toys' }]));
  expect(JSON.stringify(posted)).toContain('cards:1');
  expect(JSON.stringify(posted)).not.toContain('Danube');
});
