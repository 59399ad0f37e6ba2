import { expect, test } from 'vitest';
import { createFakeServer } from './client-fake-server.ts';
import { editNote, notes, type Note } from './client-notes.ts';
import { fakeId, startPhone } from './client-world.ts';

test('with ten thousand cards a change touches one row of the list and re-reads nothing', async () => {
  const server = createFakeServer();
  const ids = Array.from({ length: 10_000 }, () => fakeId());
  for (const id of ids) server.put(id, { id, title: `Note ${id}`, phone: null, closed: false });
  const phone = await startPhone({ server });
  await phone.settle();
  const { mirror } = phone.sync;
  const before = mirror.rows(notes.name) as readonly Note[];
  expect(before).toHaveLength(10_000);
  expect(mirror.rows(notes.name)).toBe(before);

  const heard: string[] = [];
  mirror.subscribe(`table:${notes.name}`, () => heard.push('table'));
  mirror.subscribe(`row:notes:${ids[1]}`, () => heard.push('other row'));
  server.down({ kind: 'unreachable', why: 'network' });
  const changed = ids[5000] ?? '';
  await phone.sync.perform(editNote, { id: changed, changes: { title: 'Changed' } });

  const after = mirror.rows(notes.name) as readonly Note[];
  expect(heard).toEqual(['table']);
  expect(after.filter((row, at) => row !== before[at]).map((row) => row.title)).toEqual(['Changed']);
  await mirror.load();
  expect(new Set(mirror.rows(notes.name).map((row) => JSON.stringify(row)))).toEqual(
    new Set(after.map((row) => JSON.stringify(row))),
  );
  await phone.close();
});
