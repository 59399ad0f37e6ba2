import type { Card } from '@cession/shared/card/card.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import type { Question } from '@cession/shared/handoff/question.ts';
import { Instant } from '@cession/shared/kernel/instant.ts';
import type { Conflict } from '@cession/shared/sync/conflict.ts';
import { expect, test } from 'vitest';
import type { OutboxItem } from '../sync/outbox.ts';
import { bounceKey, openTasks, type TaskSources } from './open-tasks.ts';

const at = (day: number) => Instant.parse(`2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`);
const me = { userId: 'nagy', companyId: 'danube', roles: ['rep'] };

/** Ids are short names here: the functions under test only compare them. */
const card = (id: string, rest: object = {}) =>
  ({
    ...{ id, ownerId: 'nagy', helpers: [], jurisdiction: 'HU', status: 'draft', revision: 0, handoffId: null },
    ...{ values: {}, keptApart: [], offer: null, bounced: null, createdAt: at(1), changedAt: at(1) },
    ...rest,
  }) as unknown as Card;
const handoff = (id: string, verdictAt: Instant) => ({ id, verdictAt, points: [], note: '' }) as unknown as Handoff;
const question = (id: string, cardId: string, answer: string | null = null) =>
  ({ id, cardId, answer, askedAt: at(3), text: 'Which one?' }) as unknown as Question;
const conflict = (id: string, rowId: string, status = 'open') =>
  ({ id, rowId, status, table: 'cards', path: 'legalName', openedAt: at(4) }) as unknown as Conflict;
const refused = (id: string) => ({ id, at: at(2), refusal: { code: 'card.not-found' } }) as unknown as OutboxItem;

const nothing: TaskSources = {
  ...{ me, cards: [], handoffs: [], conflicts: [], questions: [], outbox: [] },
  seenBounces: new Set(),
};
const kinds = (from: Partial<TaskSources>) => openTasks({ ...nothing, ...from }).map(({ kind, id }) => `${kind} ${id}`);

test('what blocks an invoice comes before what only needs an answer', () => {
  const cards = [
    card('asked'),
    card('offered', { ownerId: 'kiss', offer: { to: 'nagy', by: 'kiss', because: '', at: at(1) } }),
    card('back', { status: 'returned', handoffId: 'h1' }),
  ];
  const found = kinds({
    cards,
    handoffs: [handoff('h1', at(9))],
    questions: [question('q1', 'asked')],
    conflicts: [conflict('c1', 'asked')],
    outbox: [refused('m1')],
  });
  expect(found).toEqual(['returned back', 'refused m1', 'conflict c1', 'question q1', 'offer offered']);
});

test('of two returned cards the one that came back first stands first', () => {
  const cards = [
    card('late', { status: 'returned', handoffId: 'h2' }),
    card('early', { status: 'returned', handoffId: 'h1' }),
  ];
  const handoffs = [handoff('h2', at(8)), handoff('h1', at(5))];
  expect(kinds({ cards, handoffs })).toEqual(['returned early', 'returned late']);
});

test('what is answered, decided or somebody else’s is no task', () => {
  const cards = [card('mine'), card('theirs', { ownerId: 'kiss', status: 'returned', handoffId: 'h1' })];
  const found = kinds({
    cards,
    handoffs: [handoff('h1', at(5))],
    questions: [question('q1', 'mine', 'The second one'), question('q2', 'theirs')],
    conflicts: [conflict('c1', 'mine', 'resolved'), conflict('c2', 'theirs')],
  });
  expect(found).toEqual([]);
});

test('a helper sees the returned card of the owner', () => {
  const cards = [card('shared', { ownerId: 'kiss', helpers: ['nagy'], status: 'returned', handoffId: 'h1' })];
  expect(kinds({ cards, handoffs: [handoff('h1', at(5))] })).toEqual(['returned shared']);
});

test('a declined offer waits for its owner until they have put it away', () => {
  const bounced = card('back', { bounced: { by: 'kiss', because: 'No time', at: at(6) } });
  expect(kinds({ cards: [bounced] })).toEqual(['bounced back']);
  expect(kinds({ cards: [bounced], seenBounces: new Set([bounceKey(bounced)]) })).toEqual([]);
});
