import { cardKeys } from '@cession/shared/card/card-key.ts';
import type { ServerStore, StoredRow } from '@cession/server/sync/store.ts';
import { expect, test } from 'vitest';
import { diceOf } from '../dice.ts';
import { writing } from '../bugs/writing.ts';
import { createModelStore } from './model-store.ts';

const COMPANY = '00000000-0000-4000-8000-000000000001';
const READERS = 2;

function keyRow(number: number, ver: number): StoredRow {
  const row = {
    ...{ id: `00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`, ownerId: COMPANY },
    ...{ jurisdiction: 'HU', status: 'draft', name: '', keys: [], foldedName: '', zip: '' },
  };
  return { ver, meta: {}, audience: ['all'], isLive: true, row };
}

/** Statements wait here until the dice name the next. */
function createTurns(seed: number) {
  const dice = diceOf(seed);
  const waiting: (() => void)[] = [];
  return {
    step: () => new Promise<void>((go) => void waiting.push(go)),
    until: async (all: Promise<unknown>) => {
      const state = { isOver: false };
      void all.finally(() => (state.isOver = true));
      while (!state.isOver) {
        waiting.splice(dice.below(Math.max(1, waiting.length)), 1)[0]?.();
        await new Promise<void>((resolve) => void setImmediate(resolve));
      }
      return all;
    },
  };
}

function openStore(seed: number) {
  const turns = createTurns(seed);
  let pauses = 0;
  const after = (ms: number, work: () => void) => {
    // Pauses before another try end at once, patience with a lock never.
    if (ms < 1000) {
      pauses += 1;
      setImmediate(work);
    }
    return { cancel: () => undefined };
  };
  const timer = { after };
  const model = createModelStore({ step: turns.step, timer, rand: () => 0, uuid: () => COMPANY });
  return { ...turns, model, pauses: () => pauses };
}

/** Four write two rows each while others read; how many rows the readers passed without having seen them. */
async function missedRows(seed: number, around: (store: ServerStore) => ServerStore): Promise<number> {
  const { model, until } = openStore(seed);
  const written = new Map<string, number>();
  const write = async (number: number) => {
    const rows = [number * 2, number * 2 + 1];
    const store = around(model.forProcess(`s${(number % 2) + 1}`));
    const ver = await store.write(COMPANY, async (tx) => {
      const mine = await tx.nextVersion();
      await tx.insertRows(
        cardKeys.name,
        rows.map((row) => keyRow(row, mine)),
      );
      return mine;
    });
    for (const row of rows) written.set(keyRow(row, ver).row.id, ver);
  };
  const read = async () => {
    const seen = new Set<string>();
    let cursor = 0;
    for (let pull = 0; pull < 12; pull += 1) {
      const page = await model.forProcess('s1').snapshot(COMPANY, async (tx) => {
        const { ver } = await tx.head();
        return { ver, keys: await tx.visibleKeys({ tokens: ['all'], above: cursor, upTo: ver }, null, 100) };
      });
      cursor = page.ver;
      for (const { id } of page.keys) seen.add(id);
    }
    return () => [...written].filter(([id, ver]) => ver <= cursor && !seen.has(id)).length;
  };
  const readers = Array.from({ length: READERS }, () => read());
  await until(Promise.all([...readers, ...[0, 1, 2, 3].map((number) => write(number))]));
  return (await Promise.all(readers)).reduce((missed, count) => missed + count(), 0);
}

test('I5: whoever reads while four write passes no row, in whatever order the statements come', async () => {
  for (let seed = 0; seed < 40; seed += 1) expect(await missedRows(seed, (store) => store)).toBe(0);
});

test('the model finds the gap: versions handed out without keeping the lock lose rows', async () => {
  const hasty = (store: ServerStore): ServerStore =>
    writing(store, (tx, companyId) => ({
      ...tx,
      nextVersion: () => store.write(companyId, (own) => own.nextVersion()),
    }));
  let missed = 0;
  for (let seed = 0; seed < 40; seed += 1) missed += await missedRows(seed, hasty);
  expect(missed).toBeGreaterThan(0);
});

test('two that wait for each other: one is turned away, tries again, and both get through', async () => {
  let circles = 0;
  for (let seed = 0; seed < 10; seed += 1) {
    const { model, until, pauses } = openStore(seed);
    const both = Promise.all([
      lockBoth(model.forProcess('s1'), ['a', 'b']),
      lockBoth(model.forProcess('s2'), ['b', 'a']),
    ]);
    await expect(until(both)).resolves.toEqual(['a,b', 'b,a']);
    circles += pauses();
  }
  expect(circles).toBeGreaterThan(0);
});

function lockBoth(store: ServerStore, order: readonly string[]): Promise<string> {
  return store.write(COMPANY, async (tx) => {
    for (const id of order) {
      const seen = { userId: 'u', incarnation: 'i', app: '', seenAt: '', pendingCount: 0, oldestPendingAt: null };
      await tx.noteDevice({ ...seen, id } as Parameters<typeof tx.noteDevice>[0]); // a moment is a text
    }
    return order.join();
  });
}

test('what a process had not committed when it died is undone, and nobody hears of it', async () => {
  const { model, until } = openStore(1);
  let isHeard = false;
  const dying = model.forProcess('s1').write(COMPANY, async (tx) => {
    await tx.nextVersion();
    model.crashProcess('s1');
    await tx.nextVersion();
  });
  void dying.finally(() => (isHeard = true));
  expect(await until(model.forProcess('s2').write(COMPANY, (tx) => tx.nextVersion()))).toBe(1);
  expect(isHeard).toBe(false);
});
