import type { Verdict } from '@cession/shared/sync/protocol.ts';
import { describe, expect, test } from 'vitest';
import type { Acknowledged, Disk, LedgerFact, OutboxEntry, RowFact, SimPhone } from '../world.ts';
import { lostFiles, missingFiles } from './files.ts';
import { datedByPhones, wronglyHandedOver } from './handed-over.ts';
import { createMemory, fileKey, type Look, type Memory, type SeenPhone } from './memory.ts';
import { lostSaves } from './nothing-lost.ts';
import { doneTwice, heardOtherwise } from './once.ts';
import { overtaken } from './order.ts';
import { notRefilled, restless, tooMany } from './rest.ts';
import { gaps, unlikeTheServer } from './scope.ts';
import { falseConflicts, vanished } from './values.ts';
import { shownOtherwise } from './view.ts';

const COMPANY = 'company';
const CARD = 'card-1';
const actor = { userId: 'anna', companyId: COMPANY, roles: ['rep'] };
const EPOCH = 'epoch-1';

/** Facts are made of what an oracle looks at; the rest is left out. */
function seen(disk: Partial<Disk> = {}, cursor = 9): SeenPhone {
  const server = { key: 'server', value: { epoch: EPOCH, cursor } };
  const whole = { meta: [server], confirmed: [], view: [], outbox: [], receipts: [], files: [], ...disk };
  return { phone: { name: 'p1', actor } as unknown as SimPhone, disk: whole as unknown as Disk };
}

function look(part: Partial<Look> = {}): Look {
  return { ledger: [], rows: [], files: new Set(), epoch: EPOCH, phones: [seen()], ...part };
}

function saved(id: string, name = 'card.edit', args: unknown = {}, at = 1): Acknowledged {
  return { id, phone: 'p1', userId: 'anna', companyId: COMPANY, name, args, at };
}

function remembering(...all: readonly Acknowledged[]): Memory {
  const memory = createMemory();
  for (const one of all) memory.saved.set(one.id, one);
  return memory;
}

function fact(id: string, part: Partial<LedgerFact> & { readonly ver?: number } = {}): LedgerFact {
  const state = part.state ?? 'applied';
  const verdict = { id, state, ...(part.ver !== undefined && { ver: part.ver }) } as Verdict;
  const device = { id: 'd', incarnation: 'i', seq: 1 };
  const plain = { id, companyId: COMPANY, userId: 'anna', name: 'card.edit', args: {}, base: null, deps: [] };
  return { ...plain, device, verdict, ...part, state };
}

function row(table: string, id: string, ver: number, values: object = {}, audience = ['user:anna']): RowFact {
  return { companyId: COMPANY, table, id, ver, audience, isLive: true, row: { id, ...values } };
}

function entry(id: string, part: Partial<OutboxEntry> = {}): OutboxEntry {
  return { id, seq: 1, status: 'pending', deps: [], parked: null, writes: [], ...part } as OutboxEntry;
}

function confirmed(table: string, id: string, ver: number) {
  return { key: `${table}:${id}`, table, id, ver, meta: {}, row: { id } };
}

const ids = (found: readonly { readonly invariant: string }[]) => found.map(({ invariant }) => invariant);

describe('what was saved', () => {
  test('I1: is missed where neither the outbox nor the ledger has it', () => {
    expect(ids(lostSaves(remembering(saved('m')), look()))).toEqual(['I1']);
    expect(lostSaves(remembering(saved('m')), look({ phones: [seen({ outbox: [entry('m')] })] }))).toEqual([]);
    expect(lostSaves(remembering(saved('m')), look({ ledger: [fact('m')] }))).toEqual([]);
  });

  test('I1: is missed where it has left the ledger, or is taken back by nobody', () => {
    const memory = createMemory();
    memory.ledger.set('m', fact('m'));
    expect(ids(lostSaves(memory, look()))).toEqual(['I1']);
    const phones = [seen({ outbox: [entry('x', { status: 'discarded' })] })];
    expect(ids(lostSaves(createMemory(), look({ phones })))).toEqual(['I1']);
  });

  test('I1: has to come back to a server that was restored', () => {
    const memory = remembering(saved('m'));
    expect(notRefilled(memory, look())).toEqual([]);
    memory.restores = 1;
    expect(ids(notRefilled(memory, look()))).toEqual(['I1']);
  });

  test('I8: may not wait for ever, and may not be asked for without end', () => {
    expect(ids(restless(createMemory(), look({ phones: [seen({ outbox: [entry('m')] })] })))).toEqual(['I8']);
    expect(ids(tooMany(new Map([['p1', 500]]), 1000, 150))).toEqual(['I8']);
  });
});

