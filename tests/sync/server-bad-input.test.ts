import { randomUUID } from 'node:crypto';
import { LIMITS } from '@cession/shared/sync/protocol.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPhone } from './server-phone.ts';
import { newPerson, openServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await openServerWorld();
});
afterAll(() => world.stop());

const newNotePhone = () => newPhone(newPerson(randomUUID()), world.spine);
const create = { name: 'note.create', args: { title: 'x' } };

describe('one bad mutation in a push refuses only itself', () => {
  const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 'deep');
  const bad: Record<string, (id: string) => unknown> = {
    'arguments of another shape': (id) => ({ id, seq: 9, v: 1, at: '2026-11-20T16:04:00.000Z', ...create }),
    'no name at all': (id) => ({ id }),
    'a name that is none': (id) => ({ id, seq: 9, v: 1, at: '2026-11-20T16:04:00.000Z', name: 'DROP TABLE', args: {} }),
    'a clock before the calendar': (id) => ({ ...good(id), at: '0000-01-01T00:00:00.000Z' }),
    'a version that is no number': (id) => ({ ...good(id), v: 'newest' }),
    'a NUL character': (id) => good(id, { title: 'a\u0000b' }),
    'half a surrogate pair': (id) => good(id, { title: 'a\ud800b' }),
    'a NUL character in a key': (id) => good(id, { 'a\u0000b': 1 }),
    'lists within lists within lists': (id) => good(id, { title: nested(20_000) }),
  };
  const good = (id: string, args: object = {}) => ({
    ...{ id, seq: 9, v: 1, at: '2026-11-20T16:04:00.000Z', name: 'note.create' },
    args: { id: randomUUID(), title: randomUUID(), ...args },
  });

  test.each(Object.keys(bad))('%s', async (what) => {
    const phone = newNotePhone();
    const before = phone.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } });
    const message = bad[what]?.(randomUUID()) as { id: string };
    const verdicts = await phone.verdicts([before, message]);
    expect(verdicts).toMatchObject([{ state: 'applied' }, { id: message.id, state: 'rejected' }]);
    expect(verdicts[1]?.refusal).toMatchObject({ code: 'mutation.malformed', fields: expect.any(Array) });
    expect(JSON.stringify((await phone.verdicts([message]))[0])).toBe(JSON.stringify(verdicts[1]));
  });

  test('arguments larger than the limit', async () => {
    const phone = newNotePhone();
    const large = phone.say({ name: 'note.create', args: { id: randomUUID(), title: 'x'.repeat(LIMITS.argsBytes) } });
    expect(await phone.verdict(large)).toMatchObject({ state: 'rejected', refusal: { code: 'mutation.too-large' } });
  });
});

describe('a request that is no push is refused whole', () => {
  const phone = () => newPhone(newPerson(randomUUID()), world.spine);
  test('not JSON of ours', async () => {
    for (const body of [null, 'hello', 7, [], {}, '<html>captive portal</html>']) {
      expect(await world.spine.receivePush(phone().actor, body)).toMatchObject({ ok: false, error: { status: 400 } });
      expect(await world.spine.servePull(phone().actor, body)).toMatchObject({ ok: false, error: { status: 400 } });
      expect(await world.spine.reconcile(phone().actor, body)).toMatchObject({ ok: false, error: { status: 400 } });
    }
  });

  test('another protocol', async () => {
    const one = phone();
    expect(await world.spine.receivePush(one.actor, { ...one.request([]), p: 2 })).toMatchObject({
      error: { status: 426, code: 'protocol.unsupported' },
    });
  });

  test('too many mutations, and then none of them is taken in', async () => {
    const one = phone();
    const many = Array.from({ length: LIMITS.pushMutations + 1 }, () =>
      one.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } }),
    );
    expect(await one.push(many)).toMatchObject({ error: { status: 413, code: 'push.too-many' } });
    expect((await one.pull({ verdictsFor: many.map(({ id }) => id) })).verdicts).toEqual([]);
  });

  test('nothing in it that could be answered', async () => {
    expect(await phone().push([{ id: 'not-an-id' }, null, 4])).toMatchObject({
      error: { status: 400, code: 'push.without-ids' },
    });
  });

  test('a page of a pull that was never given out', async () => {
    expect(await phone().pullPage({ page: "1~s~1~1~notes'; drop table note~x" })).toMatchObject({
      error: { status: 400, code: 'pull.unknown-page' },
    });
  });
});
