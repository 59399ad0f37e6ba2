import { expect, test } from 'vitest';
import type { FileBox, KeptFile } from './file-box.ts';
import { sweepFiles } from './sweep-files.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 22);
const SHA = 'a'.repeat(64);
const kept = (state: KeptFile['state'], daysAgo: number) =>
  ({
    sha256: SHA,
    state,
    keptAt: NOW - daysAgo * DAY_MS,
    safeAt: state === 'safe' ? NOW - daysAgo * DAY_MS : null,
  }) as KeptFile;
const naming = (bytesAt: string | null, removed = false) => ({ file: { sha256: SHA }, bytesAt, removed });

async function sweep(file: KeptFile, documents: readonly object[], reconcile = false) {
  const dropped: string[] = [];
  const box = {
    all: async () => [file],
    drop: async (sha256: string) => void dropped.push(sha256),
    note: async () => undefined,
  };
  const mirror = {
    rows: () => documents,
    meta: () => ({ reconcile }),
    find: () => ({ at: '2026-11-22T00:00:00.000Z' }),
  };
  // As much of both as it looks at.
  await sweepFiles({ box, mirror, env: { now: () => NOW } } as unknown as { box: FileBox } & Parameters<
    typeof sweepFiles
  >[0]);
  return dropped.length > 0;
}

test.each([
  ['safe for a week, and its row says so', kept('safe', 8), [naming('2026-11-01T08:00:00.000Z')], true],
  ['safe since yesterday', kept('safe', 1), [naming('2026-11-21T08:00:00.000Z')], false],
  ['a week old by a wrong clock alone', kept('safe', 9), [naming('2026-11-21T08:00:00.000Z')], false],
  ['safe a week ago, but a restored server lacks it', kept('safe', 8), [naming(null)], false],
  ['safe a week ago, its document taken off the card', kept('safe', 8), [naming(null, true)], true],
  ['still on its way', kept('waiting', 80), [naming(null)], false],
  ['named by nobody for a month', kept('safe', 30), [], false],
  ['named by nobody for a hundred days', kept('waiting', 100), [], true],
] as const)('a file %s', async (_, file, documents, isDropped) => {
  expect(await sweep(file, documents)).toBe(isDropped);
});

test('nothing goes while a restored server is being filled again', async () => {
  expect(await sweep(kept('waiting', 100), [], true)).toBe(false);
});