describe('one effect', () => {
  test('I2: is seen to be two in the ledger, in a changed verdict, and in a phone that believes otherwise', () => {
    expect(ids(doneTwice(createMemory(), look({ ledger: [fact('m'), fact('m')] })))).toEqual(['I2']);
    const memory = createMemory();
    memory.final.set('m', JSON.stringify({ id: 'm', state: 'rejected' }));
    expect(ids(doneTwice(memory, look({ ledger: [fact('m')] })))).toEqual(['I2']);
    const phones = [seen({ outbox: [entry('m', { status: 'rejected' })] })];
    expect(ids(doneTwice(createMemory(), look({ ledger: [fact('m')], phones })))).toEqual(['I2']);
  });

  test('I2: is heard as it was decided', () => {
    const heard = [{ epoch: EPOCH, verdict: { id: 'm', state: 'noop' as const } }];
    expect(ids(heardOtherwise(createMemory(), heard, look({ ledger: [fact('m')] })))).toEqual(['I2']);
  });

  test('I2: no value that was replaced stands there again', () => {
    const memory = createMemory();
    const at = (legalName: string) => look({ rows: [row('cards', CARD, 1, { revision: 0, values: { legalName } })] });
    expect(['a', 'b', 'a'].map((name) => ids(doneTwice(memory, at(name))))).toEqual([[], [], ['I2']]);
  });

  test('I2, I9: one handoff per revision', () => {
    const rows = [row('cards', CARD, 1, { revision: 1, values: {} })];
    expect(ids(doneTwice(createMemory(), look({ rows })))).toEqual(['I2']);
    const handoff = (id: string) =>
      row('handoffs', id, 2, { cardId: CARD, revision: 1, snapshot: { jurisdiction: 'HU', values: {} } });
    const found = wronglyHandedOver(createMemory(), look({ rows: [handoff('h1'), handoff('h2')] }));
    expect(found.map(({ what }) => what)).toContainEqual(expect.stringContaining('twice'));
  });

  test('I3: comes after what it depends on, and in the order of its phone', () => {
    const ledger = [fact('a', { state: 'received' }), fact('b', { deps: ['a'] })];
    expect(ids(overtaken(createMemory(), look({ ledger })))).toEqual(['I3']);
    const device = { id: 'd', incarnation: 'i', seq: 2 };
    const late = [fact('a', { ver: 5, args: { cardId: CARD } }), fact('b', { ver: 4, args: { cardId: CARD }, device })];
    expect(ids(overtaken(createMemory(), look({ ledger: late })))).toEqual(['I3']);
  });
});

describe('what a phone holds', () => {
  test('I5: up to its cursor, everything; I7: nothing that has gone', () => {
    expect(ids(gaps(createMemory(), look({ rows: [row('cards', CARD, 3)] }), seen()))).toEqual(['I5']);
    expect(gaps(createMemory(), look({ rows: [row('cards', CARD, 3)] }), seen({}, 2))).toEqual([]);
    const disk = { confirmed: [confirmed('cards', CARD, 3)] };
    expect(ids(gaps(createMemory(), look({ rows: [row('cards', CARD, 3, {}, ['user:bela'])] }), seen(disk)))).toEqual([
      'I7',
    ]);
  });

  test('I4: in the end is what the server holds, and what is shown is that with the waiting on top', () => {
    const disk = { confirmed: [confirmed('cards', CARD, 3)] };
    expect(ids(unlikeTheServer(look({ rows: [row('cards', CARD, 4)] }), seen(disk)))).toEqual(['I4']);
    expect(ids(unlikeTheServer(look({ rows: [row('cards', CARD, 3, { more: 1 })] }), seen(disk)))).toEqual(['I4']);
    expect(ids(shownOtherwise(seen(disk)))).toEqual(['I4']);
  });
});

