import { expect, test } from 'vitest';
import { stillRows } from './still-rows.ts';

const row = (id: string, words = '') => ({ id, words });
const idOf = (each: { id: string }) => each.id;

test('nothing moves under the cursor: a newcomer waits, a decided item keeps its place, words follow', () => {
  const shown = [row('a'), row('b'), row('c')];
  const latest = [row('new'), row('c'), row('a', 'held by a colleague')];
  expect(stillRows(shown, latest, idOf)).toEqual({
    rows: [
      { row: row('a', 'held by a colleague'), gone: false },
      { row: row('b'), gone: true },
      { row: row('c'), gone: false },
    ],
    arrived: 1,
  });
});