describe('a value somebody typed', () => {
  const set = saved('m', 'card.edit', { cardId: CARD, changes: { legalName: 'mine;' } });
  const card = (legalName: string) => row('cards', CARD, 5, { values: { legalName } });

  test('I6: is missed where it neither stands nor lies in a conflict nor was seen by who overwrote it', () => {
    const ledger = [fact('m', { ver: 4 })];
    expect(ids(vanished(remembering(set), look({ ledger, rows: [card('other;')] })))).toEqual(['I6']);
    expect(vanished(remembering(set), look({ ledger, rows: [card('mine;')] }))).toEqual([]);
    const args = { cardId: CARD, changes: { legalName: 'other;' } };
    const over = fact('n', { ver: 5, args, base: { [`cards:${CARD}`]: { legalName: { ver: 4, by: 'm' } } } });
    expect(vanished(remembering(set), look({ ledger: [...ledger, over], rows: [card('other;')] }))).toEqual([]);
    const clash = row('conflicts', 'k', 5, { rowId: CARD, path: 'legalName', theirs: 'other;', mine: 'mine;' });
    expect(vanished(remembering(set), look({ ledger, rows: [card('other;'), clash] }))).toEqual([]);
  });

  test('I6: is missed where it was refused out of sight', () => {
    const ledger = [fact('m', { state: 'rejected' })];
    expect(ids(vanished(remembering(set), look({ ledger })))).toEqual(['I6']);
  });

  test('I6: does not clash with what the same phone wrote before', () => {
    const before = saved('l', 'card.edit', { cardId: CARD, changes: { legalName: 'before;' } }, 0);
    const rows = [row('conflicts', 'k', 5, { rowId: CARD, path: 'legalName', theirs: 'before;', mine: 'mine;' })];
    expect(ids(falseConflicts(remembering(before, set), look({ rows })))).toEqual(['I6']);
  });
});

describe('a hand-over', () => {
  const snapshot = { jurisdiction: 'HU', values: {}, documents: [{ id: 'doc', sha256: 'ab' }] };
  const handoff = row('handoffs', 'h', 6, { cardId: CARD, revision: 1, snapshot, receivedAt: '2031-01-01T00:00:00Z' });

  test('I9: with gaps or an open conflict is noticed', () => {
    const clash = row('conflicts', 'k', 5, { rowId: CARD, path: 'legalName', status: 'open' });
    const found = wronglyHandedOver(createMemory(), look({ rows: [handoff, clash] })).map(({ what }) => what);
    expect(found).toContainEqual(expect.stringContaining('went without'));
    expect(found).toContainEqual(expect.stringContaining('open conflict k'));
  });

  test('I14: in the queue without its file is noticed', () => {
    const item = row('queue-items', CARD, 6, { handoffId: 'h', state: 'waiting' });
    const document = row('card-documents', 'doc', 5, { removed: false });
    const rows = [handoff, item, document];
    expect(ids(wronglyHandedOver(createMemory(), look({ rows })))).toContain('I14');
    const files = new Set([fileKey(COMPANY, 'ab')]);
    expect(ids(wronglyHandedOver(createMemory(), look({ rows, files })))).not.toContain('I14');
  });

  test('I12: dated by a phone is noticed', () => {
    const now = Date.parse('2026-11-20T08:00:00Z');
    expect(ids(datedByPhones(look({ rows: [handoff] }), [{ at: now, who: 'p1', what: '' }]))).toEqual(['I12']);
  });
});

describe('a file', () => {
  const added = saved('m', 'document.add', { documentId: 'doc', cardId: CARD, file: { sha256: 'ab' } });

  test('I13: is missed where the document was called saved without it', () => {
    expect(ids(lostFiles(remembering(added), look()))).toEqual(['I13']);
  });

  test('I14: is missed where the phone let go of it before the server had it', () => {
    const memory = createMemory();
    memory.files.set('p1', new Set(['ab']));
    expect(ids(lostFiles(memory, look()))).toEqual(['I14']);
  });

  test('I14: has to be on the server in the end', () => {
    const rows = [
      row('cards', CARD, 3, { ownerId: 'anna', helpers: [] }),
      row('card-documents', 'doc', 4, { removed: false, bytesAt: null }),
    ];
    const ledger = [fact('m')];
    expect(ids(missingFiles(remembering(added), look({ ledger, rows })))).toEqual(['I14']);
  });
});
